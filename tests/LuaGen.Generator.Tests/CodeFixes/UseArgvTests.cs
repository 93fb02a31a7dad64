using LuaGen.CodeFixes;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Generator.Tests.CodeFixes;

public sealed class UseArgvTests
{
    [Theory]
    [InlineData(
        """var n = text.Length; await db.ScriptEvaluateAsync($"return {{7 - {n}, {n} < 0 and 'below' or 'above'}}");""",
        """var n = text.Length; await db.ScriptEvaluateAsync($"return {{7 - tonumber(ARGV[1]), tonumber(ARGV[2]) < 0 and 'below' or 'above'}}", values: new RedisValue[] { n, n });""")]
    [InlineData(
        """var n = text.Length; await db.ScriptEvaluateAsync($"redis.call('SET', KEYS[1], '{text}') return {{ {n} }}", [key]);""",
        """var n = text.Length; await db.ScriptEvaluateAsync($"redis.call('SET', KEYS[1], ARGV[1]) return {{ tonumber(ARGV[2]) }}", [key], new RedisValue[] { text, n });""")]
    [InlineData(
        """await db.ScriptEvaluateAsync($"return redis.call('SET', KEYS[1], '{text}')", [key]);""",
        """await db.ScriptEvaluateAsync("return redis.call('SET', KEYS[1], ARGV[1])", [key], new RedisValue[] { text });""")]
    [InlineData(
        """var n = text.Length; await db.ScriptEvaluateAsync($"if tonumber(redis.call('GET', KEYS[1])) > {n} then return {{1}} end", [key], [value]);""",
        """var n = text.Length; await db.ScriptEvaluateAsync($"if tonumber(redis.call('GET', KEYS[1])) > tonumber(ARGV[2]) then return {{1}} end", [key], [value, n]);""")]
    [InlineData(
        """await db.ScriptEvaluateAsync("return redis.call('SET', KEYS[1], '" + text + "', 'EX', " + text.Length + ")", new RedisKey[] { key });""",
        """await db.ScriptEvaluateAsync("return redis.call('SET', KEYS[1], ARGV[1], 'EX', tonumber(ARGV[2]))", new RedisKey[] { key }, new RedisValue[] { text, text.Length });""")]
    [InlineData(
        """await db.ScriptEvaluateAsync("return " + text.Length);""",
        """await db.ScriptEvaluateAsync("return tonumber(ARGV[1])", values: new RedisValue[] { text.Length });""")]
    [InlineData(
        """"
        var script = $"""
            return redis.call('GET', "{text}")
            """;
        await db.ScriptEvaluateAsync(script, null, null);
        """",
        """"
        var script = """
            return redis.call('GET', KEYS[1])
            """;
        await db.ScriptEvaluateAsync(script, new RedisKey[] { text }, null);
        """")]
    [InlineData(
        """await db.ScriptEvaluateAsync($@"return redis.call(""SET"", KEYS[1], ""{text[0]}"")", [key], []);""",
        """await db.ScriptEvaluateAsync(@"return redis.call(""SET"", KEYS[1], ARGV[1])", [key], [$"{text[0]}"]);""")]
    [InlineData(
        """await db.ScriptEvaluateAsync($"return redis.call('SET', '{key}', '{text}')");""",
        """await db.ScriptEvaluateAsync("return redis.call('SET', KEYS[1], ARGV[1])", new RedisKey[] { key }, values: new RedisValue[] { text });""")]
    [InlineData(
        """var script = $"return redis.call('GET', '{text}')"; Console.WriteLine("read"); await db.ScriptEvaluateAsync(script);""",
        """var script = "return redis.call('GET', KEYS[1])"; Console.WriteLine("read"); await db.ScriptEvaluateAsync(script, new RedisKey[] { text });""")]
    public Task Passes_a_whole_value_of_Lua_as_an_argument(string statements, string expected) =>
        FixAssert.BecomesAsync(new UseArgvFix(), "LUA7003", statements, expected);

    [ServerFact]
    public async Task Replies_the_same_as_before()
    {
        const string Source = """
            using StackExchange.Redis;
            public static class Program
            {
                public static async Task<string> RunAsync(IDatabase db, string key)
                {
                    var (name, amount) = ("it is", -3);
                    return $"{await SetAsync(db, key, name, amount)}";
                }

                private static async Task<string> SetAsync(IDatabase db, RedisKey key, string name, int amount) =>
                    string.Join(';', (string[])(await db.ScriptEvaluateAsync($"redis.call('SET', KEYS[1], '{name}') return {{redis.call('GET', KEYS[1]), 7 - {amount}, {amount} < 0 and 'below' or 'above'}}", [key]))!);
            }
            """;
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var before = FixHost.Project([Source], []);
        var after = await FixHost.FixAsync(before, new UseArgvFix(), Assert.Single(await FixHost.DiagnosticsAsync(before, "LUA7003")));

        var expected = await ProjectRun.RunAsync(before, "Program", connection.GetDatabase());

        Assert.Equal("it is;10;below", expected);
        Assert.Equal(expected, await ProjectRun.RunAsync(after!, "Program", connection.GetDatabase()));
        Assert.Empty(await FixHost.DiagnosticsAsync(after!, "LUA7003"));
    }

    [Theory]
    // The value is part of a string, part of a name, or code.
    [InlineData("""await db.ScriptEvaluateAsync($"return redis.call('GET', 'stock:{text}')");""")]
    [InlineData("""await db.ScriptEvaluateAsync($"return redis.call('GET', stock{text.Length})");""")]
    [InlineData("""await db.ScriptEvaluateAsync($"return {text}");""")]
    [InlineData("""await db.ScriptEvaluateAsync("return " + text + text.Length);""")]
    // The value has a format specifier.
    [InlineData("""await db.ScriptEvaluateAsync($"return '{text.Length:D5}'");""")]
    // The script uses all arguments.
    [InlineData("""await db.ScriptEvaluateAsync($"return #ARGV + {text.Length}");""")]
    [InlineData("""await db.ScriptEvaluateAsync($"return redis.call('SADD', KEYS[1], '{text}', unpack(ARGV))", [key]);""")]
    // The number of arguments already passed is unknown.
    [InlineData("""await db.ScriptEvaluateAsync($"return '{text}'", keys, values);""")]
    // The variable can change before the call.
    [InlineData("""var script = $"return '{text}'"; text = ""; await db.ScriptEvaluateAsync(script);""")]
    public Task Leaves_alone_what_would_be_another_script(string statements) => FixAssert.NotOfferedAsync(new UseArgvFix(), "LUA7003", statements);
}
