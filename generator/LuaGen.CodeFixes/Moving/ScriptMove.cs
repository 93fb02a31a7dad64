using LuaGen.Generator.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>A call that becomes a typed call.</summary>
/// <param name="Site">The call.</param>
/// <param name="Node">The expression to replace: the call with its <c>await</c> and the cast of its reply.</param>
/// <param name="Code">The replacement.</param>
/// <param name="Edits">Further edits.</param>
internal sealed record ScriptMove(CallSite Site, SyntaxNode Node, string Code, IReadOnlyList<TextChange> Edits)
{
    /// <summary>The statements that only loaded the script.</summary>
    public IReadOnlyList<StatementSyntax> Loads { get; init; } = [];
}
