using LuaGen.Language.Fixing;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing;

/// <summary>Where code reads an element that the header names.</summary>
internal static class NamedElements
{
    /// <summary>The places, in source order, without those where the text says the name already: <c>local stock = KEYS[1]</c>.</summary>
    /// <param name="analysis">A script, or a library with its functions.</param>
    /// <param name="names">The index of the file.</param>
    public static IEnumerable<(SourceSpan Span, string Name)> In(ScriptAnalysis analysis, FileIndex names)
    {
        // Code that several functions share has a name where all of them have the same.
        var parts = analysis.Functions.Count > 0 ? analysis.Functions : [analysis];
        return parts.SelectMany(part => In(part, names.Of(part))).GroupBy(element => element.Span)
            .Where(same => same.All(element => element.Name is not null && element.Name == same.First().Name))
            .Select(same => (Span: same.Key, Name: same.First().Name!))
            .Where(element => !IsNamedLocal(analysis.Tree.Text, element.Span, element.Name))
            .OrderBy(element => element.Span.Start);
    }

    private static IEnumerable<(SourceSpan Span, string? Name)> In(ScriptAnalysis part, ScriptIndex index)
    {
        var parameters = ParameterInfo.All(part);
        foreach (var occurrence in index.All)
        {
            if (occurrence.Entity is ParameterEntity parameter && !CommentPlaces.IsInComment(part.Tree, occurrence.Span.Start))
            {
                yield return (occurrence.Span, ParameterInfo.Find(parameters, parameter.Table, parameter.Index) is { Place: not null } declared ? declared.Name : null);
            }
        }
    }

    private static bool IsNamedLocal(string text, SourceSpan span, string name)
    {
        var line = LineEnds.StartOfLine(text, span.Start);
        return text.Substring(line, span.Start - line).Contains($"local {name} =");
    }
}
