namespace LuaGen.CodeFixes.Moving;

/// <summary>A script file that a move creates.</summary>
/// <param name="FilePath">The path in the project, with <c>/</c>.</param>
/// <param name="Text">The complete text.</param>
internal sealed record MovedScript(string FilePath, string Text);
