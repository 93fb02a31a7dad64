using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2015Tests
{
    [Theory]
    [InlineData("""
        return redis.call('GET', [|@key|])
        """)]
    [InlineData("""
        -- Reads @key.
        return redis.call('SET', [|@key|], @value, 'EX', @key2)
        """)]
    public void Flags(string script) => RuleAssert.Flags(Rule.LuaScriptForm, script);

    [Theory]
    [InlineData("""
        return redis.call('GET', KEYS[1]) -- @key
        """)]
    [InlineData("""
        return redis.call('SET', KEYS[1], '@value')
        """)]
    [InlineData("""
        -- @readonly
        return redis.call('GET', KEYS[1])
        """)]
    public void Is_quiet(string script) => RuleAssert.Quiet(Rule.LuaScriptForm, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.LuaScriptForm,
        """
        return redis.call('INCRBY', @stock, @quantity)
        """,
        "The script names its parameters as StackExchange.Redis's LuaScript does, and is sent with `KEYS[1]` for '@stock', `ARGV[1]` for '@quantity' in their places: write these in the file");
}
