using LuaGen.Language.Binding;
using LuaGen.Language.Header;

namespace LuaGen.Language.Editing;

/// <summary>A key or an argument as the header declares it, or as the code shows it where the header does not.</summary>
/// <param name="Table">The table that holds it.</param>
/// <param name="Index">Its index; of a list, that of the first element.</param>
/// <param name="Name">Its name, with its group: <c>item.from</c>.</param>
/// <param name="Canonical">The declaration in canonical form.</param>
/// <param name="Text">The description.</param>
/// <param name="Type">The type of an argument.</param>
/// <param name="IsRest">Whether it is a list.</param>
/// <param name="Place">The name in the header; <see langword="null"/> if it is read from the code.</param>
internal sealed record ParameterInfo(ParameterTable Table, int Index, string Name, string Canonical, string Text, TypeSyntax? Type, bool IsRest, SourceSpan? Place)
{
    /// <summary>All keys and arguments, in order.</summary>
    public static IReadOnlyList<ParameterInfo> All(ScriptAnalysis analysis)
    {
        var header = analysis.CompletedHeader;
        var text = analysis.Tree.Text;
        return
        [
            .. header.Keys.OrderBy(key => key.Index).Select(key => new ParameterInfo(
                ParameterTable.Keys, key.Index, NameOf(key.Path), Written(text, key.Span) ?? HeaderText.Of(key with { Text = "" }), key.Text, Type: null, key.IsRest, PlaceOf(key.Path))),
            .. header.Arguments.OrderBy(argument => argument.Index).Select(argument => new ParameterInfo(
                ParameterTable.Argv, argument.Index, NameOf(argument.Path), Written(text, argument.Span) ?? HeaderText.Of(argument with { Text = "" }), argument.Text, argument.Type, argument.IsRest, PlaceOf(argument.Path))),
        ];
    }

    /// <summary>The declaration that an index belongs to; of several of a group, the one that the index reads in each repetition.</summary>
    public static ParameterInfo? Find(IReadOnlyList<ParameterInfo> all, ParameterTable table, int index)
    {
        var members = all.Where(each => each.Table == table && each.IsRest && each.Index <= index).ToList();
        return all.FirstOrDefault(each => each.Table == table && each.Index == index)
            ?? (members.Count == 0 ? null : members[(index - members[0].Index) % members.Count]);
    }

    private static string NameOf(PathSyntax path) => path.Member is null ? path.Name : path.Name + "." + path.Member;

    private static SourceSpan? PlaceOf(PathSyntax path) => path.Span.IsEmpty ? null : path.Span;

    private static string? Written(string text, SourceSpan span) => span.IsEmpty ? null : text.Substring(span.Start, span.Length);
}
