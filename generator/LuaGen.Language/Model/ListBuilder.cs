using LuaGen.Language.Header;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Model;

/// <summary>A header line that may declare a list.</summary>
/// <param name="Resolve">Returns the type of an item; <see langword="null"/> if a finding reports why there is none.</param>
internal readonly record struct RestLine(
    PathSyntax Path, SourceSpan IndexSpan, bool IsRest, string Text, Func<(ParameterType Type, ValueModel Value)?> Resolve);

/// <summary>A list parameter, and the keys and arguments that it sends.</summary>
internal sealed record ListModel(ParameterModel Parameter, ListWords? Keys, ListWords? Arguments);

/// <summary>Converts lists (<c>KEYS[2...] others</c>) and repeated groups (<c>KEYS[1...] item.from</c>) to list parameters.</summary>
internal sealed class ListBuilder(string scriptName, EnumBuilder types, FindingBag findings)
{
    private readonly List<GroupModel> _groups = [];

    /// <summary>The records of repeated groups.</summary>
    public IReadOnlyList<GroupModel> Groups => _groups;

    /// <param name="keys">The <c>KEYS</c> lines, in order.</param>
    /// <param name="arguments">The <c>ARGV</c> lines, in order.</param>
    /// <param name="nameOf">Reserves the name of a parameter.</param>
    public List<ListModel> Build(IEnumerable<RestLine> keys, IEnumerable<RestLine> arguments, Func<PathSyntax, string> nameOf)
    {
        var keyRest = Rest("KEYS", keys);
        var argumentRest = Rest("ARGV", arguments);
        return keyRest.Concat(argumentRest)
            .Select(line => line.Path.Name)
            .Distinct()
            .Select(name => List(
                name,
                keyRest.Where(line => line.Path.Name == name).ToList(),
                argumentRest.Where(line => line.Path.Name == name).ToList(),
                nameOf))
            .OfType<ListModel>()
            .ToList();
    }

    /// <summary>The lines of a list, which must be the last lines of their table.</summary>
    private List<RestLine> Rest(string table, IEnumerable<RestLine> lines)
    {
        var rest = new List<RestLine>();
        foreach (var line in lines)
        {
            if (line.IsRest)
            {
                rest.Add(line);
            }
            else if (rest.Count > 0)
            {
                findings.RestNotLast(line.IndexSpan, table);
            }
        }

        // All lines of a list are members of one group; the start of a second list would be unknown.
        foreach (var line in rest.Skip(1).Where(line => line.Path.Name != rest[0].Path.Name || line.Path.Member is null || rest[0].Path.Member is null))
        {
            findings.SecondRest(line.Path.Span, table);
        }

        return rest;
    }

    private ListModel? List(string name, List<RestLine> keys, List<RestLine> arguments, Func<PathSyntax, string> nameOf)
    {
        var lines = keys.Concat(arguments).ToList();
        var parameter = nameOf(lines[0].Path);
        var items = lines.Select(line => line.Resolve()).ToList();
        if (items.Any(item => item is null))
        {
            return null;
        }

        var members = lines.Select(line => line.Path.Member is null ? null : Identifiers.Pascal(line.Path.Member)).ToList();
        var isGroup = members.Any(member => member is not null);
        if (!isGroup && lines.Count > 1)
        {
            findings.NameTwice(lines[1].Path.Span, parameter, "parameter");
            return null;
        }

        var type = isGroup ? Group(name, lines, members, items) : items[0]!.Value.Type;
        var words = items.Select((item, i) => new ItemWord(members[i], item!.Value.Value)).ToList();
        return new ListModel(
            new ParameterModel(parameter, type with { IsList = true }, Default: null, isGroup ? DocumentationText.GroupItems([.. members.OfType<string>()]) : lines[0].Text),
            keys.Count == 0 ? null : new ListWords(parameter, words.Take(keys.Count).ToEquatableArray()),
            arguments.Count == 0 ? null : new ListWords(parameter, words.Skip(keys.Count).ToEquatableArray()));
    }

    private ParameterType Group(string name, List<RestLine> lines, List<string?> members, List<(ParameterType Type, ValueModel Value)?> items)
    {
        var group = types.UniqueTypeName(scriptName + Identifiers.Pascal(name));
        for (var i = 0; i < lines.Count; i++)
        {
            if (members[i] is { } member && (members.IndexOf(member) < i || member.Length == 0))
            {
                findings.NameTwice(lines[i].Path.Span, member, "group member");
            }
            else if (members[i] is null || members[i] == group || RecordMembers.IsTaken(members[i]!))
            {
                findings.NameReserved(lines[i].Path.Span, lines[i].Path.Name, "rename the member");
            }
        }

        var fields = lines.Select((line, i) => new GroupMember(members[i] ?? "", items[i]!.Value.Type, line.Text));
        _groups.Add(new GroupModel(group, fields.ToEquatableArray()));
        return new ParameterType(group, IsNested: true);
    }
}
