using System.Diagnostics;
using System.Text.RegularExpressions;
using LuaGen.CodeFixes;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.TestServers;
using Microsoft.CodeAnalysis;
using StackExchange.Redis;

namespace LuaGen.Generator.Tests.CodeFixes;

/// <summary>Checks the statements of the migration sample's README against the service before and after.</summary>
public sealed partial class MigrationSampleTests
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(3);

    private static string Readme => File.ReadAllText(Repository.PathOf("samples", "Migration", "README.md"));

    [Fact]
    public async Task The_command_shows_the_findings_of_the_README()
    {
        var shown = Findings().Match(Readme).Groups["lines"].Value.Split('\n');

        Assert.NotEmpty(shown);
        Assert.Equal(shown, await BuildAsync("Before", "-p:LuaGenInfoAsWarning=true"));
    }

    [Fact]
    public async Task Nothing_is_left_to_say_afterwards() => Assert.Empty(await BuildAsync("After", "-p:LuaGenInfoAsWarning=true"));

    [Fact]
    public void The_README_gives_the_command() =>
        Assert.Contains("dotnet build samples/Migration/Before --no-incremental -p:LuaGenInfoAsWarning=true", Readme, StringComparison.Ordinal);

    [ServerFact]
    public async Task Before_and_after_do_the_same()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);

        var before = await ProjectRun.RunAsync(Read("Before"), "Migration.Program", connection.GetDatabase());

        Assert.Equal("first 2, second -1, price 2.50, left 2", before);
        Assert.Equal(before, await ProjectRun.RunAsync(Read("After"), "Migration.Program", connection.GetDatabase()));
    }

    [Fact]
    public async Task The_fixes_that_the_README_names_mend_it()
    {
        var project = Read("Before");
        project = await FixHost.FixAsync(project, new PassMissingFix(), Assert.Single(await FixHost.DiagnosticsAsync(project, "LUA7001")));
        project = await FixHost.FixAsync(project!, new UseArgvFix(), Assert.Single(await FixHost.DiagnosticsAsync(project!, "LUA7003")));
        project = await FixHost.FixAllAsync(project!, new MoveScriptFix(), "LUA7009");

        // A script that is loaded for its hash stays a string.
        Assert.Equal(["Scripts/Cancel.lua", "Scripts/Left.lua", "Scripts/Read.lua", "Scripts/Reserve.lua"], (await FixHost.ScriptsAsync(project)).Keys);
        Assert.Single(await FixHost.DiagnosticsAsync(project, "LUA7009"));
        Assert.Empty((await FixHost.GenerateAsync(project)).CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    private static Project Read(string folder)
    {
        var root = Repository.PathOf("samples", "Migration", folder);
        var scripts = Directory.GetFiles(root, "*.lua", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file)));
        return FixHost.Project([File.ReadAllText(Path.Combine(root, "Warehouse.cs")), File.ReadAllText(Repository.PathOf("samples", "Migration", "Program.cs"))], scripts, "Migration");
    }

    /// <summary>Returns the warnings of a build, without the folder, the help link and the project.</summary>
    private static async Task<string[]> BuildAsync(string folder, params string[] arguments)
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,

            // The projects that the sample references are already built, and these tests have them loaded.
            ArgumentList = { "build", $"samples/Migration/{folder}", "--no-incremental", "-c", configuration, "-p:BuildProjectReferences=false", "-nodeReuse:false", "-p:UseSharedCompilation=false" },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(variable);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var limit = new CancellationTokenSource(BuildLimit);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, output);
        return [.. Finding().Matches(output).Select(match => match.Groups["finding"].Value).Distinct().OrderBy(PlaceOf)];
    }

    private static (int Line, int Column) PlaceOf(string finding)
    {
        var numbers = Number().Matches(finding);
        return (int.Parse(numbers[0].ValueSpan, provider: null), int.Parse(numbers[1].ValueSpan, provider: null));
    }

    [GeneratedRegex(@"^.*?(?<finding>\w+\.(cs|lua)\(\d+,\d+\): (warning|error) LUA\d+: .*?) \(https:", RegexOptions.Multiline)]
    private static partial Regex Finding();

    [GeneratedRegex(@"```text\n(?<lines>Warehouse\.cs.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Findings();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
