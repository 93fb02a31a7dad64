using System.Globalization;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Checking;

/// <summary>Keys and arguments for a call of a script, from its header or, without one, from its code.</summary>
internal static class SampleCall
{
    public static (RedisKey[] Keys, RedisValue[] Arguments) Of(string script)
    {
        var prefix = $"sample:{{{Guid.NewGuid()}}}:";
        var lines = script.Split('\n');
        var keys = Math.Max(1, lines.Select(line => HighestIndex(line, "KEYS")).Max());
        var arguments = lines.Select(line => HighestIndex(line, "ARGV")).Max();
        return
        (
            [.. Enumerable.Range(1, keys).Select(index => (RedisKey)(prefix + index.ToString(CultureInfo.InvariantCulture)))],
            [.. Enumerable.Range(1, arguments).Select(index => (RedisValue)ValueOf(lines.FirstOrDefault(line => line.StartsWith(string.Create(CultureInfo.InvariantCulture, $"-- ARGV[{index}"), StringComparison.Ordinal))))]
        );
    }

    private static int HighestIndex(string line, string table)
    {
        var highest = 0;
        for (var at = line.IndexOf(table + "[", StringComparison.Ordinal); at >= 0; at = line.IndexOf(table + "[", at + 1, StringComparison.Ordinal))
        {
            var digits = new string([.. line.Skip(at + table.Length + 1).TakeWhile(char.IsAsciiDigit)]);
            highest = Math.Max(highest, digits.Length > 0 ? int.Parse(digits, CultureInfo.InvariantCulture) : 0);
        }

        return highest;
    }

    /// <summary>A value of the declared type.</summary>
    private static string ValueOf(string? declaration)
    {
        var type = declaration?[(declaration.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? "";
        return type.StartsWith("json", StringComparison.Ordinal) ? "{}"
            : type.StartsWith("unixmilliseconds", StringComparison.Ordinal) ? "4000000000000"
            : type.StartsWith("unixseconds", StringComparison.Ordinal) ? "4000000000"
            : type.StartsWith("guid", StringComparison.Ordinal) ? "1c2d8c5e-0d2a-4a52-9d0b-3f5b7d1f2a10"
            : type.StartsWith('\'') ? type[1..type.IndexOf('\'', 1)]
            : "7";
    }
}
