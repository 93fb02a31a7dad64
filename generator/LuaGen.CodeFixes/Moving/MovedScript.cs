namespace LuaGen.CodeFixes.Moving;

/// <summary>A script file that a move makes.</summary>
/// <param name="FilePath">Its path in the project, with <c>/</c>.</param>
/// <param name="Text">All of it.</param>
internal sealed record MovedScript(string FilePath, string Text);
