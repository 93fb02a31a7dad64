using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Fixing;

/// <summary>A deprecated command and its replacement do the same and reply the same, on a server.</summary>
public sealed class DeprecatedCommandTests
{
    public static TheoryData<string, string> Rows => new()
    {
        { "return redis.call([|'GETSET'|], KEYS[1], 'new')", "return redis.call('SET', KEYS[1], 'new', 'GET')" },
        { "return redis.call([|'getset'|], KEYS[4], 'new')", "return redis.call('set', KEYS[4], 'new', 'get')" },
        { "redis.call([|\"SETNX\"|], KEYS[1], 'new')", "redis.call(\"SET\", KEYS[1], 'new', \"NX\")" },
        { "redis.call([|'SETNX'|], KEYS[4], 'new')", "redis.call('SET', KEYS[4], 'new', 'NX')" },
        { "return redis.call([|'SETEX'|], KEYS[1], 100, ARGV[1])", "return redis.call('SET', KEYS[1], ARGV[1], 'EX', 100)" },
        { "return redis.call([|'SETEX'|], KEYS[1], ARGV[2], cjson.encode({1}))", "return redis.call('SET', KEYS[1], cjson.encode({1}), 'EX', ARGV[2])" },
        { "return redis.call([|'PSETEX'|], KEYS[4], 100000, 'v')", "return redis.call('SET', KEYS[4], 'v', 'PX', 100000)" },
        { "return redis.call([|'SUBSTR'|], KEYS[1], 0, 2)", "return redis.call('GETRANGE', KEYS[1], 0, 2)" },
        { "redis.call([|'HMSET'|], KEYS[5], 'f', 'v', 'g', 'w')", "redis.call('HSET', KEYS[5], 'f', 'v', 'g', 'w')" },
        { "redis.call([|'HMSET'|], KEYS[5], unpack(ARGV))", "redis.call('HSET', KEYS[5], unpack(ARGV))" },
        { "return redis.call([|'RPOPLPUSH'|], KEYS[2], KEYS[4])", "return redis.call('LMOVE', KEYS[2], KEYS[4], 'RIGHT', 'LEFT')" },
        { "return redis.call([|'RPOPLPUSH'|], KEYS[4], KEYS[2])", "return redis.call('LMOVE', KEYS[4], KEYS[2], 'RIGHT', 'LEFT')" },
        { "return redis.call([|'ZREVRANGE'|], KEYS[3], 0, -1)", "return redis.call('ZRANGE', KEYS[3], 0, -1, 'REV')" },
        { "return redis.call([|'ZREVRANGE'|], KEYS[3], 0, 1, 'WITHSCORES')", "return redis.call('ZRANGE', KEYS[3], 0, 1, 'REV', 'WITHSCORES')" },
        { "return redis.call([|'ZRANGEBYSCORE'|], KEYS[3], '(1', '+inf', 'WITHSCORES', 'LIMIT', 0, 2)", "return redis.call('ZRANGE', KEYS[3], '(1', '+inf', 'BYSCORE', 'WITHSCORES', 'LIMIT', 0, 2)" },
        { "return redis.call([|'ZREVRANGEBYSCORE'|], KEYS[3], 3, '-inf')", "return redis.call('ZRANGE', KEYS[3], 3, '-inf', 'BYSCORE', 'REV')" },
        { "return redis.call([|'ZRANGEBYLEX'|], KEYS[6], '[a', '(c', 'LIMIT', 1, 1)", "return redis.call('ZRANGE', KEYS[6], '[a', '(c', 'BYLEX', 'LIMIT', 1, 1)" },
        { "return redis.call([|'ZREVRANGEBYLEX'|], KEYS[6], '+', '-')", "return redis.call('ZRANGE', KEYS[6], '+', '-', 'BYLEX', 'REV')" },
        { "redis.setresp(3)\nreturn tostring(redis.call([|'ZRANGEBYSCORE'|], KEYS[3], 0, 9, 'WITHSCORES')[1][2].double)", "redis.setresp(3)\nreturn tostring(redis.call('ZRANGE', KEYS[3], 0, 9, 'BYSCORE', 'WITHSCORES')[1][2].double)" },
        { "return redis.call([|'GEORADIUS'|], KEYS[7], 13, 38, 300, 'km', 'WITHDIST', 'ASC')", "return redis.call('GEOSEARCH', KEYS[7], 'FROMLONLAT', 13, 38, 'BYRADIUS', 300, 'km', 'WITHDIST', 'ASC')" },
        { "return redis.call([|'GEORADIUS_RO'|], KEYS[7], 13, 38, 300, 'km', 'COUNT', ARGV[2])", "return redis.call('GEOSEARCH', KEYS[7], 'FROMLONLAT', 13, 38, 'BYRADIUS', 300, 'km', 'COUNT', ARGV[2])" },
        { "return redis.call([|'GEORADIUSBYMEMBER'|], KEYS[7], 'Palermo', 300, 'km', 'WITHCOORD', 'WITHHASH')", "return redis.call('GEOSEARCH', KEYS[7], 'FROMMEMBER', 'Palermo', 'BYRADIUS', 300, 'km', 'WITHCOORD', 'WITHHASH')" },
        { "return redis.call([|'GEORADIUSBYMEMBER_RO'|], KEYS[4], 'Palermo', 300, 'km')", "return redis.call('GEOSEARCH', KEYS[4], 'FROMMEMBER', 'Palermo', 'BYRADIUS', 300, 'km')" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_call_is_rewritten(string before, string after) => FixAssert.Fixes("LUA4008", before, after);

    [ServerTheory]
    [MemberData(nameof(Rows))]
    public async Task The_reply_and_the_data_are_the_same(string before, string after)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var database = connection.GetDatabase();

        Assert.Equal(await RunAsync(database, MarkedText.Parse(before).Text), await RunAsync(database, after));
    }

    /// <summary>The reply, and what is then in each key.</summary>
    private static async Task<string> RunAsync(IDatabase database, string script)
    {
        var prefix = $"deprecated:{Guid.NewGuid()}:";
        RedisKey[] keys = [.. Enumerable.Range(1, 7).Select(i => (RedisKey)$"{prefix}{i}")];
        await database.StringSetAsync(keys[0], "old value", TimeSpan.FromMinutes(1));
        await database.ListRightPushAsync(keys[1], ["a", "b", "c"]);
        await database.SortedSetAddAsync(keys[2], [new("a", 1), new("b", 2), new("c", 3), new("d", 4)]);
        await database.SortedSetAddAsync(keys[5], [new("a", 0), new("b", 0), new("c", 0)]);
        await database.GeoAddAsync(keys[6], [new(13.361389, 38.115556, "Palermo"), new(15.087269, 37.502669, "Catania")]);

        var reply = new System.Text.StringBuilder();
        try
        {
            Print(await database.ScriptEvaluateAsync(script, keys, ["field", "2"]), reply);
        }
        catch (RedisServerException exception)
        {
            // Both fail, each in its own words.
            reply.Append("error ").Append(exception.Message.Split(' ')[0]);
        }

        foreach (var key in keys)
        {
            var time = await database.KeyTimeToLiveAsync(key);
            reply.Append('\n').Append(time is { } left ? Math.Ceiling(left.TotalMinutes) : "-").Append(' ').Append(Convert.ToHexString(await database.KeyDumpAsync(key) ?? []));
            await database.KeyDeleteAsync(key);
        }

        return reply.ToString();
    }

    private static void Print(RedisResult result, System.Text.StringBuilder text)
    {
        text.Append(result.Resp2Type).Append(' ');
        if (result.Resp2Type == ResultType.Array && !result.IsNull)
        {
            foreach (var element in (RedisResult[])result!)
            {
                Print(element, text.Append("[ "));
            }
        }
        else
        {
            text.Append(result.IsNull ? "null" : result.ToString()).Append("; ");
        }
    }
}
