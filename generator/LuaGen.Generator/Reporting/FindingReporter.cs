using LuaGen.Generator.Findings;
using LuaGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Reporting;

/// <summary>Turns findings into diagnostics at their place in the <c>.lua</c> file.</summary>
internal static class FindingReporter
{
    public static Diagnostic ToDiagnostic(Finding finding, string path, SourceText text)
    {
        var span = TextSpan.FromBounds(Math.Min(finding.Span.Start, text.Length), Math.Min(finding.Span.End, text.Length));
        var location = Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
        return Diagnostic.Create(Rules.Of(finding.Rule), location, [.. finding.Arguments]);
    }

    public static Diagnostic ToDiagnostic(ScriptCollision collision) => Diagnostic.Create(
        Rules.Of(RuleId.ScriptNameCollision),
        Location.Create(collision.FilePath, default, default),
        collision.Member,
        collision.FilePath,
        collision.OtherFilePath.Length == 0 ? "the class itself" : collision.OtherFilePath);
}
