using LuaGen.Language.Editing;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.References;

/// <summary>Every place that names the same thing.</summary>
internal static class ReferencesFeature
{
    public static Location[]? Of(ScriptView view, ReferenceParams parameters, CancellationToken cancellationToken)
    {
        var whole = view.Whole(cancellationToken);
        if (whole.Names.Named(whole.OffsetOf(parameters.Position)) is not { } named)
        {
            return null;
        }

        var withDeclaration = parameters.Context?.IncludeDeclaration != false;
        bool IsWanted(Occurrence place) => withDeclaration || place.Role != OccurrenceRole.Declaration;
        var others = IncluderPlaces.Of(view, parameters.Position, cancellationToken).SelectMany(script => script.Places.Where(IsWanted).Select(place => script.Includer.LocationOf(place.Span)));
        return [.. whole.Names.PlacesOf(named).Where(IsWanted).Select(each => whole.LocationOf(each.Span)).Concat(others).Distinct()];
    }
}
