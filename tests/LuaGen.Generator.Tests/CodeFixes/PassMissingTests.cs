using LuaGen.CodeFixes;

namespace LuaGen.Generator.Tests.CodeFixes;

public sealed class PassMissingTests
{
    [Theory]
    [InlineData(
        """RedisKey stock = "s", order = "o"; db.ScriptEvaluate("local stock, order = KEYS[1], KEYS[2] return redis.call('SMOVE', stock, order, 'x')", new RedisKey[] { stock });""",
        """RedisKey stock = "s", order = "o"; db.ScriptEvaluate("local stock, order = KEYS[1], KEYS[2] return redis.call('SMOVE', stock, order, 'x')", new RedisKey[] { stock, order });""")]
    [InlineData(
        """var stockKey = "s"; db.ScriptEvaluate("local stock = KEYS[1] return redis.call('GET', stock)");""",
        """var stockKey = "s"; db.ScriptEvaluate("local stock = KEYS[1] return redis.call('GET', stock)", new RedisKey[] { stockKey });""")]
    [InlineData(
        """var timeToLive = 30; db.ScriptEvaluate("local value, time_to_live = ARGV[1], ARGV[2] return redis.call('SET', KEYS[1], value, 'PX', time_to_live)", [key], []);""",
        """var timeToLive = 30; db.ScriptEvaluate("local value, time_to_live = ARGV[1], ARGV[2] return redis.call('SET', KEYS[1], value, 'PX', time_to_live)", [key], [value, timeToLive]);""")]
    [InlineData(
        """db.ScriptEvaluate("local value = ARGV[1] return redis.call('SET', KEYS[1], value)", [key], null);""",
        """db.ScriptEvaluate("local value = ARGV[1] return redis.call('SET', KEYS[1], value)", [key], new RedisValue[] { value });""")]
    [InlineData(
        """db.ScriptEvaluate("local key = KEYS[1] return redis.call('GET', key)", new RedisKey[] { /* later */ });""",
        """db.ScriptEvaluate("local key = KEYS[1] return redis.call('GET', key)", new RedisKey[] { /* later */ key });""")]
    public Task Passes_what_has_the_name_that_the_script_gives_it(string statements, string expected) =>
        FixAssert.BecomesAsync(new PassMissingFix(), "LUA7001", statements, expected);

    [Theory]
    // No variable has that name, or it is declared later, or it is not a key.
    [InlineData("""db.ScriptEvaluate("local stock = KEYS[1] return redis.call('GET', stock)");""")]
    [InlineData("""db.ScriptEvaluate("local stock = KEYS[1] return redis.call('GET', stock)"); RedisKey stock = "s";""")]
    [InlineData("""var stock = 5.0; db.ScriptEvaluate("local stock = KEYS[1] return redis.call('GET', stock)");""")]
    // The script does not name the key.
    [InlineData("""db.ScriptEvaluate("return redis.call('GET', KEYS[1])");""")]
    // The list is created elsewhere.
    [InlineData("""var passed = new RedisKey[] { key }; RedisKey stock = "s"; db.ScriptEvaluate("local stock = KEYS[2] return redis.call('GET', stock)", passed);""")]
    public Task Invents_nothing(string statements) => FixAssert.NotOfferedAsync(new PassMissingFix(), "LUA7001", statements);
}
