using LuaGen.Language.Editing;
using LuaGen.Language.Includes;
using LuaGen.Tool.Check.Files;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Definition;

/// <summary>Where a name is declared: a local in the code, a key, argument or error code in the header; of a directive, the file that it includes.</summary>
internal static class DefinitionFeature
{
    private static readonly Protocol.Range Start = new(new Position(0, 0), new Position(0, 0));

    public static Location[]? Of(ScriptView view, PositionParams parameters)
    {
        if (IncludedFile(view, view.OffsetOf(parameters.Position)) is { } included)
        {
            return [included];
        }

        if (view.Index.At(view.OffsetOf(parameters.Position)) is not { } occurrence)
        {
            return null;
        }

        var declarations = view.Index.Of(occurrence.Entity).Where(each => each.Role == OccurrenceRole.Declaration).Select(each => each.Span).ToList();
        if (declarations.Count == 0 && occurrence.Entity is ParameterEntity parameter && ParameterInfo.Find(view.Parameters, parameter.Table, parameter.Index)?.Place is { } place)
        {
            // An element of a list.
            declarations.Add(place);
        }

        return declarations.Count == 0 ? null : [.. declarations.Select(view.LocationOf)];
    }

    /// <summary>The file that the directive at an offset names.</summary>
    private static Location? IncludedFile(ScriptView view, int offset)
    {
        var directive = IncludeDirectives.In(view.Analysis.Tree).Where(each => each.Span.Start <= offset && offset <= each.Span.End).Take(1).ToList();
        return directive is [var found] && view.Source.Files is ProjectScriptFiles files && IncludeResolver.Find(files, view.Source.FilePath, found.Path).File is { } file
            ? new Location(new Uri(files.FullPathOf(file.Path)).AbsoluteUri, Start)
            : null;
    }
}
