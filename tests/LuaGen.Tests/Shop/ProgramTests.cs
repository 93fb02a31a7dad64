using System.Diagnostics;

namespace LuaGen.Tests.Shop;

/// <summary>The sample as its users run it: every scenario on Redis and on Garnet, with an exit code.</summary>
public sealed class ProgramTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly string[] Scenarios =
        ["transfer", "lock", "stock", "ratelimit", "leaderboard", "batch", "debugging", "versions", "errors", "roundtrips", "functions"];

    [ServerProcessFact]
    public async Task Every_scenario_runs_on_a_server_process() => await EveryScenarioRunsAsync("process");

    [Fact]
    public async Task Every_scenario_runs_on_the_embedded_server() => await EveryScenarioRunsAsync("embedded");

    [Fact]
    public async Task The_list_names_the_scenarios()
    {
        var run = await RunAsync("--list");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Scenarios, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task One_scenario_runs_alone()
    {
        var run = await RunAsync("--server", "embedded", "versions");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Versions  (Scripts/Bank)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Leaderboard", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no scenario 'transfers'", "transfers")]
    [InlineData("Cannot read '--all'", "--all")]
    [InlineData("--redis needs a value", "--redis")]
    [InlineData("There is no server 'here'", "--server", "here")]
    public async Task What_cannot_be_read_is_said_in_one_line(string expected, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(expected, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task EveryScenarioRunsAsync(string server)
    {
        var run = await RunAsync("--server", server);

        Assert.Equal("", run.Errors);
        Assert.DoesNotContain("!!", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nAll \d+ answers are what they should be\.\n$", run.Output);
        Assert.Equal(0, run.ExitCode);
        // Plain text, because the output is not a terminal.
        Assert.DoesNotContain('\e', run.Output);
        Assert.Equal(Scenarios.Length, run.Output.Split('\n').Count(line => line.Contains("(Scripts/", StringComparison.Ordinal)));
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Shop.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("REDIS_CONNECTION");
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
