using LuaGen.Language.Editing;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Highlights;

/// <summary>The places of the name under the cursor.</summary>
internal static class HighlightsFeature
{
    private const int Read = 2;
    private const int Write = 3;

    public static DocumentHighlight[]? Of(ScriptView view, PositionParams parameters) =>
        view.Names.Named(view.OffsetOf(parameters.Position)) is { } named
            ? [.. view.Names.PlacesOf(named).Select(each => new DocumentHighlight(view.RangeOf(each.Span), each.Role == OccurrenceRole.Read ? Read : Write))]
            : null;
}
