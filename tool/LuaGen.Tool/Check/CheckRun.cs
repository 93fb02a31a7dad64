using LuaGen.Tool.Check.Analysis;
using LuaGen.Tool.Check.Configuration;
using LuaGen.Tool.Check.Files;
using LuaGen.Tool.Check.Fixing;
using LuaGen.Tool.Check.Reporting;

namespace LuaGen.Tool.Check;

/// <summary>One run of <c>luagen check</c>: options, configuration, files, analysis, report.</summary>
internal sealed class CheckRun(ToolConsole console, CheckOptions options)
{
    public int Run()
    {
        var finder = new ScriptFinder(console, new ProjectFinder(options, console.Directory));
        if (options.StdinFileName is { } name)
        {
            finder.AddFile(Path.GetFullPath(name, console.Directory), ReadInput());
        }
        else
        {
            finder.Add(options.Paths);
        }

        var result = new ScriptChecker(console, options.Fix, options.RewritesLuaScripts).Run(finder.Inputs, CancellationToken.None);
        foreach (var note in finder.Notes)
        {
            console.WriteNote(note);
        }

        if (finder.Inputs.Count == 0 && finder.Problems.Count == 0)
        {
            console.WriteNote("no .lua files here");
        }

        string[] problems = [.. finder.Problems, .. result.Problems];
        foreach (var problem in problems)
        {
            console.WriteError(problem);
        }

        if (result.Files.Count > 0 || problems.Length == 0)
        {
            Report().Write(result, console.Output);
        }

        if (options.Fix == FixMode.Write && result.Fixed.Count > 0)
        {
            console.WriteNote(result.Fixed.Count == 1 ? "1 script was fixed" : $"{result.Fixed.Count} scripts were fixed");
        }

        return problems.Length > 0 ? ExitCode.CouldNotRun
            : options.Fix == FixMode.Diff ? result.Fixed.Count > 0 ? ExitCode.Findings : ExitCode.Clean
            : !options.ListsCalls && result.Findings.Any(pair => pair.Finding.Severity >= options.FailOn) ? ExitCode.Findings
            : ExitCode.Clean;
    }

    private IReport Report() => options switch
    {
        { ListsCalls: true } => new CallList(),
        { Fix: FixMode.Diff } => new DiffReport(console.IsTerminal),
        { Format: ReportFormat.Json } => new JsonReport(),
        { Format: ReportFormat.Sarif } => new SarifReport(),
        { Format: ReportFormat.GitHub } => new GitHubReport(),
        { Format: ReportFormat.Agent } => new AgentReport(),
        _ => new TextReport(console.UsesColors),
    };

    private byte[] ReadInput()
    {
        using var bytes = new MemoryStream();
        console.Input.CopyTo(bytes);
        return bytes.ToArray();
    }
}
