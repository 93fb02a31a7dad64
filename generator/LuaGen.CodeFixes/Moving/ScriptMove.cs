using LuaGen.Generator.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>One call that becomes a typed one.</summary>
/// <param name="Site">The call.</param>
/// <param name="Node">What is replaced: the call with its <c>await</c>, and the cast of its reply.</param>
/// <param name="Code">What it is replaced by.</param>
/// <param name="Edits">What changes beside that.</param>
internal sealed record ScriptMove(CallSite Site, SyntaxNode Node, string Code, IReadOnlyList<TextChange> Edits);
