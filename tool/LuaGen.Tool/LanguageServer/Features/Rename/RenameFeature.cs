using LuaGen.Language.Editing;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Rename;

/// <summary>Renames locals, functions, declared names and error codes, if the script still means the same.</summary>
internal static class RenameFeature
{
    public static PrepareRenameAnswer? Prepare(ScriptView view, PositionParams parameters, CancellationToken cancellationToken)
    {
        var whole = view.Whole(cancellationToken);
        return TargetOf(whole, parameters.Position) is { } target ? new PrepareRenameAnswer(whole.RangeOf(target.Span), whole.TextOf(target.Span)) : null;
    }

    public static WorkspaceEdit Of(ScriptView view, RenameParams parameters, CancellationToken cancellationToken)
    {
        var whole = view.Whole(cancellationToken);
        if (TargetOf(whole, parameters.Position) is not { } target)
        {
            throw new RequestException(ErrorCode.RequestFailed, "There is nothing to rename here: put the cursor on a local, a function, a declared name or an error code");
        }

        var places = Renaming.Places(whole.Names, target);
        var refusal = Renaming.Refusal(whole.Analysis, target, places, parameters.NewName);
        foreach (var (includer, others) in target.Entity is LocalEntity ? IncluderPlaces.Of(view, parameters.Position, cancellationToken) : [])
        {
            var outside = others.Select(place => includer.LocationOf(place.Span)).Any(location => location.Uri != view.Uri);
            refusal ??= outside ? $"'{whole.TextOf(target.Span)}' is also in '{includer.Source.FilePath}', which includes this file: rename it by hand in all files" : null;
        }

        if (refusal is not null)
        {
            throw new RequestException(ErrorCode.RequestFailed, refusal);
        }

        return new WorkspaceEdit(new Dictionary<string, TextEdit[]>(StringComparer.Ordinal)
        {
            [view.Uri] = [.. places.Select(place => new TextEdit(whole.RangeOf(place), parameters.NewName))],
        });
    }

    private static NamedPlace? TargetOf(ScriptView view, Position position) =>
        Renaming.Target(view.Names, view.OffsetOf(position)) is { } target && !(target.Entity is GlobalEntity && view.IsPartial) ? target : null;
}
