using LuaGen.Language.Commands;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Commands;

/// <summary>The work per call is bounded, whatever its arguments.</summary>
public sealed class MatchingBoundsTests
{
    /// <summary>Without a bound, the work takes longer than anyone waits; with one, a small part of a second.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Grammars => [.. CommandTable.Names.Where(name => CommandTable.Find(name)!.Arguments is not null)];

    /// <summary>Arguments that may all be anything have the most interpretations, and an invalid end makes the matcher try them all.</summary>
    [Theory]
    [MemberData(nameof(Grammars))]
    public async Task Sixty_unknown_arguments_are_read_at_all(string name)
    {
        var arguments = new string?[60];
        arguments[^1] = "no option of any command";

        await Task.Run(() => ArgumentMatcher.Fits(CommandTable.Find(name)!.Arguments!, arguments, isOpen: false, ServerList.Any)).WaitAsync(Limit);
    }

    [Fact]
    public void More_arguments_than_are_looked_at_fit() => Assert.True(ArgumentMatcher.Fits(
        CommandTable.Find("MSET")!.Arguments!, [.. Enumerable.Repeat("x", 101)], isOpen: false, ServerList.Any));

    [Fact]
    public async Task Ten_thousand_calls_are_checked_at_all()
    {
        var script = "local ttl = ARGV[1]\n" + string.Concat(Enumerable.Repeat("redis.call('SET', KEYS[1], ARGV[2], 'NX', 'EXX', ttl)\n", 10_000));

        var compiled = await Task.Run(() => TestCompiler.Compile(script)).WaitAsync(Limit);

        Assert.Equal(10_000, compiled.Findings.Count(finding => finding.Rule == Rule.UnfitArgument));
    }
}
