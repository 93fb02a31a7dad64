using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA3004Tests
{
    [Theory]
    [InlineData("if [|ARGV[1] > 5|] then return 1 end")]
    [InlineData("if [|ARGV[1] == 1|] then return 1 end")]
    [InlineData("if [|0 ~= ARGV[2]|] then return 1 end")]
    [InlineData("""
        local limit = ARGV[1]
        if [|#KEYS <= limit|] then return 1 end
        """)]
    [InlineData("for i = 1, #ARGV do if [|ARGV[i] == 0|] then return i end end")]
    [InlineData("for _, value in ipairs(ARGV) do if [|value < 10|] then return value end end")]
    [InlineData("""
        -- ARGV[1] from: int
        -- ARGV[2] to: long
        if [|ARGV[1] < ARGV[2]|] then return 1 end
        """)]
    [InlineData("""
        local function isLarge(n) return [|n > 10|] end
        return isLarge(ARGV[1])
        """)]
    [InlineData("""
        local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
        if score and [|score <= ARGV[2]|] then return 1 end
        return 0
        """)]
    [InlineData("""
        local now = redis.call('TIME')
        return [|ARGV[1] < now[1]|]
        """)]
    public void Flags_strings_taken_for_numbers(string script) => RuleAssert.Flags(Rule.TextComparedAsNumber, script);

    [Theory]
    [InlineData("if tonumber(ARGV[1]) > 5 then return 1 end")]
    [InlineData("if ARGV[1] == '1' then return 1 end")]
    [InlineData("if ARGV[1] + 0 == 1 then return 1 end")]
    [InlineData("""
        local limit = ARGV[1] or 10
        if limit == 10 then return 1 end
        """)]
    [InlineData("""
        local limit = tonumber(ARGV[1]) or ARGV[1]
        if limit == 10 then return 1 end
        """)]
    [InlineData("""
        -- ARGV[1] from: string
        -- ARGV[2] to: string
        if ARGV[1] < ARGV[2] then return 1 end
        """)]
    [InlineData("if ARGV[1] < ARGV[2] then return 1 end")]
    [InlineData("if #ARGV > 1 then return 1 end")]
    [InlineData("""
        local x = ARGV[1]
        if type(x) == 'number' and x > 1 then return 1 end
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] member: string
        -- ARGV[2] least: string
        local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
        if score and score < ARGV[2] then return 1 end
        return 0
        """)]
    [InlineData("""
        local name = redis.call('GET', KEYS[1])
        if name and name < ARGV[1] then return 1 end
        return 0
        """)]
    public void Leaves_what_may_be_right_alone(string script) => RuleAssert.Quiet(Rule.TextComparedAsNumber, script);

    [Fact]
    public void Says_how_to_compare() => RuleAssert.Message(
        Rule.TextComparedAsNumber,
        "if ARGV[1] > 5 then return 1 end",
        "ARGV[1] is a string and cannot be compared with a number: write `tonumber(ARGV[1]) > 5`");

    [Fact]
    public void Says_what_digits_do() => RuleAssert.Message(
        Rule.TextComparedAsNumber,
        """
        -- ARGV[1] from: int
        -- ARGV[2] to: int
        if ARGV[1] < ARGV[2] then return 1 end
        """,
        "ARGV[1] is compared with another argument as a string, and `'10' < '9'` is true: write `tonumber(ARGV[1]) < tonumber(ARGV[2])`");
}
