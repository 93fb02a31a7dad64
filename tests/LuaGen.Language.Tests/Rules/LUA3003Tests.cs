using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA3003Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] a
        return {[|KEYS[0]|], KEYS[1]}
        """)]
    [InlineData("""
        -- KEYS[1] a
        local first = 0
        return {[|KEYS[first]|], KEYS[1]}
        """)]
    [InlineData("""
        -- KEYS[1] a
        return {[|KEYS[-1]|], KEYS[1]}
        """)]
    [InlineData("""
        -- KEYS[1] a
        return {[|KEYS[1.5]|], KEYS[1]}
        """)]
    [InlineData("""
        -- KEYS[1] a
        return {[|KEYS['1']|], KEYS[1]}
        """)]
    [InlineData("""
        -- KEYS[1] a
        return {[|KEYS[nil]|], KEYS[1]}
        """)]
    [InlineData("""
        -- KEYS[1] a
        return {[|ARGV.amount|], KEYS[1]}
        """)]
    [InlineData("return {[|KEYS[0]|], KEYS[1]}")]
    [InlineData("""
        -- KEYS[1] a
        local arguments = ARGV
        return {[|arguments.n|], KEYS[1]}
        """)]
    [InlineData("""
        for i = 0, #KEYS - 1 do redis.call('DEL', [|KEYS[i]|]) end
        return #KEYS
        """)]
    [InlineData("""
        local sum = 0
        for i = 0, #ARGV do
          local amount = tonumber(ARGV[1]) + [|ARGV[i]|]
          sum = sum + amount
        end
        return sum + #KEYS
        """)]
    [InlineData("""
        for i = 0, #KEYS - 1 do
          local key = [|KEYS[i]|]
          redis.call('DEL', key)
        end
        return #KEYS
        """)]
    public void Flags_what_no_element_has(string script) => RuleAssert.Flags(Rule.StrayIndex, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] a
        local t = { [0] = KEYS[1] }
        return t[0]
        """)]
    [InlineData("""
        -- KEYS[1] a
        KEYS.first = KEYS[1]
        return KEYS.first
        """)]
    [InlineData("""
        -- KEYS[1] a
        ARGV[0] = KEYS[1]
        return ARGV[0]
        """)]
    [InlineData("""
        -- KEYS[1] a
        setmetatable(ARGV, { __index = KEYS })
        return ARGV[-1] or KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1] a
        local n = 1
        for i = 1, 2 do n = -i end
        return KEYS[-n]
        """)]
    [InlineData("""
        for i = 0, #KEYS - 1 do redis.call('DEL', KEYS[i + 1]) end
        return #KEYS
        """)]
    [InlineData("""
        for i = 0, #KEYS do
          if KEYS[i] then redis.call('DEL', KEYS[i]) end
        end
        return #KEYS
        """)]
    [InlineData("""
        for i = 0, #KEYS do
          if i > 0 then redis.call('DEL', KEYS[i]) end
        end
        return #KEYS
        """)]
    [InlineData("""
        for i = #KEYS, 1, -1 do redis.call('DEL', KEYS[i]) end
        return #KEYS
        """)]
    [InlineData("""
        local seen = {}
        for i = 0, #KEYS do seen[i] = KEYS[i] or 'none' end
        return #seen
        """)]
    public void Leaves_other_tables_and_what_the_script_stores_alone(string script) => RuleAssert.Quiet(Rule.StrayIndex, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.StrayIndex,
        """
        -- KEYS[1] a
        return {ARGV['amount'], KEYS[1]}
        """,
        "`ARGV['amount']` is always nil, because the indexes of ARGV are whole numbers from 1: write `ARGV[1]` for the first element");
}
