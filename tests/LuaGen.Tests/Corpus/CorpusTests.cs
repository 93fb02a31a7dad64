using System.Text;

namespace LuaGen.Tests.Corpus;

/// <summary>Verifies the corpus: on a live server, every script gives the replies that its calls file states.</summary>
public sealed class CorpusTests(CorpusServer server) : IClassFixture<CorpusServer>
{
    public static TheoryData<string> Scripts { get; } = [.. CorpusScript.Names];

    [ServerProcessTheory]
    [MemberData(nameof(Scripts))]
    public void Replies_as_its_calls_state(string name)
    {
        var script = CorpusScript.Load(name);

        Assert.Empty(server.Run(script.Text, script.Calls));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Is_called_twice_at_least(string name) =>
        Assert.True(CorpusScript.Load(name).Calls.Count(call => call.Kind == CorpusCallKind.Call) >= 2);

    [Fact]
    public void Is_large_and_listed()
    {
        Assert.True(CorpusScript.Names.Count >= 65);

        var readme = File.ReadAllText(Path.Combine(CorpusScript.Root, "README.md"));
        Assert.All(CorpusScript.Names, name => Assert.Contains($"| {name} |", readme, StringComparison.Ordinal));
    }

    // A checkout that rewrites line ends would silently remove these cases.
    [Fact]
    public void Some_scripts_keep_their_CRLF() =>
        Assert.Equal(
            ["Counters/UniqueVisitors", "Geo/MoveDriver", "Sessions/RevokeAll"],
            CorpusScript.Names.Where(name => CorpusScript.Load(name).Text.AsSpan().IndexOf("\r\n"u8) >= 0));

    [ServerProcessTheory]
    [InlineData("""[1, "a", null, [+OK], "\xff"]""")]
    [InlineData("""[*, *, *, *, *]""")]
    [InlineData("*")]
    public void A_right_reply_passes(string reply) => Assert.Empty(RunReplies(reply));

    [ServerProcessTheory]
    [InlineData("""[1, "a", null, [+OK]]""")]
    [InlineData("""[1, "a", null, [+OK], "\xff", 1]""")]
    [InlineData("""["1", "a", null, [+OK], "\xff"]""")]
    [InlineData("""[1, "b", null, [+OK], "\xff"]""")]
    [InlineData("""[1, "a", "", [+OK], "\xff"]""")]
    [InlineData("""[1, "a", null, ["OK"], "\xff"]""")]
    [InlineData("""[1, "a", null, [+OK], "\xfe"]""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("error ERR")]
    public void A_wrong_reply_is_a_fault(string reply) => Assert.Single(RunReplies(reply));

    [ServerProcessTheory]
    [InlineData("error LOST by two", 0)]
    [InlineData("error LOST", 0)]
    [InlineData("error LOST by three", 1)]
    [InlineData("error LOS", 1)]
    [InlineData("*", 1)]
    [InlineData("null", 1)]
    public void An_error_is_told_by_its_code_and_text(string reply, int faults) =>
        Assert.Equal(faults, Run("return redis.error_reply('LOST by two points')", $"EVAL 0 => {reply}").Count);

    [ServerProcessFact]
    public void Commands_and_cases_act_on_the_keys()
    {
        const string Script = "return redis.call('GET', KEYS[1])";

        Assert.Empty(Run(Script, "> SET k 'a b'\nEVAL 1 k => \"a b\"\n> GET k => \"a b\"\n# anew\nEVAL 1 k => null"));
        Assert.Single(Run(Script, "> SET k a\n> GET k => \"b\""));
        Assert.Single(Run(Script, "> NOSUCHCOMMAND"));
    }

    [Theory]
    [InlineData("EVAL 0")]
    [InlineData("EVAL => 1")]
    [InlineData("GET k => 1")]
    [InlineData("> ")]
    [InlineData("EVAL 0 => 1 2")]
    [InlineData("EVAL 0 => [1 2]")]
    [InlineData("EVAL 0 => [1")]
    [InlineData("EVAL 0 => nil")]
    [InlineData("EVAL 0 \"a => 1")]
    [InlineData("EVAL 0 'a => 1")]
    [InlineData("EVAL 0 a'b' => 1")]
    [InlineData("EVAL 0 \"\\q\" => 1")]
    public void Another_line_is_refused(string line)
    {
        var fault = Assert.Throws<FormatException>(() => CorpusCall.ParseAll("\n" + line));
        Assert.StartsWith("line 2: ", fault.Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<string> RunReplies(string reply) =>
        Run(@"return { 1, 'a', false, { redis.status_reply('OK') }, '\255' }", $"EVAL 0 => {reply}");

    private IReadOnlyList<string> Run(string script, string calls) =>
        server.Run(Encoding.UTF8.GetBytes(script), CorpusCall.ParseAll(calls));
}
