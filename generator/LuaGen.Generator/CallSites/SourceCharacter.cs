using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>The source position of one character of a script: <c>\n</c> takes two characters of C#, <c>\u000A</c> six.</summary>
/// <param name="IsExact">Whether the position is that of the character itself; otherwise it is that of a whole expression.</param>
internal readonly record struct SourceCharacter(SyntaxTree Tree, int Start, int End, bool IsExact);
