using LuaGen.Generator.CallSites;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>A call that can become a typed call.</summary>
/// <param name="Site">The call.</param>
/// <param name="Arguments">What it passes, in the order of the header.</param>
/// <param name="Use">How its reply is used.</param>
/// <param name="Database">The target for which the class of scripts is created.</param>
internal sealed record PlannedCall(CallSite Site, IReadOnlyList<PassedArgument> Arguments, ReplyUse Use, ExpressionSyntax Database)
{
    /// <summary>The lines of the header.</summary>
    public IEnumerable<string> Declarations => Arguments.Select(argument => argument.Declaration).Concat(Use.Declarations);

    /// <summary>The parts of the file that the typed call replaces.</summary>
    public IEnumerable<TextSpan> Replaced => Use.Edits.Select(edit => edit.Span).Prepend(Use.Node.Span);
}
