using LuaGen.Language.Editing;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Hover;

/// <summary>Describes what is named at a position.</summary>
internal static class HoverFeature
{
    public static Protocol.Hover? Of(ScriptView view, PositionParams parameters)
    {
        var offset = view.OffsetOf(parameters.Position);
        var analysis = view.Analysis.At(offset);
        var index = analysis == view.Analysis ? view.Index : ScriptIndex.Of(analysis);
        return index.At(offset) is { } occurrence && EntityText.Of(analysis, occurrence.Entity, occurrence.Span) is { Length: > 0 } text
            ? new Protocol.Hover(MarkupContent.Markdown(text), view.RangeOf(occurrence.Span))
            : null;
    }
}
