using System.Globalization;

namespace LuaGen.Language.Commands;

/// <summary>Parses a row of the command table; <c>make-table.cs</c> documents its columns.</summary>
internal static class CommandRowReader
{
    private static readonly Dictionary<string, CommandInfo> None = [];

    public static CommandInfo Read(string line, IReadOnlyCollection<string> subcommands)
    {
        var columns = line.Split('\t');
        string Column(int i) => i < columns.Length ? columns[i] : "";

        var name = Column(0);
        var arity = Integer(Column(1));
        var flags = Flags(Column(3));
        var marks = Column(2).Substring(Column(2).IndexOf('!') + 1);
        var words = name.IndexOf(' ') < 0 ? 1 : 2;
        return new CommandInfo(
            name,
            arity,
            Availability.Parse(Column(2)),
            marks.IndexOf('m') >= 0 ? CommandModules.Of(name) : null,
            marks.IndexOf('v') >= 0,
            DeprecationOf(Column(5)),
            Column(6).Length > 0 ? Availability.Parse(Column(6)) : (flags & CommandTraits.NoScript) != 0 ? Availability.Nowhere : Availability.Everywhere,
            flags,
            KeySpecs(Column(4)),
            Column(7).Length == 0 ? [] : Column(7).Split(','),
            Column(8).Length > 0 || arity == words ? ArgumentGrammar.Parse(Column(8)) : null,
            subcommands.Count == 0 ? None : subcommands.Select(subcommand => Read(subcommand, [])).ToDictionary(
                subcommand => subcommand.Name.Substring(name.Length + 1), StringComparer.OrdinalIgnoreCase));
    }

    private static CommandTraits Flags(string column) => column.Split(',').Aggregate(CommandTraits.None, (flags, flag) => flags | flag switch
    {
        "write" => CommandTraits.Write,
        "readonly" => CommandTraits.ReadOnly,
        "noscript" => CommandTraits.NoScript,
        "blocking" => CommandTraits.Blocking,
        "may_replicate" => CommandTraits.MayReplicate,
        "valkey_may_replicate" => CommandTraits.ValkeyMayReplicate,
        _ => CommandTraits.None,
    });

    /// <summary><c>6.2 LMOVE</c>, <c>6.2~9.0 LMOVE</c></summary>
    private static Deprecation? DeprecationOf(string column)
    {
        if (column.Length == 0)
        {
            return null;
        }

        var parts = column.Split([' '], 2);
        var versions = parts[0].Split('~');
        return new Deprecation(ServerVersion.TryParse(versions[0]) ?? default, versions.Length == 2 ? ServerVersion.TryParse(versions[1]) : null, parts[1]);
    }

    private static List<KeySpec>? KeySpecs(string column)
    {
        var specs = new List<KeySpec>();
        foreach (var text in column.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (text == "?")
            {
                return null;
            }

            specs.Add(KeySpecOf(text));
        }

        return specs;
    }

    /// <summary><c>rw1:0,1,0</c>, <c>ro1#0,1,1</c>, <c>roSTREAMS@1:-1,1,2</c></summary>
    private static KeySpec KeySpecOf(string text)
    {
        var divider = text.IndexOfAny([':', '#']);
        var begin = text.Substring(2, divider - 2).Split('@');
        var find = text.Substring(divider + 1).Split(',');
        return new KeySpec(
            IsWritten: !text.StartsWith("ro", StringComparison.Ordinal),
            Begin: Integer(begin[begin.Length - 1]),
            Keyword: begin.Length == 2 ? begin[0] : null,
            IsCounted: text[divider] == '#',
            Integer(find[0]),
            Integer(find[1]),
            Integer(find[2]));
    }

    private static int Integer(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
