using Microsoft.CodeAnalysis;

namespace LuaGen.CodeFixes;

/// <summary>
/// Whether a workspace can apply a change of <c>.lua</c> files. That of <c>dotnet format</c> cannot add them, and a fix that
/// does would end the command with an exception.
/// </summary>
internal static class EditableFiles
{
    public static bool CanBeAdded(Workspace workspace) => Can(workspace, ApplyChangesKind.AddAdditionalDocument);

    public static bool CanBeChanged(Workspace workspace) => Can(workspace, ApplyChangesKind.ChangeAdditionalDocument);

    // The workspace of a language server applies no change itself, but sends it to the editor.
    private static bool Can(Workspace workspace, ApplyChangesKind change) =>
        workspace.Kind == WorkspaceKind.Host || workspace.CanApplyChange(change);
}
