using LuaGen.Language.Editing;
using LuaGen.Language.Includes;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Definition;

/// <summary>Where a name is declared: a local in the code, a key, argument or error code in the header; of a directive, the file that it includes.</summary>
internal static class DefinitionFeature
{
    private static readonly Protocol.Range Start = new(new Position(0, 0), new Position(0, 0));

    public static Location[]? Of(ScriptView view, PositionParams parameters, CancellationToken cancellationToken)
    {
        if (IncludedFile(view, view.OffsetOf(parameters.Position)) is { } included)
        {
            return [included];
        }

        var whole = view.Whole(cancellationToken);
        if (whole.Names.Named(whole.OffsetOf(parameters.Position)) is not { } named)
        {
            return null;
        }

        var declarations = whole.Names.PlacesOf(named).Where(each => each.Role == OccurrenceRole.Declaration).Select(each => each.Span).ToList();
        if (declarations.Count == 0 && named.Entity is ParameterEntity parameter && ParameterInfo.Find(ParameterInfo.All(named.Analysis), parameter.Table, parameter.Index)?.Place is { } place)
        {
            // An element of a list.
            declarations.Add(place);
        }

        // A name that looks like a global may be a local of the scripts that include the file.
        var locations = declarations.Select(whole.LocationOf).ToList();
        if (locations.Count == 0 && named.Entity is GlobalEntity)
        {
            locations.AddRange(IncluderPlaces.Of(view, parameters.Position, cancellationToken)
                .SelectMany(script => script.Places.Where(each => each.Role == OccurrenceRole.Declaration).Select(each => script.Includer.LocationOf(each.Span))).Distinct());
        }

        return locations.Count == 0 ? null : [.. locations];
    }

    /// <summary>The file that the directive at an offset names.</summary>
    private static Location? IncludedFile(ScriptView view, int offset)
    {
        var directive = IncludeDirectives.In(view.Analysis.Tree).Where(each => each.Span.Start <= offset && offset <= each.Span.End).Take(1).ToList();
        return directive is [var found] && IncludeResolver.Find(view.Source.Files, view.Source.FilePath, found.Path).File is { } file && view.UriOf(file) is { } uri
            ? new Location(uri, Start)
            : null;
    }
}
