using System.Text.RegularExpressions;
using LuaGen.Language.Rules;
using LuaGen.Language.Text;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Checking;

/// <summary>What a message advises is itself checked: the advised code, in the place of the finding, removes the finding and runs.</summary>
public sealed partial class RemedyTests
{
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
