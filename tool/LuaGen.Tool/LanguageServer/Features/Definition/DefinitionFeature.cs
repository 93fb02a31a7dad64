using LuaGen.Language.Editing;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Definition;

/// <summary>Where a name is declared: a local in the code, a key, argument or error code in the header.</summary>
internal static class DefinitionFeature
{
    public static Location[]? Of(ScriptView view, PositionParams parameters)
    {
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
}
