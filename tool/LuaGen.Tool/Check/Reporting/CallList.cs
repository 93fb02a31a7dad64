using LuaGen.Language.Rules;
using LuaGen.Tool.Check.Analysis;

namespace LuaGen.Tool.Check.Reporting;

/// <summary><c>--list</c>: the class and method that each file becomes, or why there is none.</summary>
internal sealed class CallList : IReport
{
    public void Write(CheckResult result, TextWriter output)
    {
        foreach (var file in result.Files)
        {
            output.WriteLine($"{Printable.Of(file.Path)} → {CallOf(file)}");
        }
    }

    private static string Listed(IEnumerable<string> paths) => string.Join(", ", paths.Order(StringComparer.Ordinal).Select(Printable.Of));

    private static string CallOf(CheckedFile file)
    {
        if (file.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error) is { } error)
        {
            return $"nothing: {error.Rule.Id} in line {error.Start.Line + 1}";
        }

        var calls = string.Join(", ", (file.Model is { } model ? [model] : file.Functions).Select(script => $"{script.Class}.{script.Name}"));
        return file.IsFragment ? file.Includers.Count == 0 ? "nothing: no script includes it" : $"part of {Listed(file.Includers)}"
            : calls.Length > 0 ? file.Includes.Count == 0 ? calls : $"{calls} with {Listed(file.Includes)}"
            : file.IsForRedis ? "nothing: not a script that is called"
            : "nothing: not a Redis script";
    }
}
