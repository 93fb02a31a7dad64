using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4003Tests
{
    [Theory]
    [InlineData("return redis.call('XGROUP', [|'MAKE'|], KEYS[1], 'g', '$')")]
    [InlineData("return redis.call('object', [|'encodin'|], KEYS[1])")]
    public void Flags_a_word_that_the_command_does_not_know(string script) => RuleAssert.Flags(Rule.UnknownSubcommand, script);

    [Theory]
    [InlineData("return redis.call('XGROUP', 'CREATE', KEYS[1], 'g', '$')")]
    [InlineData("return redis.call('object', 'encoding', KEYS[1])")]
    [InlineData("return redis.call('XGROUP', ARGV[1], KEYS[1], 'g')")]
    [InlineData("return redis.call('OBJECT', unpack(ARGV))")]
    [InlineData("return redis.call('SET', 'ENCODIN', KEYS[1])")]
    [InlineData("""
        -- @since 9.0
        return redis.call('OBJECT', 'NEWER', KEYS[1])
        """)]
    public void Leaves_others_alone(string script) => RuleAssert.Quiet(Rule.UnknownSubcommand, script);

    [Fact]
    public void Says_the_nearest() => RuleAssert.Message(
        Rule.UnknownSubcommand,
        "return redis.call('OBJECT', 'ENCODIN', KEYS[1])",
        "'ENCODIN' is not a subcommand of OBJECT: write 'ENCODING'");

    [Fact]
    public void Says_what_there_is() => RuleAssert.Message(
        Rule.UnknownSubcommand,
        "return redis.call('XGROUP', 'MAKE', KEYS[1], 'g', '$')",
        "'MAKE' is not a subcommand of XGROUP: write one of CREATE, CREATECONSUMER, DELCONSUMER, DESTROY, HELP, SETID");
}
