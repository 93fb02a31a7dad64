using LuaGen.Language.Rules;
using LuaGen.Tool.Check.Analysis;

namespace LuaGen.Tool.Check.Reporting;

/// <summary>For programs. Lines and columns count from 1, columns in UTF-16 units; an end is the place after the last character.</summary>
internal sealed class JsonReport : IReport
{
    /// <summary>Raised when a reader of the format would have to change.</summary>
    private const int FormatVersion = 1;

    public void Write(CheckResult result, TextWriter output) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteNumber("version", FormatVersion);
        json.WriteStartArray("findings");
        foreach (var (file, finding) in result.Findings)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("line", finding.Start.Line + 1);
            json.WriteNumber("column", finding.Start.Column + 1);
            json.WriteNumber("endLine", finding.End.Line + 1);
            json.WriteNumber("endColumn", finding.End.Column + 1);
            json.WriteString("severity", finding.SeverityName);
            json.WriteString("rule", finding.Rule.Id);
            json.WriteString("message", finding.Message);
            json.WriteString("help", finding.Rule.HelpLink);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("summary");
        json.WriteNumber("scripts", result.Files.Count);
        json.WriteNumber("errors", result.Count(Severity.Error));
        json.WriteNumber("warnings", result.Count(Severity.Warning));
        json.WriteNumber("infos", result.Count(Severity.Info));
        json.WriteEndObject();
    });
}
