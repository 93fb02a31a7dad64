using LuaGen.Language;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Reporting;

/// <summary>Turns the findings of one file into diagnostics at their place in it, on the line that Redis would name.</summary>
internal sealed class FindingReporter(string path, string text, bool infoAsWarning)
{
    private readonly LineMap _lines = new(text);

    /// <summary>Whether a comment suppresses a finding.</summary>
    public bool IsSuppressed(Finding finding, CompiledScript script) => script.Suppresses(finding, _lines);

    public Diagnostic ToDiagnostic(Finding finding)
    {
        var span = SourceSpan.FromBounds(Math.Min(finding.Span.Start, text.Length), Math.Min(finding.Span.End, text.Length));
        return Diagnostic.Create(
            Descriptors.Of(finding.Rule),
            Location.Create(path, new TextSpan(span.Start, span.Length), new LinePositionSpan(PositionOf(span.Start), PositionOf(span.End))),
            Descriptors.SeverityOf(finding.Rule, infoAsWarning),
            additionalLocations: null,
            properties: null,
            [.. finding.Arguments]);
    }

    private LinePosition PositionOf(int offset)
    {
        var position = _lines.GetPosition(offset);
        return new LinePosition(position.Line, position.Column);
    }
}
