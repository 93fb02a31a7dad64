using LuaGen.Generator.Tests.CallSites;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7010Tests
{
    [Theory]
    [InlineData("""LuaScript.Prepare("return redis.call('GET', [|KEYS[1]|])").Evaluate(db);""")]
    [InlineData("""LuaScript.Prepare("return redis.call('SET', @key, [|ARGV[2]|])").Evaluate(db, new { key });""")]
    [InlineData("""var script = LuaScript.Prepare("local v = @value\nreturn redis.call('SET', [|KEYS[2]|], v)"); script.Evaluate(db, new { value });""")]
    [InlineData("""var script = LuaScript.Prepare("return redis.call('SET', KEYS[1], @value)"); script.Evaluate(db, [|new { value }|]);""")]
    public Task Flags_elements_that_no_call_fills(string statements) => CallSiteAssert.FlagsAsync(Rule.PreparedReadsTables, statements);

    [Theory]
    [InlineData("""LuaScript.Prepare("return redis.call('SET', @key, @value)").Evaluate(db, new { key, value });""")]
    [InlineData("""LuaScript.Prepare("return redis.call('GET', @key, KEYS[1])").Evaluate(db, new { key });""")]
    [InlineData("""object o = new { key }; LuaScript.Prepare("return redis.call('GET', KEYS[1]) .. @key").Evaluate(db, o);""")]
    [InlineData("""LuaScript.Prepare("return @a .. ARGV[1]").Evaluate(db, new { a = 1 });""")]
    [InlineData("""LuaScript.Prepare("return ARGV[1] or 10").Evaluate(db);""")]
    [InlineData("""LuaScript.Prepare("-- KEYS[1]\nreturn @a").Evaluate(db, new { a = 1 });""")]
    [InlineData("""LuaScript.Prepare("return #KEYS + @a").Evaluate(db, new { a = 1 });""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('GET', KEYS[1])", keys);""")]
    public Task Leaves_elements_alone_that_may_be_filled(string statements) => CallSiteAssert.QuietAsync(Rule.PreparedReadsTables, statements);

    [Fact]
    public Task Says_what_to_write() => CallSiteAssert.MessageAsync(
        Rule.PreparedReadsTables,
        """LuaScript.Prepare("return redis.call('GET', KEYS[1])").Evaluate(db);""",
        "`KEYS[1]` is nil in every call of this prepared script, because the client passes parameters by name: write a name with `@` for the key, and pass a `RedisKey` in a member of that name");
}
