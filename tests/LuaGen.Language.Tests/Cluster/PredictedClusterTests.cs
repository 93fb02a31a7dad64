using LuaGen.Language.Checking.Cluster;
using LuaGen.Language.Rules;
using LuaGen.TestServers;

namespace LuaGen.Language.Tests.Cluster;

/// <summary>Verifies the cluster rules on a cluster node: each flagged script is compiled here and fails there, and its remedy works.</summary>
public sealed class PredictedClusterTests
{
    // Redis: "Script attempted to access a non local key in a cluster node", since 8.0 "… a slot not served"; Valkey: "Attempted …".
    private const string NonLocal = "ttempted to access a";
    private const string CrossSlot = "do not hash to the same slot";

    [ServerProcessFact]
    public async Task An_undeclared_key_fails_after_what_was_written_before()
    {
        using var cluster = await HalfCluster.StartAsync();
        const string Flagged = """
            redis.call('INCR', KEYS[1])
            return redis.call('INCR', 'stock:writes')
            """;
        const string Rewritten = """
            redis.call('INCR', KEYS[1])
            return redis.call('INCR', KEYS[2])
            """;

        Assert.Contains(Rule.UndeclaredKey, Findings(Flagged));
        Assert.Contains(NonLocal, await cluster.RunAsync(Flagged, ["calls"]), StringComparison.Ordinal);
        Assert.Equal("1", (string?)await cluster.Database.StringGetAsync("calls"));

        Assert.DoesNotContain(Rule.UndeclaredKey, Findings(Rewritten));
        Assert.Equal("1", await cluster.RunAsync(Rewritten, ["calls", "{calls}:writes"]));
    }

    [ServerProcessFact]
    public async Task Keys_of_arguments_and_replies_fail_too()
    {
        using var cluster = await HalfCluster.StartAsync();
        await cluster.Database.StringSetAsync("calls", "stock");
        (Rule Rule, string Script)[] flagged =
        [
            (Rule.UndeclaredKey, "return redis.call('GET', 'stock:' .. ARGV[2])"),
            (Rule.UndeclaredKey, "return redis.call('GET', redis.call('GET', KEYS[1]))"),
            (Rule.KeyAsArgument, "return redis.call('GET', ARGV[1])"),
        ];

        foreach (var (rule, script) in flagged)
        {
            Assert.Contains(rule, Findings(script));
            Assert.Contains(NonLocal, await cluster.RunAsync(script, ["calls"], "stock", "writes"), StringComparison.Ordinal);
        }
    }

    [ServerProcessFact]
    public async Task A_key_built_on_a_declared_one_is_where_the_hash_tag_says()
    {
        using var cluster = await HalfCluster.StartAsync();
        const string Behind = "return redis.call('INCR', KEYS[1] .. ':writes')";
        const string Around = "return redis.call('INCR', '{' .. KEYS[1] .. '}:writes')";

        Assert.Contains(Rule.DerivedKey, Findings(Behind));
        Assert.Contains(Rule.DerivedKey, Findings(Around));
        Assert.Contains(NonLocal, await cluster.RunAsync(Behind, ["order:42"]), StringComparison.Ordinal);
        Assert.Equal("1", await cluster.RunAsync(Behind, ["{calls}:order"]));
        Assert.Equal("1", await cluster.RunAsync(Around, ["order:42"]));
    }

    [ServerProcessFact]
    public async Task Constant_keys_of_two_slots_fail_on_the_second()
    {
        using var cluster = await HalfCluster.StartAsync();
        const string Flagged = """
            redis.call('INCR', 'calls')
            return redis.call('INCR', 'writes')
            """;

        Assert.Contains(Rule.KeysOfDifferentSlots, Findings(Flagged));
        Assert.Contains(NonLocal, await cluster.RunAsync(Flagged, ["calls"]), StringComparison.Ordinal);
        Assert.Equal("1", (string?)await cluster.Database.StringGetAsync("calls"));
    }

    [ServerProcessFact]
    public async Task A_shebang_makes_it_fail_within_one_node_unless_its_flags_allow_that()
    {
        using var cluster = await HalfCluster.StartAsync();
        const string Body = """
            redis.call('INCR', 'calls')
            return redis.call('INCR', 'log')
            """;

        // Both slots belong to this node.
        Assert.All(new[] { "calls", "log" }, key => Assert.True(KeySlot.Of(key) >= HalfCluster.FirstSlot));
        Assert.Equal("1", await cluster.RunAsync(Body, ["calls"]));
        Assert.Contains(CrossSlot, await cluster.RunAsync("#!lua\n" + Body, ["calls"]), StringComparison.Ordinal);
        Assert.Contains(Rule.KeysOfDifferentSlots, Findings("#!lua\n" + Body));

        const string Allowed = "#!lua flags=allow-cross-slot-keys\n" + Body;
        Assert.Equal("2", await cluster.RunAsync(Allowed, ["calls"]));
        Assert.DoesNotContain(Findings(Allowed), rule => rule.Number / 1000 == 6);

        const string Refused = "#!lua flags=no-cluster\n" + Body;
        Assert.Contains("Can not run script on cluster", await cluster.RunAsync(Refused, ["calls"]), StringComparison.Ordinal);
        Assert.DoesNotContain(Findings(Refused), rule => rule.Number / 1000 == 6);
    }

    [ServerProcessFact]
    public async Task The_slot_of_a_key_is_the_servers()
    {
        using var cluster = await HalfCluster.StartAsync();
        var server = cluster.Connection.GetServers()[0];
        string[] keys = ["a", "123456789", "{tag}:a", "a{tag}", "{}a", "a{}{b}", "{{a}}", "a}{b", "{a", "", "user:{42}:log{43}"];

        foreach (var key in keys)
        {
            Assert.Equal((int)await server.ExecuteAsync("CLUSTER", "KEYSLOT", key), KeySlot.Of(key));
        }

        Assert.Null(KeySlot.Of("schlüssel"));
    }

    private static Rule[] Findings(string script) =>
        [.. TestCompiler.Compile(script)
            .Findings.Select(finding => finding.Rule)];
}
