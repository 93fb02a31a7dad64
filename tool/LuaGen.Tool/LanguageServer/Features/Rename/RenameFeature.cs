using LuaGen.Language.Editing;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Rename;

/// <summary>Renames locals, functions, declared names and error codes, if the script still means the same.</summary>
internal static class RenameFeature
{
    public static PrepareRenameAnswer? Prepare(ScriptView view, PositionParams parameters) =>
        Renaming.Target(view.Index, view.OffsetOf(parameters.Position)) is { } target ? new PrepareRenameAnswer(view.RangeOf(target.Span), view.TextOf(target.Span)) : null;

    public static WorkspaceEdit Of(ScriptView view, RenameParams parameters)
    {
        if (Renaming.Target(view.Index, view.OffsetOf(parameters.Position)) is not { } target)
        {
            throw new RequestException(ErrorCode.RequestFailed, "There is nothing to rename here: put the cursor on a local, a function, a declared name or an error code");
        }

        var places = Renaming.Places(view.Analysis, view.Index, target);
        if (Renaming.Refusal(view.Analysis, target, places, parameters.NewName) is { } refusal)
        {
            throw new RequestException(ErrorCode.RequestFailed, refusal);
        }

        return new WorkspaceEdit(new Dictionary<string, TextEdit[]>(StringComparer.Ordinal)
        {
            [view.Uri] = [.. places.Select(place => new TextEdit(view.RangeOf(place), parameters.NewName))],
        });
    }
}
