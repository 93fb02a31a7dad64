using LuaGen.Language.Editing;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features;

/// <summary>The places of a name of an included file in the scripts that include it, which share their locals with the file.</summary>
internal static class IncluderPlaces
{
    /// <summary>For each script that knows the name as a local of several files: the script, and all places.</summary>
    public static IEnumerable<(ScriptView Includer, IReadOnlyList<Occurrence> Places)> Of(ScriptView view, Position position, CancellationToken cancellationToken)
    {
        var offset = view.OffsetOf(position);
        foreach (var includer in view.Includers(cancellationToken))
        {
            if (includer.Analysis.Composed!.ToText(view.Source.FilePath, offset) is { } place && includer.Names.Named(place) is { Entity: LocalEntity } named)
            {
                yield return (includer, [.. includer.Names.PlacesOf(named)]);
            }
        }
    }
}
