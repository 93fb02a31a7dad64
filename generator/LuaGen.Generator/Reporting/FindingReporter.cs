using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Reporting;

/// <summary>Converts the findings of one file to diagnostics at their position in the file, on the line that Redis would name.</summary>
internal sealed class FindingReporter(string path, string text, bool infoAsWarning)
{
    private readonly LineMap _lines = new(text);

    /// <summary>The zero-based line of a finding.</summary>
    public int LineOf(Finding finding) => _lines.GetPosition(finding.Span.Start).Line;

    public Diagnostic ToDiagnostic(Finding finding)
    {
        var span = SourceSpan.FromBounds(Math.Min(finding.Span.Start, text.Length), Math.Min(finding.Span.End, text.Length));
        var descriptor = Descriptors.Of(finding.Rule);
        var isLifted = infoAsWarning && descriptor.DefaultSeverity == DiagnosticSeverity.Info;
        return Diagnostic.Create(
            descriptor,
            Location.Create(path, new TextSpan(span.Start, span.Length), new LinePositionSpan(PositionOf(span.Start), PositionOf(span.End))),
            isLifted ? DiagnosticSeverity.Warning : descriptor.DefaultSeverity,
            additionalLocations: null,
            properties: null,
            [.. finding.Arguments]);
    }

    private LinePosition PositionOf(int offset)
    {
        var position = _lines.GetPosition(offset);
        return new LinePosition(position.Line, position.Column);
    }

    public static Diagnostic ToDiagnostic(ScriptCollision collision) => Diagnostic.Create(
        Descriptors.Of(Rule.ScriptNameCollision),
        Location.Create(collision.FilePath, default, default),
        collision.Member,
        collision.FilePath,
        collision.OtherFilePath.Length == 0 ? "the class itself" : collision.OtherFilePath);
}
