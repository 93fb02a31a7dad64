using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2016Tests
{
    [Theory]
    [InlineData("""
        return redis.call('SET', @key, 'sent to [|@team|]')
        """)]
    [InlineData("""
        return redis.call('SET', @key, [=[[|@key|] and [|@key|]]=])
        """)]
    [InlineData("""
        return redis.call('SET', @team, 'a[|@team|]')
        """)]
    public void Flags(string script) => RuleAssert.Flags(Rule.ReplacedInString, script);

    [Theory]
    [InlineData("""
        return redis.call('SET', @key, 'sent to @@team')
        """)]
    [InlineData("""
        return redis.call('SET', @key, 'me@example.org') -- @key
        """)]
    [InlineData("""
        return redis.call('SET', KEYS[1], '@team')
        """)]
    public void Is_quiet(string script) => RuleAssert.Quiet(Rule.ReplacedInString, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.ReplacedInString,
        """
        return redis.call('SET', @key, 'sent to @team')
        """,
        "'@team' in this string is replaced by `ARGV[1]`, as LuaScript does: write `@@team` to keep the text, or `.. @team ..` for the value");
}
