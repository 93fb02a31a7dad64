using LuaGen.Language.Editing;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.References;

/// <summary>Every place that names the same thing.</summary>
internal static class ReferencesFeature
{
    public static Location[]? Of(ScriptView view, ReferenceParams parameters)
    {
        if (view.Index.At(view.OffsetOf(parameters.Position)) is not { } occurrence)
        {
            return null;
        }

        var withDeclaration = parameters.Context?.IncludeDeclaration != false;
        return [.. view.Index.Of(occurrence.Entity).Where(each => withDeclaration || each.Role != OccurrenceRole.Declaration).Select(each => view.LocationOf(each.Span))];
    }
}
