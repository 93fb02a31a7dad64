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
    public static TheoryData<string> Pages => [.. Rule.All.Where(rule => rule.Number is >= 3000 and < 7000 && !NeedNewerServer.Contains(rule.Number) && PageOf(rule.Id, "## Write instead") is not null).Select(rule => rule.Id)];

    /// <summary>Their pages show a command or an option that the oldest server of these tests does not have.</summary>
    private static readonly int[] NeedNewerServer = [4007, 4014];

    /// <summary>Rules without code that can be put in a place, and why. Rules below 3000 are of syntax and header lines, whose edits FixTests applies.</summary>
    private static readonly Dictionary<string, string> Unapplied = new(StringComparer.Ordinal)
    {
        ["LUA3001"] = "shows a declaration whose name and type only the author knows",
        ["LUA3002"] = "names a line to remove",
        ["LUA4001"] = "names a command",
        ["LUA4002"] = "shows the form of a command",
        ["LUA4003"] = "names a subcommand",
        ["LUA4004"] = "shows the form of a command",
        ["LUA4006"] = "names what to remove",
        ["LUA4008"] = "names another command",
        ["LUA4009"] = "describes what to write",
        ["LUA4012"] = "shows a header line that states the oldest server",
        ["LUA4007"] = "shows a header line that states the oldest server",
        ["LUA4014"] = "names what the servers need",
        ["LUA4015"] = "asks to check a name",
        ["LUA4016"] = "is about a server that these tests do not run",
        ["LUA4017"] = "is about a server that these tests do not run",
        ["LUA4018"] = "shows a command instead of the script; LUA4018Tests compares what both leave",
        ["LUA5040"] = "is about a server that these tests do not run",
        ["LUA5041"] = "is about a server that these tests do not run",
        ["LUA5042"] = "is about a server that these tests do not run",
        ["LUA4030"] = "names the order of two commands",
        ["LUA4031"] = "names a command",
        ["LUA5003"] = "describes the code of an error",
        ["LUA5004"] = "shows errors, which never run without one",
        ["LUA5008"] = "describes what to write",
        ["LUA5028"] = "describes what to write",
        ["LUA5051"] = "describes what to write",
        ["LUA5053"] = "names a command",
        ["LUA5054"] = "describes what to write",
        ["LUA5056"] = "describes what to write",
        ["LUA6003"] = "shows keys that only the author can choose",
    };

    /// <summary>Code that a message advises, and the script with that code in it: the finding is gone, and the script runs.</summary>
    public static TheoryData<string, string, string, string> Rewritten => new()
    {
        { "LUA3003", "return redis.call('GET', KEYS[0])", "KEYS[1]", "return redis.call('GET', KEYS[1])" },
        { "LUA3005", "-- KEYS[1] stock\n-- KEYS[2] pending\n-- RETURNS long\nlocal pending = KEYS[1]\nlocal other = KEYS[2]\nreturn redis.call('DEL', pending, other)", "local pending = KEYS[2]", "-- KEYS[1] stock\n-- KEYS[2] pending\n-- RETURNS long\nlocal pending = KEYS[2]\nlocal other = KEYS[1]\nreturn redis.call('DEL', pending, other)" },
        { "LUA3006", "-- KEYS[1] a\n-- ARGV[1] log: string\n-- RETURNS long\nredis.call('INCR', KEYS[1])\nreturn redis.call('RPUSH', ARGV[1], 'x')", "KEYS[2]", "-- KEYS[1] a\n-- KEYS[2] log\n-- RETURNS long\nredis.call('INCR', KEYS[1])\nreturn redis.call('RPUSH', KEYS[2], 'x')" },
        { "LUA4005", "return redis.call('BLPOP', KEYS[1], 1)", "LPOP", "return redis.call('LPOP', KEYS[1])" },
        { "LUA4010", "return redis.call('GET', KEYS[1])", "-- @readonly", "-- @readonly\nreturn redis.call('GET', KEYS[1])" },
        { "LUA4026", "-- KEYS[1] a\n-- ARGV[1] ttl: seconds\n-- ARGV[2...] members: string\n-- RETURNS long\nredis.call('EXPIRE', KEYS[1], ARGV[1])\nreturn redis.call('SADD', KEYS[1], unpack(ARGV, 2))", "#ARGV < 2", "-- KEYS[1] a\n-- ARGV[1] ttl: seconds\n-- ARGV[2...] members: string\n-- RETURNS long\nif #ARGV < 2 then return 0 end\nredis.call('EXPIRE', KEYS[1], ARGV[1])\nreturn redis.call('SADD', KEYS[1], unpack(ARGV, 2))" },
        { "LUA4027", "-- KEYS[1] a\n-- ARGV[1] hold: milliseconds\n-- RETURNS ok\nreturn redis.call('SET', KEYS[1], 'v', 'EX', ARGV[1])", "'PX'", "-- KEYS[1] a\n-- ARGV[1] hold: milliseconds\n-- RETURNS ok\nreturn redis.call('SET', KEYS[1], 'v', 'PX', ARGV[1])" },
        { "LUA4028", "-- KEYS[1] a\n-- ARGV[1] member: string\n-- ARGV[2] score: double\n-- RETURNS long\nreturn redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])", "ARGV[2], ARGV[1]", "-- KEYS[1] a\n-- ARGV[1] member: string\n-- ARGV[2] score: double\n-- RETURNS long\nreturn redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])" },
        { "LUA4028", "local rows = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')\nfor i = 1, #rows, 2 do redis.call('ZADD', KEYS[2], rows[i], rows[i + 1]) end\nreturn 1", "rows[i + 1], rows[i]", "local rows = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')\nfor i = 1, #rows, 2 do redis.call('ZADD', KEYS[2], rows[i + 1], rows[i]) end\nreturn 1" },
        { "LUA4029", "-- @since 3.2\nlocal now = redis.call('TIME')[1]\nreturn redis.call('SET', KEYS[1], now)", "redis.replicate_commands()", "-- @since 3.2\nredis.replicate_commands()\nlocal now = redis.call('TIME')[1]\nreturn redis.call('SET', KEYS[1], now)" },
        { "LUA5001", "total = redis.call('INCR', KEYS[1])\nreturn total", "local total = ", "local total = redis.call('INCR', KEYS[1])\nreturn total" },
        { "LUA5002", "print(ARGV[1])\nreturn redis.call('INCR', KEYS[1])", "redis.log(redis.LOG_NOTICE, ", "redis.log(redis.LOG_NOTICE, ARGV[1])\nreturn redis.call('INCR', KEYS[1])" },
        { "LUA5005", "return redis.call('SET', KEYS[1], 9007199254740993)", "'9007199254740993'", "return redis.call('SET', KEYS[1], '9007199254740993')" },
        { "LUA5006", "redis.log(redis.LOG_WARN, 'x')\nreturn redis.call('INCR', KEYS[1])", "redis.LOG_WARNING", "redis.log(redis.LOG_WARNING, 'x')\nreturn redis.call('INCR', KEYS[1])" },
        { "LUA5007", "-- KEYS[1] a\n-- ARGV[1...] members: string\n-- RETURNS long\nif #ARGV == 0 then return 0 end\nreturn redis.call('SADD', KEYS[1], unpack(ARGV))", "unpack(ARGV, i, math.min(i + 999, #ARGV))", "-- KEYS[1] a\n-- ARGV[1...] members: string\n-- RETURNS long\nlocal added = 0\nfor i = 1, #ARGV, 1000 do\n  added = added + redis.call('SADD', KEYS[1], unpack(ARGV, i, math.min(i + 999, #ARGV)))\nend\nreturn added" },
        { "LUA5024", "return redis.call('LLEN', KEYS[1]) / 2", "string.format('%.17g', redis.call('LLEN', KEYS[1]) / 2)", "return string.format('%.17g', redis.call('LLEN', KEYS[1]) / 2)" },
        { "LUA5025", "return { 1, nil, redis.call('INCR', KEYS[1]) }", "false", "return { 1, false, redis.call('INCR', KEYS[1]) }" },
        { "LUA5026", "local n = redis.call('INCR', KEYS[1])\nreturn { n, name = 'x' }", "cjson.encode", "local n = redis.call('INCR', KEYS[1])\nreturn cjson.encode({ count = n, name = 'x' })" },
        { "LUA5029", "-- KEYS[1] a\n-- RETURNS bool\nreturn redis.call('SET', KEYS[1], 'v', 'NX')", "and 1 or 0", "-- KEYS[1] a\n-- RETURNS bool\nreturn redis.call('SET', KEYS[1], 'v', 'NX') and 1 or 0" },
        { "LUA5030", "-- KEYS[1] a\n-- RETURNS long\n-- RAISES EMPTY\nif redis.call('DECR', KEYS[1]) < -9 then error('EMPTY nothing left') end\nreturn 1", "error({ err = 'EMPTY ", "-- KEYS[1] a\n-- RETURNS long\n-- RAISES EMPTY\nif redis.call('DECR', KEYS[1]) < -9 then error({ err = 'EMPTY nothing left' }) end\nreturn 1" },
        { "LUA5031", "-- KEYS[1] a\n-- RETURNS long\nif redis.call('INCR', KEYS[1]) > 9 then return redis.error_reply('TOOMANY calls') end\nreturn 1", "-- RAISES TOOMANY", "-- KEYS[1] a\n-- RETURNS long\n-- RAISES TOOMANY\nif redis.call('INCR', KEYS[1]) > 9 then return redis.error_reply('TOOMANY calls') end\nreturn 1" },
        { "LUA5032", "local last\nredis.call('INCR', KEYS[1])\nreturn last + 1", "tonumber(last or 0)", "local last\nredis.call('INCR', KEYS[1])\nreturn tonumber(last or 0) + 1" },
        { "LUA5033", "local name = redis.call('HGET', KEYS[1], 'name')\nreturn redis.call('SET', KEYS[2], name)", "if not name then return ", "local name = redis.call('HGET', KEYS[1], 'name')\nif not name then return 0 end\nreturn redis.call('SET', KEYS[2], name)" },
        { "LUA5036", "local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')\nredis.call('HSET', KEYS[1], 'at', 1)\nreturn bucket.tokens", "redis.call('HGET', KEYS[1], 'tokens')", "redis.call('HSET', KEYS[1], 'at', 1)\nreturn redis.call('HGET', KEYS[1], 'tokens')" },
        { "LUA5037", "local reply, err = redis.call('INCR', KEYS[1])\nif err then return -1 end\nreturn reply", "local ok, reply = pcall(redis.call, ", "local ok, reply = pcall(redis.call, 'INCR', KEYS[1])\nif not ok then return -1 end\nreturn reply" },
        { "LUA5038", "if redis.call('INCR', KEYS[1]) > 9 then return redis.error_reply('TOOMANY') end\nreturn 1", "redis.error_reply('TOOMANY ", "if redis.call('INCR', KEYS[1]) > 9 then return redis.error_reply('TOOMANY calls') end\nreturn 1" },
        { "LUA5043", "local function total() return redis.call('INCR', KEYS[1]) end\nreturn total", "total()", "local function total() return redis.call('INCR', KEYS[1]) end\nreturn total()" },
        { "LUA5044", "return redis.call('SET', KEYS[1], ARGV[1]:gsub(' ', '_'))", "(ARGV[1]:gsub(' ', '_'))", "return redis.call('SET', KEYS[1], (ARGV[1]:gsub(' ', '_')))" },
        { "LUA5047", "-- KEYS[1] a\n-- ARGV[1] order: json<Demo.Order>\n-- RETURNS long\nlocal order = cjson.decode(ARGV[1])\nlocal price = 5\nif order.Discount then price = price - order.Discount end\nreturn redis.call('INCRBY', KEYS[1], price)", "order.Discount and order.Discount ~= cjson.null", "-- KEYS[1] a\n-- ARGV[1] order: json<Demo.Order>\n-- RETURNS long\nlocal order = cjson.decode(ARGV[1])\nlocal price = 5\nif order.Discount and order.Discount ~= cjson.null then price = price - order.Discount end\nreturn redis.call('INCRBY', KEYS[1], price)" },
        { "LUA5048", "return redis.call('SADD', KEYS[1], math.random(100))", "math.randomseed", "math.randomseed(tonumber(redis.call('TIME')[2]))\nreturn redis.call('SADD', KEYS[1], math.random(100))" },
        { "LUA5052", "return redis.call('INCRBY', KEYS[1], #(ARGV[1]:match('[') or ''))", "%[", "return redis.call('INCRBY', KEYS[1], #(ARGV[1]:match('%[') or ''))" },
        { "LUA5055", "local tags = redis.call('SMEMBERS', KEYS[1])\nreturn cjson.encode(tags)", "#tags == 0 and '[]' or cjson.encode(tags)", "local tags = redis.call('SMEMBERS', KEYS[1])\nreturn #tags == 0 and '[]' or cjson.encode(tags)" },
        { "LUA5057", "local key = ...\nreturn redis.call('GET', key)", "KEYS[1]", "local key = KEYS[1]\nreturn redis.call('GET', key)" },
        { "LUA5058", "if redis.call('INCR', KEYS[1]) > 9 then redis.error_reply('TOO many') end\nreturn 1", "return redis.error_reply('TOO many')", "if redis.call('INCR', KEYS[1]) > 9 then return redis.error_reply('TOO many') end\nreturn 1" },
        { "LUA5058", "local name = ARGV[1]\nname:gsub(' ', '_')\nreturn redis.call('SET', KEYS[1], name)", "name = name:gsub(' ', '_')", "local name = ARGV[1]\nname = name:gsub(' ', '_')\nreturn redis.call('SET', KEYS[1], name)" },
        { "LUA5061", "local fields = redis.call('HGETALL', KEYS[1])\nfor field, value in pairs(fields) do redis.call('HSET', KEYS[2], field, value) end\nreturn 1", "for i = 1, #fields, 2 do", "local fields = redis.call('HGETALL', KEYS[1])\nfor i = 1, #fields, 2 do redis.call('HSET', KEYS[2], fields[i], fields[i + 1]) end\nreturn 1" },
        { "LUA3003", "for i = 0, #KEYS - 1 do redis.call('DEL', KEYS[i]) end\nreturn 1", "for i = 1, #KEYS do", "for i = 1, #KEYS do redis.call('DEL', KEYS[i]) end\nreturn 1" },
        { "LUA4028", "return redis.call('ZRANGEBYSCORE', KEYS[1], '+inf', '-inf')", "'-inf', '+inf'", "return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '+inf')" },
        { "LUA5059", "local hits = redis.pcall('INCR', KEYS[1])\nif hits.err then return -1 end\nreturn hits", "type(hits) == 'table' and hits.err", "local hits = redis.pcall('INCR', KEYS[1])\nif type(hits) == 'table' and hits.err then return -1 end\nreturn hits" },
        { "LUA6001", "-- KEYS[1] a\n-- RETURNS long\nredis.call('INCR', KEYS[1])\nreturn redis.call('INCR', 'writes')", "KEYS[2]", "-- KEYS[1] a\n-- KEYS[2] writes\n-- RETURNS long\nredis.call('INCR', KEYS[1])\nreturn redis.call('INCR', KEYS[2])" },
        { "LUA6002", "-- KEYS[1] a\n-- RETURNS long\nredis.call('INCR', KEYS[1])\nreturn redis.call('INCR', KEYS[1] .. ':writes')", "KEYS[2]", "-- KEYS[1] a\n-- KEYS[2] writes\n-- RETURNS long\nredis.call('INCR', KEYS[1])\nreturn redis.call('INCR', KEYS[2])" },
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

    [ServerTheory]
    [MemberData(nameof(Rewritten))]
    public async Task The_advised_code_in_its_place_removes_the_finding_and_runs(string id, string script, string advised, string rewritten)
    {
        var rule = Rule.Find(id)!;

        Assert.Contains(advised, TestCompiler.Message(Findings(script).First(each => each.Rule == rule)), StringComparison.Ordinal);
        Assert.Contains(advised, rewritten, StringComparison.Ordinal);
        Assert.DoesNotContain(Findings(rewritten), each => each.Rule == rule);
        await RunAsync(rewritten);
    }

    /// <summary>The script that a page suggests loads and runs; what a header or a sandbox rule is about does not change that.</summary>
    [ServerTheory]
    [MemberData(nameof(Pages))]
    public async Task The_suggested_script_runs(string id)
    {
        var script = PageOf(id, "## Write instead")!;

        var failure = await Record.ExceptionAsync(() => RunAsync(script));

        // An error that the script raises itself is a result.
        Assert.True(failure is null || (failure is RedisServerException && script.Contains(failure.Message.Split(' ')[0] + " ", StringComparison.Ordinal) && !failure.Message.StartsWith("ERR ", StringComparison.Ordinal)), failure?.Message);
    }

    /// <summary>Each rule's remedy is applied: as the finding's own edit, or as the code in its message. A rule that shows no code is listed with the reason.</summary>
    [Fact]
    public void Every_rule_is_applied()
    {
        var applied = Scripts.Concat(Rewritten).Select(row => (string)((object[])row)[0]).ToHashSet(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var rule in Rule.All.Where(rule => !rule.IsFoundByHost && rule.Number is >= 3000 and < 7000 && !applied.Contains(rule.Id) && !Unapplied.ContainsKey(rule.Id)))
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

        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.Equal([], Unapplied.Keys.Where(applied.Contains));
    }

    private static async Task RunAsync(string script)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var (keys, arguments) = SampleCall.Of(script);
        await connection.GetDatabase().ScriptEvaluateAsync(script, keys, arguments);
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
