using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Commands;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4018Tests
{
    /// <summary>Prints the type, the content and whether it expires, of each key.</summary>
    private const string Content = """
        local lines = {}
        for i, key in ipairs(KEYS) do
          local kind = redis.call('TYPE', key).ok
          local held = kind == 'string' and redis.call('GET', key)
            or kind == 'list' and table.concat(redis.call('LRANGE', key, 0, -1), ' ')
            or kind == 'hash' and table.concat(redis.call('HGETALL', key), ' ') or ''
          lines[i] = kind .. ' ' .. held .. (redis.call('TTL', key) > 0 and ' expires' or '')
        end
        return table.concat(lines, ', ')
        """;

    /// <summary>Valkey has what Redis has up to this version.</summary>
    private static readonly ServerVersion Fork = new(7, 2);

    /// <summary>Scripts that one command replaces: the script, the servers' version, the command.</summary>
    public static TheoryData<string, string, string> Replaced => new()
    {
        { "local v = redis.call('GET', KEYS[1])\nredis.call('DEL', KEYS[1])\nreturn v", "6.2", "GETDEL KEYS[1]" },
        { "local key = KEYS[1]\nlocal v = redis.call('get', key)\nif v then redis.call('unlink', key) end\nreturn v", "7.0", "GETDEL KEYS[1]" },
        { "local v = redis.call('GET', KEYS[1])\nif v ~= false then redis.call('EXPIRE', KEYS[1], ARGV[1]) end\nreturn v", "7.0", "GETEX KEYS[1] EX ARGV[1]" },
        { "local v = redis.call('GET', KEYS[1])\nredis.call('PEXPIREAT', KEYS[1], tonumber(ARGV[1]))\nreturn v", "7.0", "GETEX KEYS[1] PXAT ARGV[1]" },
        { "local v = redis.call('GET', KEYS[1])\nredis.call('PERSIST', KEYS[1])\nreturn v", "7.0", "GETEX KEYS[1] PERSIST" },
        { "for i = 1, #KEYS do\n  local v = redis.call('LPOP', KEYS[i])\n  if v then return v end\nend\nreturn nil", "7.0", "LMPOP numkeys key LEFT" },
        { "for _, key in ipairs(KEYS) do\n  local v = redis.call('RPOP', key)\n  if v then return v end\nend", "7.0", "LMPOP numkeys key RIGHT" },
        { "local items = redis.call('LRANGE', KEYS[1], 0, ARGV[1] - 1)\nredis.call('LTRIM', KEYS[1], ARGV[1], -1)\nreturn items", "7.0", "LPOP KEYS[1] ARGV[1]" },
        { "local items = redis.call('LRANGE', KEYS[1], 0, 9)\nredis.call('LTRIM', KEYS[1], 10, -1)\nreturn items", "7.0", "LPOP KEYS[1] 10" },
        { "local v = redis.call('HGET', KEYS[1], ARGV[1])\nredis.call('HDEL', KEYS[1], ARGV[1])\nreturn v", "8.0", "HGETDEL KEYS[1] FIELDS 1 ARGV[1]" },
        { "local v = redis.call('HGET', KEYS[1], 'f')\nredis.call('HEXPIRE', KEYS[1], 60, 'FIELDS', 1, 'f')\nreturn v", "valkey 9.0", "HGETEX KEYS[1] EX 60 FIELDS 1 'f'" },
        { "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end", "8.4", "DELEX KEYS[1] IFEQ ARGV[1]" },
        { "if redis.call('GET', KEYS[1]) == ARGV[1] then\n  redis.call('DEL', KEYS[1])\n  return 1\nend\nreturn 0", "valkey 9.0", "DELIFEQ KEYS[1] ARGV[1]" },
        { "local owner = redis.call('GET', KEYS[1])\nif owner ~= ARGV[1] then return 0 end\nreturn redis.call('DEL', KEYS[1])", "valkey 9.0", "DELIFEQ KEYS[1] ARGV[1]" },
        { "if ARGV[1] == redis.call('GET', KEYS[1]) then\n  return redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])\nend\nreturn nil", "valkey 8.1", "SET KEYS[1] ARGV[2] IFEQ ARGV[1] PX ARGV[3]" },
        { "if redis.call('GET', KEYS[1]) == 'old' then\n  redis.call('SET', KEYS[1], 'new')\n  return true\nend\nreturn false", "8.4", "SET KEYS[1] 'new' IFEQ 'old'" },
        { "local n = tonumber(redis.call('GET', KEYS[1]) or '0')\nif n + ARGV[1] > tonumber(ARGV[2]) then return -1 end\nreturn redis.call('INCRBY', KEYS[1], ARGV[1])", "8.8", "INCREX KEYS[1] BYINT ARGV[1] UBOUND ARGV[2]" },
        { "local n = tonumber(redis.call('GET', KEYS[1])) or 0\nif n < 10 then return redis.call('INCR', KEYS[1]) end\nreturn 0", "8.8", "INCREX KEYS[1] BYINT 1 UBOUND 10" },
        { "local left = tonumber(redis.call('GET', KEYS[1]) or 0)\nif left < tonumber(ARGV[1]) then return -1 end\nreturn redis.call('DECRBY', KEYS[1], ARGV[1])", "8.8", "INCREX KEYS[1] BYINT -ARGV[1] LBOUND 0" },
    };

    [Theory]
    [MemberData(nameof(Replaced))]
    public void Names_the_command_that_does_the_same(string script, string since, string command)
    {
        var finding = Assert.Single(Findings($"-- @since {since}\n{script}"));

        Assert.Equal(command, finding.Arguments[0]);
    }

    [Theory]
    [MemberData(nameof(Replaced))]
    public void Older_servers_have_no_such_command(string script, string since, string command)
    {
        _ = command;
        Assert.Empty(Findings($"-- @since {(since.StartsWith("valkey", StringComparison.Ordinal) ? "valkey 8.0" : "6.0")}\n{script}"));
    }

    [Theory]
    [InlineData("return redis.call('GET', KEYS[1])")]
    [InlineData("local v = redis.call('GET', KEYS[1])\nredis.call('DEL', KEYS[2])\nreturn v")]
    [InlineData("local v = redis.call('GET', KEYS[1])\nredis.call('DEL', KEYS[1])\nreturn v .. '!'")]
    [InlineData("local v = redis.call('GET', KEYS[1])\nredis.call('DEL', KEYS[1])\nredis.call('INCR', KEYS[2])\nreturn v")]
    [InlineData("local v = redis.call('GET', KEYS[1])\nv = v or 'none'\nredis.call('DEL', KEYS[1])\nreturn v")]
    [InlineData("local v = redis.call('GET', KEYS[1])\nif ARGV[1] then redis.call('DEL', KEYS[1]) end\nreturn v")]
    [InlineData("local v = redis.call('GET', KEYS[1])\nredis.call('EXPIRE', KEYS[1], ARGV[1], 'NX')\nreturn v")]
    [InlineData("local v = redis.pcall('GET', KEYS[1])\nredis.call('DEL', KEYS[1])\nreturn v")]
    [InlineData("-- @since 8.4\nif redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[2]) else return 0 end")]
    [InlineData("-- @since 8.4\nif redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 'held' end")]
    [InlineData("-- @since 8.4\nif redis.call('GET', KEYS[1]) ~= ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end")]
    [InlineData("-- @since 8.4\nif redis.call('GET', KEYS[1]) == tonumber(ARGV[1]) then return redis.call('DEL', KEYS[1]) end return 0")]
    [InlineData("-- @since 8.4\nif redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('SET', KEYS[1], ARGV[2], 'NX') end return 0")]
    [InlineData("-- @since 8.8\nlocal n = tonumber(redis.call('GET', KEYS[1]) or '0')\nif n + ARGV[1] >= tonumber(ARGV[2]) then return -1 end\nreturn redis.call('INCRBY', KEYS[1], ARGV[1])")]
    [InlineData("-- @since 8.8\nlocal n = tonumber(redis.call('GET', KEYS[1]) or '1')\nif n < 10 then return redis.call('INCR', KEYS[1]) end\nreturn 0")]
    [InlineData("local items = redis.call('LRANGE', KEYS[1], 0, 9)\nredis.call('LTRIM', KEYS[1], 9, -1)\nreturn items")]
    [InlineData("local items = redis.call('LRANGE', KEYS[1], 0, ARGV[1])\nredis.call('LTRIM', KEYS[1], ARGV[1], -1)\nreturn items")]
    [InlineData("for i = 2, #KEYS do\n  local v = redis.call('LPOP', KEYS[i])\n  if v then return v end\nend")]
    [InlineData("#!lua\nlocal v = redis.call('GET', KEYS[1])\nredis.call('DEL', KEYS[1])\nreturn v")]
    [InlineData("-- @since garnet\nlocal v = redis.call('GET', KEYS[1])\nredis.call('EXPIRE', KEYS[1], 1)\nreturn v")]
    [InlineData("-- @since 8.4\n-- @since valkey 9.0\nif redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end")]
    public void Leaves_what_does_more_alone(string script) => Assert.Empty(Findings(script));

    [Fact]
    public void Says_the_clients_method() => RuleAssert.Message(
        Rule.OneCommand,
        "local v = redis.call('GET', KEYS[1])\nredis.call('DEL', KEYS[1])\nreturn v",
        "One command does what this script does: send `GETDEL KEYS[1]`, in C# `StringGetDeleteAsync(key)`");

    /// <summary>What the keys hold afterwards does not depend on whether the script ran or the command, whatever they held before.</summary>
    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task The_command_leaves_the_same_keys(string program)
    {
        using var server = RedisServerProcess.Start(ServerProgram.Of(program));
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true");
        var own = await LiveServer.OfAsync(connection);
        var compared = 0;
        foreach (var row in Replaced)
        {
            var (script, since, command) = ((string)row[0], (string)row[1], (string)row[2]);
            var needed = Assert.Single(ServerList.Default.With([since]).Servers);
            if (!(needed.Family == own.Family ? needed.Version <= own.Version : own.Family == ServerFamily.Valkey && needed.Version <= Fork))
            {
                continue;
            }

            foreach (var content in new[] { "", "SET|ARGV1", "SET|old", "SET|other", "SET|5", "RPUSH|a|b|c", "HSET|5|x|f|y" })
            {
                compared++;
                var one = await AfterAsync(connection.GetDatabase(), content, ["EVAL", script, "2", "k1", "k2", "5", "9", "100000"]);
                var other = await AfterAsync(connection.GetDatabase(), content, Words(command));
                Assert.True(one == other, $"{command} after '{content}': {one}, not {other}");
            }
        }

        Assert.True(compared > 40, $"{compared} states were compared");
    }

    private static string[] Words(string command) => command.StartsWith("LMPOP", StringComparison.Ordinal)
        ? ["LMPOP", "2", "k1", "k2", command.Split(' ')[^1]]
        : [.. command.Split(' ').Select(word => word.Trim('\'') switch { "KEYS[1]" => "k1", "ARGV[1]" => "5", "ARGV[2]" => "9", "ARGV[3]" => "100000", var text => text })];

    /// <summary>The content of both keys after the call, and whether it failed.</summary>
    private static async Task<string> AfterAsync(IDatabase database, string content, string[] call)
    {
        await database.ExecuteAsync("FLUSHALL");
        if (content.Split('|') is [{ Length: > 0 } command, .. var values])
        {
            foreach (var key in new[] { "k1", "k2" })
            {
                await database.ExecuteAsync(command, [key, .. values]);
            }
        }

        var failed = false;
        try
        {
            await database.ExecuteAsync(call[0], [.. call[1..]]);
        }
        catch (RedisServerException)
        {
            failed = true;
        }

        return $"{(failed ? "failed" : "ran")}: {await database.ScriptEvaluateAsync(Content, ["k1", "k2"])}";
    }

    private static IEnumerable<Finding> Findings(string script) =>
        TestCompiler.Compile(script, className: "TestScripts").Findings.Where(finding => finding.Rule == Rule.OneCommand);
}
