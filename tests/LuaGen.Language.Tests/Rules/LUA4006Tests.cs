using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4006Tests
{
    [Theory]
    [InlineData("""
        -- @readonly
        return redis.call([|'SET'|], KEYS[1], 1)
        """)]
    [InlineData("""
        -- @readonly
        if KEYS[2] then redis.pcall([|'DEL'|], KEYS[2]) end
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        #!lua flags=no-writes
        return redis.call([|'INCR'|], KEYS[1])
        """)]
    [InlineData("""
        -- @readonly
        return redis.call([|'PUBLISH'|], KEYS[1], 'm')
        """)]
    [InlineData("""
        -- @readonly
        return redis.call([|'PFCOUNT'|], KEYS[1])
        """)]
    [InlineData("""
        -- @readonly
        return redis.call([|'SORT'|], KEYS[1])
        """)]
    public void Flags_every_write(string script) => RuleAssert.Flags(Rule.WriteInReadOnly, script);

    [Theory]
    [InlineData("""
        #!lua flags=no-writes
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- @readonly
        return redis.call('SORT_RO', KEYS[1])
        """)]
    [InlineData("""
        #!lua flags=no-writes
        return redis.call('TIME')
        """)]
    [InlineData("""
        #!lua flags=no-writes
        return redis.call(ARGV[1], KEYS[1])
        """)]
    [InlineData("""
        #!lua flags=no-cluster
        return redis.call('SET', KEYS[1], 1)
        """)]
    [InlineData("return redis.call('SET', KEYS[1], 1)")]
    public void Leaves_reads_alone(string script) => RuleAssert.Quiet(Rule.WriteInReadOnly, script);

    [Fact]
    public void Says_what_to_remove() => RuleAssert.Message(
        Rule.WriteInReadOnly,
        """
        -- @readonly
        return redis.call('SET', KEYS[1], 1)
        """,
        "SET writes, but the script is declared read-only: remove '@readonly', or remove the call");

    [Fact]
    public void Says_the_reading_form() => RuleAssert.Message(
        Rule.WriteInReadOnly,
        """
        -- @readonly
        return redis.call('SORT', KEYS[1])
        """,
        "SORT writes, but the script is declared read-only: write 'SORT_RO'");
}
