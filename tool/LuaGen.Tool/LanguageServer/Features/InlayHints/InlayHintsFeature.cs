using LuaGen.Language.Editing;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.InlayHints;

/// <summary>The declared names at <c>KEYS[n]</c> and <c>ARGV[n]</c> of the body, and at <c>keys[n]</c> and <c>args[n]</c> of a library's functions.</summary>
internal static class InlayHintsFeature
{
    private const int Parameter = 2;

    public static InlayHint[] Of(ScriptView view, RangeParams parameters)
    {
        var range = view.SpanOf(parameters.Range);
        return
        [
            .. NamedElements.In(view.Analysis, view.Names)
                .Where(element => element.Span.Start >= range.Start && element.Span.End <= range.End)
                .Select(element => new InlayHint(view.RangeOf(element.Span).End, element.Name, Parameter) { PaddingLeft = true }),
        ];
    }
}
