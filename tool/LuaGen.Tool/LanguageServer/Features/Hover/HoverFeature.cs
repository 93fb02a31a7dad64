using LuaGen.Language.Editing;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Hover;

/// <summary>Describes what is named at a position.</summary>
internal static class HoverFeature
{
    public static Protocol.Hover? Of(ScriptView view, PositionParams parameters, CancellationToken cancellationToken)
    {
        var whole = view.Whole(cancellationToken);
        return whole.Names.Described(whole.OffsetOf(parameters.Position)) is { } place && !(place.Entity is GlobalEntity && whole.IsPartial) && EntityText.Of(place.Analysis, place.Entity, place.Span) is { Length: > 0 } text
            ? new Protocol.Hover(MarkupContent.Markdown(text), whole.RangeOf(place.Span))
            : null;
    }
}
