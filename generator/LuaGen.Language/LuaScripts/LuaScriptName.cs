namespace LuaGen.Language.LuaScripts;

/// <summary>A name with <c>@</c> in a script.</summary>
/// <param name="Name">The name without <c>@</c>.</param>
/// <param name="Span">Its place, with <c>@</c>.</param>
/// <param name="Place">What it is part of.</param>
/// <param name="Declares">Whether the client reads it as a parameter: it does not after a letter, a digit, <c>_</c> or <c>@</c>.</param>
/// <param name="IsEscaped">Whether it follows another <c>@</c>, which the client removes.</param>
internal readonly record struct LuaScriptName(string Name, SourceSpan Span, LuaScriptPlace Place, bool Declares, bool IsEscaped);
