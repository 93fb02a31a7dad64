using LuaGen.Language.Editing;
using LuaGen.Language.Fixing;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.InlayHints;

/// <summary>The declared names at <c>KEYS[n]</c> and <c>ARGV[n]</c> of the body.</summary>
internal static class InlayHintsFeature
{
    private const int Parameter = 2;

    public static InlayHint[] Of(ScriptView view, RangeParams parameters)
    {
        var range = view.SpanOf(parameters.Range);
        return
        [
            .. view.Index.All
                .Where(occurrence => occurrence.Span.Start >= range.Start && occurrence.Span.End <= range.End && occurrence.Span.Start >= BodyStart(view))
                .Select(occurrence => (occurrence.Span, Name: NameOf(view, occurrence)))
                .Where(hint => hint.Name is not null)
                .Select(hint => new InlayHint(view.RangeOf(hint.Span).End, hint.Name!, Parameter) { PaddingLeft = true }),
        ];
    }

    private static int BodyStart(ScriptView view) => view.Analysis.Tree.Chunk.Statements is [var first, ..] ? first.Span.Start : view.Text.Length;

    /// <summary>The name; <see langword="null"/> where the text beside it says it already: <c>local stock = KEYS[1]</c>.</summary>
    private static string? NameOf(ScriptView view, Occurrence occurrence)
    {
        if (occurrence.Entity is not ParameterEntity parameter || ParameterInfo.Find(view.Parameters, parameter.Table, parameter.Index) is not { Place: not null } declared)
        {
            return null;
        }

        var line = LineEnds.StartOfLine(view.Text, occurrence.Span.Start);
        var before = view.Text.AsSpan(line, occurrence.Span.Start - line);
        return before.Contains($"local {declared.Name} =", StringComparison.Ordinal) ? null : declared.Name;
    }
}
