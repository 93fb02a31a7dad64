using LuaGen.Language.Commands;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Commands;

/// <summary>A duration or a moment, in seconds or milliseconds.</summary>
internal enum TimeUnit
{
    Seconds,
    Milliseconds,
    UnixSeconds,
    UnixMilliseconds,
}

/// <summary>The units of times: in the command table, in headers, and in the commands and options that take each of them.</summary>
internal static class TimeUnits
{
    /// <summary>The options and commands that differ in nothing but the unit, in the order of <see cref="TimeUnit"/>.</summary>
    private static readonly string[][] Siblings =
    [
        ["EX", "PX", "EXAT", "PXAT"],
        ["EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT"],
        ["HEXPIRE", "HPEXPIRE", "HEXPIREAT", "HPEXPIREAT"],
        ["SETEX", "PSETEX", "SET … EXAT", "SET … PXAT"],
    ];

    private static readonly (TimeUnit Unit, string Value, HeaderType Type, string Name)[] Units =
    [
        (TimeUnit.Seconds, "seconds", HeaderType.Seconds, "seconds"),
        (TimeUnit.Milliseconds, "milliseconds", HeaderType.Milliseconds, "milliseconds"),
        (TimeUnit.UnixSeconds, "unix-time-seconds", HeaderType.UnixSeconds, "seconds since 1970"),
        (TimeUnit.UnixMilliseconds, "unix-time-milliseconds", HeaderType.UnixMilliseconds, "milliseconds since 1970"),
    ];

    /// <summary>The unit of a value of a command.</summary>
    public static TimeUnit? Of(ValueNode value) => Find(row => row.Value == value.Name);

    /// <summary>The unit of a type of the header.</summary>
    public static TimeUnit? Of(HeaderType type) => Find(row => row.Type == type);

    /// <summary>The unit with which the name of a local ends; <see langword="null"/> for any other expression.</summary>
    public static TimeUnit? OfLocal(Expression expression) => expression is NameExpression name ? OfName(name.Name) : null;

    /// <summary>The unit with which a name ends: <c>ttlMs</c>, <c>window_seconds</c>. A rate, such as <c>limit_per_second</c>, has none.</summary>
    public static TimeUnit? OfName(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var (before, word) = LastWord(name);
        return LastWord(before).Word == "per" ? null : word switch
        {
            "ms" or "msec" or "msecs" or "millis" or "milliseconds" => TimeUnit.Milliseconds,
            "sec" or "secs" or "seconds" => TimeUnit.Seconds,
            _ => null,
        };
    }

    public static bool IsInMilliseconds(TimeUnit unit) => unit is TimeUnit.Milliseconds or TimeUnit.UnixMilliseconds;

    /// <summary>The unit of a name, as a moment if the command takes a moment.</summary>
    public static TimeUnit Like(TimeUnit wanted, TimeUnit named) =>
        wanted is TimeUnit.Seconds or TimeUnit.Milliseconds ? named : IsInMilliseconds(named) ? TimeUnit.UnixMilliseconds : TimeUnit.UnixSeconds;

    public static string NameOf(TimeUnit unit) => Units[(int)unit].Name;

    public static string HeaderNameOf(TimeUnit unit) => Units[(int)unit].Type.Name;

    /// <summary>The command or option that takes the given unit.</summary>
    /// <param name="option">The argument before the time.</param>
    public static string Remedy(CommandInfo command, string? option, TimeUnit given, string argument)
    {
        foreach (var siblings in Siblings)
        {
            if (Array.IndexOf(siblings, option?.ToUpperInvariant()) >= 0 || Array.IndexOf(siblings, command.Name) >= 0)
            {
                return $"'{siblings[(int)given]}'";
            }
        }

        return given switch
        {
            TimeUnit.Seconds => $"`{argument} * 1000`",
            TimeUnit.Milliseconds => $"`math.ceil({argument} / 1000)`",
            _ => "a time of that unit",
        };
    }

    /// <summary>Cuts the last word off a name, in lower case: <c>ttl_ms</c>, <c>ttlMs</c> and <c>TTL_MS</c> end with <c>ms</c>.</summary>
    private static (string Before, string Word) LastWord(string name)
    {
        name = name.TrimEnd('_');
        var start = name.Length;
        while (start > 0 && name[start - 1] != '_' && (start == name.Length || char.IsUpper(name[start - 1]) == char.IsUpper(name[start])))
        {
            start--;
        }

        // "Ms": the capital belongs to the word.
        if (start > 0 && start < name.Length && char.IsUpper(name[start - 1]) && char.IsLower(name[start]))
        {
            start--;
        }

        return (name.Substring(0, start), name.Substring(start).ToLowerInvariant());
    }

    private static TimeUnit? Find(Func<(TimeUnit Unit, string Value, HeaderType Type, string Name), bool> isSuch)
    {
        foreach (var row in Units)
        {
            if (isSuch(row))
            {
                return row.Unit;
            }
        }

        return null;
    }
}
