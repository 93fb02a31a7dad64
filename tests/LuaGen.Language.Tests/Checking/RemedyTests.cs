using System.Text.RegularExpressions;
using LuaGen.Language.Rules;
using LuaGen.Language.Text;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Checking;

/// <summary>What a message advises is itself checked: the advised code, in the place of the finding, removes the finding and runs.</summary>
public sealed partial class RemedyTests
{
    /// <summary>The rules whose pages show a whole script; the other pages show header lines, files or C#.</summary>
    public static TheoryData<string> Pages => [.. Rule.All.Where(rule => rule.Number is >= 3000 and < 7000 && PageOf(rule.Id, "## Write instead") is not null).Select(rule => rule.Id)];

    /// <summary>Rules without code that can be put in a place, and why.</summary>
    private static readonly Dictionary<string, string> Unapplied = new(StringComparer.Ordinal)
    {
    };

    public static TheoryData<string, string> Scripts => new()
    {
        { "LUA3004", "if ARGV[1] > 5 then return 1 end\nreturn redis.call('LLEN', KEYS[1])" },
        { "LUA5020", "local v = redis.call('GET', KEYS[1])\nif v == nil then return 1 end\nreturn 0" },
        { "LUA5020", "if redis.call('GET', KEYS[1]) ~= nil then return 1 end\nreturn 0" },
        { "LUA5020", "local both = redis.call('MGET', KEYS[1], KEYS[1])\nif both[1] == nil then return 1 end\nreturn 0" },
        { "LUA5021", "if redis.call('TYPE', KEYS[1]) == 'hash' then return 1 end\nreturn 0" },
        { "LUA5021", "local set = redis.call('SET', KEYS[1], 'v', 'NX')\nif set == 'OK' then return 1 end\nreturn 0" },
        { "LUA5021", "if redis.call('SET', KEYS[1], 'v', 'NX') ~= 'OK' then return 1 end\nreturn 0" },
        { "LUA5021", "if redis.call('SET', KEYS[1], 'v') ~= 'OK' then return 1 end\nreturn 0" },
        { "LUA5022", "if redis.call('TIME')[1] > 5 then return 1 end\nreturn redis.call('LLEN', KEYS[1])" },
        { "LUA5023", "-- KEYS[1] list\n-- RETURNS double\nreturn redis.call('LLEN', KEYS[1]) * 1.5" },
        { "LUA5027", "if redis.call('EXISTS', KEYS[1]) then return 1 end\nreturn 0" },
        { "LUA5027", "local gone = redis.call('DEL', KEYS[1])\nif not (gone) then return 1 end\nreturn 0" },
        { "LUA5034", "local rows = redis.call('LRANGE', KEYS[1], 0, -1)\nif (rows) == 1 or rows then return 1 else return 0 end" },
        { "LUA5034", "if redis.call('SMEMBERS', KEYS[1]) then return 1 end\nreturn 0" },
        { "LUA5034", "local rows = redis.call('LRANGE', KEYS[1], 0, -1)\nif #rows then return 1 end\nreturn 0" },
        { "LUA5035", "if redis.call('LLEN', KEYS[1]) == false then return 1 end\nreturn 0" },
        { "LUA5035", "if redis.call('TTL', KEYS[1]) == nil then return 1 end\nreturn 0" },
        { "LUA5035", "if redis.call('EXISTS', KEYS[1]) == true then return 1 end\nreturn 0" },
        { "LUA5035", "if redis.call('SMEMBERS', KEYS[1]) == {} then return 1 end\nreturn 0" },
        { "LUA5035", "redis.setresp(3)\nif redis.call('GET', KEYS[1]) == false then return 1 end\nreturn 0" },
        { "LUA5039", "if redis.call('GET', KEYS[1]) == 'nil' then return 1 end\nreturn 0" },
        { "LUA4025", "local n = redis.call('LLEN', KEYS[1])\nreturn redis.call('LTRIM', KEYS[1], 0, n / 2)" },
        { "LUA4011", "return redis.call('HSET', KEYS[1], 'on', true)" },
        { "LUA5045", "local t = redis.call('LRANGE', KEYS[1], 0, -1)\ntable.sort(t, function(a, b) return a <= b end)\nreturn t" },
        { "LUA5046", "local time = redis.call('TIME')\nreturn redis.call('SET', KEYS[1], 'at:' .. time[1] * 1000000)" },
        { "LUA5049", "return redis.call('INCRBY', KEYS[1], bit.lshift(1, 40))" },
        { "LUA5050", "return redis.call('SET', KEYS[1], '\\x41')" },
    };

