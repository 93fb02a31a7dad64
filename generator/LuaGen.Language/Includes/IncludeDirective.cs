namespace LuaGen.Language.Includes;

/// <summary>An <c>@include "…"</c> in a comment.</summary>
/// <param name="Path">The path as written, with <c>/</c>.</param>
/// <param name="Span">The directive, from <c>@</c> to the closing quote.</param>
/// <param name="End">The place after the comment, and after its line if nothing else is on it, where the file is pasted.</param>
internal readonly record struct IncludeDirective(string Path, SourceSpan Span, int End);
