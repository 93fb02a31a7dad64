using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4015Tests
{
    [Theory]
    [InlineData("""
        return redis.call([|'FROBNICATE'|], KEYS[1])
        """)]
    [InlineData("""
        return redis.call([|'qqqqqq'|], KEYS[1])
        """)]
    [InlineData("""
        return redis.call([|'JSON.FROBNICATE'|], KEYS[1])
        """)]
    public void Flags_names_that_may_be_newer(string script) => RuleAssert.Flags(Rule.UnheardCommand, script);

    [Theory]
    [InlineData("""
        return redis.call('GETT', KEYS[1])
        """)]
    [InlineData("""
        return redis.call('GET k', KEYS[1])
        """)]
    [InlineData("""
        return redis.call('MY.FROBNICATE', KEYS[1])
        """)]
    [InlineData("""
        -- @since 9.0
        return redis.call('FROBNICATE', KEYS[1])
        """)]
    public void Leaves_typing_errors_and_modules_alone(string script) => RuleAssert.Quiet(Rule.UnheardCommand, script);

    [Fact]
    public void Says_how_far_it_knows() => RuleAssert.Message(Rule.UnheardCommand, """
        return redis.call('FROBNICATE', KEYS[1])
        """, "'FROBNICATE' is not in Redis up to 8.10 or Valkey up to 9.1, so the call is not checked: check the name");
}