    [ServerTheory]
    [MemberData(nameof(Scripts))]
    public async Task The_advised_code_removes_the_finding_and_runs(string id, string script)
    {
        var rule = Rule.Find(id)!;
        var finding = Findings(script).First(each => each.Rule == rule);
        var code = AdvisedCode().Matches(TestCompiler.Message(finding))[^1].Groups[1].Value;
        var place = id == "LUA5049" ? PlaceOfCall(script, finding.Span.Start) : (finding.Span.Start, finding.Span.Length);

        var mended = script[..place.Start] + code + script[(place.Start + place.Length)..];

        Assert.DoesNotContain(Findings(mended), each => each.Rule == rule);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        await connection.GetDatabase().ScriptEvaluateAsync(mended, [$"remedies:{Guid.NewGuid()}"], ["7"]);
    }

    /// <summary>The script that a page suggests loads and runs; what a header or a sandbox rule is about does not change that.</summary>
    [ServerTheory]
    [MemberData(nameof(Pages))]
    public async Task The_suggested_script_runs(string id)
    {
        var script = PageOf(id, "## Write instead")!;
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var (keys, arguments) = SampleCall.Of(script);

        var failure = await Record.ExceptionAsync(() => connection.GetDatabase().ScriptEvaluateAsync(script, keys, arguments));

        // An error that the script raises itself is a result.
        Assert.True(failure is null || (failure is RedisServerException && script.Contains("-- RAISES " + failure.Message.Split(' ')[0], StringComparison.Ordinal)), failure?.Message);
    }

    /// <summary>Each rule's remedy is applied: as the finding's own edit, or as the code in its message. A rule that shows no code is listed with the reason.</summary>
    [Fact]
    public void Every_rule_is_applied()
    {
        var applied = Scripts.Select(row => (string)((object[])row)[0]).ToHashSet(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var rule in Rule.All.Where(rule => !rule.IsFoundByHost && rule.Number < 7000 && !applied.Contains(rule.Id) && !Unapplied.ContainsKey(rule.Id)))
        {
            if (PageOf(rule.Id, "## Flagged") is not { } flagged || Findings(flagged).FirstOrDefault(finding => finding.Rule == rule) is not { Replacement: { } edit })
            {
                missing.Add($"{rule.Id}: {rule.MessageFormat}");
                continue;
            }

            var mended = flagged[..edit.Span.Start] + edit.Text + flagged[edit.Span.End..];
            if (Findings(mended).Any(finding => finding.Rule == rule && finding.Span.Start == edit.Span.Start))
            {
                missing.Add($"{rule.Id}: the edit does not remove the finding");
            }
        }

        Assert.Equal([], missing);
        Assert.Equal([], Unapplied.Keys.Where(applied.Contains));
    }

    private static string? PageOf(string id, string heading)
    {
        const string Fence = "```lua\n";
        var page = File.ReadAllText(Repository.PathOf("generator", "rules", id + ".md"));
        var start = page.IndexOf(heading, StringComparison.Ordinal);
        start = start < 0 ? -1 : page.IndexOf(Fence, start, StringComparison.Ordinal);
        return start < 0 ? null : page[(start + Fence.Length)..page.IndexOf("```", start + Fence.Length, StringComparison.Ordinal)];
    }

    private static EquatableArray<Finding> Findings(string script) => TestCompiler.Compile(script, className: "TestScripts").Findings;

    /// <summary>The advice about a shift is for the call, and the finding is at its distance.</summary>
    private static (int Start, int Length) PlaceOfCall(string script, int inside)
    {
        var start = script.LastIndexOf("bit.", inside, StringComparison.Ordinal);
        return (start, script.IndexOf(')', inside) + 1 - start);
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex AdvisedCode();
}
