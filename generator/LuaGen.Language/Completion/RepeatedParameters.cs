using System.Globalization;
using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Inference;

namespace LuaGen.Language.Completion;

/// <summary>Declares the keys and arguments that a script reads in a loop: a list, or a group of values that repeat together.</summary>
internal sealed class RepeatedParameters(ScriptHeader header, InferredSignature signature, ParameterNames names)
{
    private const string GroupName = "items";

    private readonly Dictionary<ItemList, Group> _groups = [];
    private (ItemList? Keys, ItemList? Arguments)? _lists;

    /// <summary>The lists of both tables, after as many fixed elements as the code reads.</summary>
    private (ItemList? Keys, ItemList? Arguments) Lists => _lists ??= (
        signature.ListOf(ParameterTable.Keys, signature.Count(ParameterTable.Keys)),
        signature.ListOf(ParameterTable.Argv, signature.Count(ParameterTable.Argv)));

    /// <param name="fixedCount">The number of keys before the list.</param>
    public IEnumerable<KeyDeclaration> Keys(int fixedCount)
    {
        if (Lists.Keys is not { } list || list.Start != fixedCount + 1 || GroupOf(list) is not { } group)
        {
            yield return Key(fixedCount + 1, new PathSyntax(default, names.Choose("keys"), Member: null));
            yield break;
        }

        for (var index = list.Start; index < list.Start + list.Step; index++)
        {
            yield return Key(index, Member(group, ParameterTable.Keys, index, list.Step == 1 ? "key" : ParameterNames.Numbered(ParameterTable.Keys, index - list.Start + 1)));
        }
    }

    /// <param name="fixedCount">The number of arguments before the list.</param>
    public IEnumerable<ArgumentDeclaration> Arguments(int fixedCount)
    {
        var list = Lists.Arguments is { } found && found.Start == fixedCount + 1 ? found : null;
        if (list is null || GroupOf(list) is not { } group)
        {
            var type = list is { Step: 1 } ? signature.Argument(list.Start, isRepeated: true).Type : HeaderType.Value;
            yield return Argument(fixedCount + 1, new PathSyntax(default, names.Choose("arguments"), Member: null), type);
            yield break;
        }

        for (var index = list.Start; index < list.Start + list.Step; index++)
        {
            var number = (index - list.Start + 1).ToString(CultureInfo.InvariantCulture);
            var path = Member(group, ParameterTable.Argv, index, list.Step == 1 ? "value" : "value" + number);
            yield return Argument(index, path, signature.Argument(index, isRepeated: true).Type);
        }
    }

    private static KeyDeclaration Key(int index, PathSyntax path) => new(default, default, index, IsRest: true, path, "");

    private static ArgumentDeclaration Argument(int index, PathSyntax path, HeaderType type) =>
        new(default, default, index, IsRest: true, path, new NamedType(default, type), Default: null, "");

    /// <summary>The group of a list whose items have several values, of one table or of both in one loop; otherwise <see langword="null"/>.</summary>
    private Group? GroupOf(ItemList list)
    {
        if (_groups.TryGetValue(list, out var known))
        {
            return known;
        }

        // Only a table that no line declares can take part.
        if (header.DeclaresAnything && header.Keys.Count + header.Arguments.Count + header.Loose.Count > 0)
        {
            return null;
        }

        var other = list == Lists.Keys ? Lists.Arguments : Lists.Keys;
        var isShared = other is { Loop: { } loop } && loop == list.Loop;
        if (!isShared && list.Step == 1)
        {
            return null;
        }

        var group = new Group(names.Choose(GroupName));
        _groups.Add(list, group);
        if (isShared)
        {
            _groups[other!] = group;
        }

        return group;
    }

    private PathSyntax Member(Group group, ParameterTable table, int index, string fallback)
    {
        var name = new[] { signature.ItemName(table, index), signature.CommandName(table, index, isRepeated: true), fallback }
            .Select(candidate => Identifiers.Camel(candidate ?? ""))
            .First(candidate => HeaderText.IsName(candidate) && !RecordMembers.IsTaken(Identifiers.Pascal(candidate)));
        var unique = name;
        for (var i = 2; !group.Members.Add(Identifiers.Pascal(unique)); i++)
        {
            unique = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return new PathSyntax(default, group.Name, unique);
    }

    /// <summary>A list of records.</summary>
    private sealed class Group(string name)
    {
        public string Name { get; } = name;

        public HashSet<string> Members { get; } = new(StringComparer.Ordinal);
    }
}
