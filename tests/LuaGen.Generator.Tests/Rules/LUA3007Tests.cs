using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA3007Tests
{
    [Theory]
    [InlineData("-- KEYS[1] k\n-- ARGV[1] n: long\nreturn redis.call('INCRBY', KEYS[1], [|tonumber(ARGV[1])|])")]
    [InlineData("-- KEYS[1] k\n-- ARGV[1] n: ulong\nlocal n = tonumber(ARGV[1])\nredis.call('SET', KEYS[1], [|n|])\nreturn redis.call('SET', KEYS[1], n)")]
    [InlineData("-- ARGV[1] id: long\nreturn 'order ' .. [|tonumber(ARGV[1])|]")]
    [InlineData("-- ARGV[1] id: long\nreturn [|tonumber(ARGV[1])|]")]
    [InlineData("-- ARGV[1] id: long\nlocal id = ARGV[1]\nreturn { 1, [|tonumber(id)|] }")]
    public void Flags_a_number_that_the_argument_itself_would_do_for(string script) => RuleAssert.Flags(Rule.DigitsLost, script);

    [Theory]
    [InlineData("-- KEYS[1] k\n-- ARGV[1] n: long\nreturn redis.call('INCRBY', KEYS[1], ARGV[1])")]
    [InlineData("-- KEYS[1] k\n-- ARGV[1] n: int\nreturn redis.call('INCRBY', KEYS[1], tonumber(ARGV[1]))")]
    [InlineData("-- KEYS[1] k\n-- ARGV[1] n: double\nreturn redis.call('SET', KEYS[1], tonumber(ARGV[1]))")]
    [InlineData("-- KEYS[1] k\n-- ARGV[1] n: long\nif tonumber(ARGV[1]) < 1 then return 0 end\nreturn redis.call('INCRBY', KEYS[1], ARGV[1])")]
    [InlineData("-- KEYS[1] k\n-- ARGV[1] n: long\nreturn redis.call('INCRBY', KEYS[1], -tonumber(ARGV[1]))")]
    [InlineData("-- ARGV[1] n: long\nreturn tonumber(ARGV[1], 10)")]
    [InlineData("-- ARGV[1...] n: long\nreturn tonumber(ARGV[1])")]
    [InlineData("return tonumber(ARGV[1])")]
    public void Leaves_numbers_alone_that_have_to_be_numbers_or_lose_nothing(string script) => RuleAssert.Quiet(Rule.DigitsLost, script);

    [Fact]
    public Task Says_what_keeps_them() => RuleAssert.MessageAsync(
        Rule.DigitsLost,
        "-- KEYS[1] k\n-- ARGV[1] n: long\nreturn redis.call('INCRBY', KEYS[1], tonumber(ARGV[1]))",
        "`tonumber` rounds ARGV[1], declared as 'long', above 2^53: write `ARGV[1]`, which keeps every digit");
}
