using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2002Tests
{
    [Theory]
    [InlineData("""
        -- [|KEYS[1]: stock|]
        return KEYS[1]
        """)]
    [InlineData("""
        -- [|KEYS[1] - the stock key|]
        return KEYS[1]
        """)]
    [InlineData("""
        -- [|ARGV[2] the job id|]
        return ARGV[2]
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- [|Returns: long|]
        return #KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- [|RETURN left: long?   What is left.|]
        return #KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- [|@return nothing|]
        return #KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- [|RETURNS bool | nil|]
        return #KEYS[1]
        """)]
    public void Flags_a_declaration_in_another_form(string script) => RuleAssert.Flags(Rule.LooseDeclaration, script);

    [Fact]
    public void Leaves_the_canonical_form_alone() =>
        RuleAssert.Quiet(Rule.LooseDeclaration, """
            -- KEYS[1] stock  The stock key.
            -- The key in KEYS[1] is one.
            return KEYS[1]
            """);

    [Theory]
    [InlineData("""
        -- KEYS[1] stock
        -- Returns the number of units
        return #KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- Returns success
        return #KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- Returns 1, or 0
        return #KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- Returns long when all is well
        return #KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- RETURNS units (those that are left)
        return #KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- Returns: long
        -- RETURNS long
        return #KEYS[1]
        """)]
    [InlineData("""
        -- Returns nothing
        return #KEYS[1]
        """)]
    public void Leaves_prose_of_the_reply_alone(string script) => RuleAssert.Quiet(Rule.LooseDeclaration, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] stock
        -- Returns: long   What is left.
        return #KEYS[1]
        """, "`Returns: long   What is left.` is read as `-- RETURNS long   What is left.`: write that line")]
    [InlineData("""
        --[[ KEYS[1] stock
             Returns: long ]]
        return #KEYS[1]
        """, "`Returns: long` is read as `RETURNS long`: write that line")]
    public void Shows_how_a_reply_is_declared(string script, string message) => RuleAssert.Message(Rule.LooseDeclaration, script, message);

    [Theory]
    [InlineData("""
        -- KEYS[1] - the stock key
        local stock = KEYS[1]
        return stock
        """, "KEYS[1] stock   the stock key")]
    [InlineData("""
        -- KEYS[1]: the wait list
        return KEYS[1]
        """, "KEYS[1] waitList   the wait list")]
    [InlineData("""
        -- KEYS[1] 'wait',
        return KEYS[1]
        """, "KEYS[1] wait")]
    [InlineData("""
        -- ARGV[1] the job id
        return ARGV[1]
        """, "ARGV[1] jobId: value   the job id")]
    [InlineData("""
        -- ARGV[1] limit
        return tonumber(ARGV[1]) + 1
        """, "ARGV[1] limit: double")]
    [InlineData("""
        -- ARGV[1] limit: long the most
        return ARGV[1]
        """, "ARGV[1] limit: long   the most")]
    [InlineData("""
        -- ARGV[1] a rather long sentence that names nothing
        return ARGV[1]
        """, "ARGV[1] arg1: value   a rather long sentence that names nothing")]
    [InlineData("""
        -- ARGV[1] the size
        local n = tonumber(ARGV[1] or 10)
        return n
        """, "ARGV[1] n: double = 10   the size")]
    public void Shows_the_canonical_line(string script, string canonical) => RuleAssert.Message(
        Rule.LooseDeclaration, script, $"`{script.Split('\n')[0].TrimStart('-', ' ')}` is read as `-- {canonical}`: write that line");
}
