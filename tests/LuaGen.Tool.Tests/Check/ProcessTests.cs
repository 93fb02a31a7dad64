using System.Text;
using System.Text.RegularExpressions;

namespace LuaGen.Tool.Tests.Check;

/// <summary>The tool among other programs: pipes, a hook of Git, a workflow.</summary>
public sealed partial class ProcessTests
{
    private const string Wrong = "return redis.call('GTE', KEYS[1])\n";
    private const string Clean = "-- KEYS[1] key\n-- RETURNS string?\nreturn redis.call('GET', KEYS[1])\n";

    [Fact]
    public async Task A_broken_pipe_ends_quietly()
    {
        // Far more than a pipe holds.
        using var folder = new TestFolder().Write("Script.lua", new StringBuilder().Insert(0, "redis.call('GTE', KEYS[1])\n", 20_000).ToString());

        var result = await ToolProcess.ShellAsync(folder, "luagen check Script.lua | head -n 1");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Script.lua(", Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_gets_no_colors_and_no_progress()
    {
        using var folder = new TestFolder();
        for (var i = 0; i < 1100; i++)
        {
            folder.Write($"Scripts/S{i}.lua", i == 0 ? Wrong : Clean);
        }

        var result = await ToolProcess.ShellAsync(folder, "luagen check Scripts");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain('\e', result.Output);
        Assert.EndsWith(" in 1100 scripts\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Wrong, false)]
    [InlineData(Clean, true)]
    public async Task The_hook_of_the_README_refuses_a_commit_with_findings(string script, bool isAccepted)
    {
        using var folder = new TestFolder().Write("Scripts/with space.lua", script).Write("Scripts/Other.lua", Wrong).Write("hook", ReadmeBlock.Of("hook"));

        var result = await ToolProcess.ShellAsync(folder, """
            git init -q . && git config user.name n && git config user.email e@example.org && git config commit.gpgsign false
            mv hook .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
            git add 'Scripts/with space.lua' && git commit -q -m first
            """);

        Assert.Equal(isAccepted, result.ExitCode == 0);
        Assert.Equal(!isAccepted, (result.Output + result.Error).Contains("Scripts/with space.lua(1,19): warning LUA4001", StringComparison.Ordinal));
        Assert.DoesNotContain("Other.lua", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_of_the_workflow_fails_with_annotations()
    {
        using var folder = new TestFolder().Write("Scripts/Get.lua", Wrong);
        var command = Run().Matches(ReadmeBlock.Of("workflow")).Select(match => match.Groups[1].Value).Last();

        var result = await ToolProcess.ShellAsync(folder, command);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("::warning file=Scripts/Get.lua,line=1,endLine=1,col=19,endColumn=24,title=LUA4001::", result.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex("- run: (.+)")]
    private static partial Regex Run();
}
