using LuaGen.Generator.Tests.CallSites;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7005Tests
{
    [Theory]
    [InlineData("""LuaScript.Prepare("return redis.call('GET', @key)").Evaluate(db, new { key = [|text|] });""")]
    [InlineData("""LuaScript.Prepare("return redis.call('get', @text)").Evaluate(db, new { [|text|] });""")]
    [InlineData("""LuaScript.Prepare("local k = @key\nreturn redis.call('SET', k, @value)").Evaluate(db, new { key = [|"a"|], value = "b" });""")]
    [InlineData("""LuaScript.Prepare("return redis.call('MGET', @a, @b)").Evaluate(db, new { a = key, b = [|text|] });""")]
    [InlineData("""LuaScript.Prepare("return redis.call('GET', @key)").Evaluate(db, [|new Sealed()|]); } sealed class Sealed { public string key = ""; } void Other() {""")]
    [InlineData("""db.Execute("EVAL", "return redis.call('GET', KEYS[1])", 1, [|"stock"|]);""")]
    [InlineData("""await db.ExecuteAsync("EVALSHA", text, 2, key, [|text|], text);""")]
    public Task Flags_keys_that_are_strings(string statements) => CallSiteAssert.FlagsAsync(Rule.KeyAsText, statements);

    [Theory]
    [InlineData("""LuaScript.Prepare("return redis.call('GET', @key)").Evaluate(db, new { key = (RedisKey)text });""")]
    [InlineData("""LuaScript.Prepare("return redis.call('GET', @key)").Evaluate(db, new { key });""")]
    [InlineData("""LuaScript.Prepare("return redis.call('SET', @key, @value)").Evaluate(db, new { key, value = text });""")]
    [InlineData("""LuaScript.Prepare("return redis.call('MSET', @key, @value)").Evaluate(db, new { key, value = text });""")]
    [InlineData("""LuaScript.Prepare("return redis.call('HGET', @key, @field)").Evaluate(db, new { key, field = text });""")]
    [InlineData("""LuaScript.Prepare("return redis.call(@command, @key)").Evaluate(db, new { command = text, key });""")]
    [InlineData("""db.Execute("EVAL", "return redis.call('SET', KEYS[1], ARGV[1])", 1, key, "on");""")]
    [InlineData("""db.Execute("EVAL", "return ARGV[1]", 0, "stock");""")]
    [InlineData("""db.Execute("EVAL", text, keys.Length, "stock");""")]
    public Task Leaves_keys_and_other_strings_alone(string statements) => CallSiteAssert.QuietAsync(Rule.KeyAsText, statements);

    [Fact]
    public Task Says_which_key_of_a_command() => CallSiteAssert.MessageAsync(
        Rule.KeyAsText,
        """db.Execute("EVAL", "return redis.call('GET', KEYS[1])", 1, "stock");""",
        "`\"stock\"` is KEYS[1], but a string gets no key prefix and does not route the call in a cluster: pass a `RedisKey`");

    [Fact]
    public Task Says_what_it_costs() => CallSiteAssert.MessageAsync(
        Rule.KeyAsText,
        """LuaScript.Prepare("return redis.call('GET', @key)").Evaluate(db, new { key = text });""",
        "'@key' is a key of GET, but a string gets no key prefix and does not route the call in a cluster: pass a `RedisKey`");
}
