using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>Where one character of a script is written: <c>\n</c> takes two characters of C#, <c>\u000A</c> six.</summary>
/// <param name="IsExact">Whether it is just this character; else the place is that of a whole expression.</param>
internal readonly record struct SourceCharacter(SyntaxTree Tree, int Start, int End, bool IsExact);
