using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2002Tests
{
    [Theory]
    [InlineData("-- [|KEYS[1]: stock|]\nreturn KEYS[1]")]
    [InlineData("-- [|KEYS[1] - the stock key|]\nreturn KEYS[1]")]
    [InlineData("-- [|ARGV[2] the job id|]\nreturn ARGV[2]")]
    [InlineData("-- KEYS[1] stock\n-- [|Returns: long|]\nreturn #KEYS[1]")]
    [InlineData("-- KEYS[1] stock\n-- [|RETURN left: long?   What is left.|]\nreturn #KEYS[1]")]
    [InlineData("-- KEYS[1] stock\n-- [|@return nothing|]\nreturn #KEYS[1]")]
    [InlineData("-- KEYS[1] stock\n-- [|RETURNS List<string>|]\nreturn #KEYS[1]")]
    [InlineData("-- KEYS[1] stock\n-- [|RETURNS bool | nil|]\nreturn #KEYS[1]")]
    public void Flags_a_declaration_in_another_form(string script) => RuleAssert.Flags(Rule.LooseDeclaration, script);

    [Fact]
    public void Leaves_the_canonical_form_alone() =>
        RuleAssert.Quiet(Rule.LooseDeclaration, "-- KEYS[1] stock  The stock key.\n-- The key in KEYS[1] is one.\nreturn KEYS[1]");

    [Theory]
    [InlineData("-- KEYS[1] stock\n-- Returns the number of units\nreturn #KEYS[1]")]
    [InlineData("-- KEYS[1] stock\n-- Returns success\nreturn #KEYS[1]")]
    [InlineData("-- KEYS[1] stock\n-- Returns 1, or 0\nreturn #KEYS[1]")]
    [InlineData("-- KEYS[1] stock\n-- Returns long when all is well\nreturn #KEYS[1]")]
    [InlineData("-- KEYS[1] stock\n-- RETURNS units (those that are left)\nreturn #KEYS[1]")]
    [InlineData("-- KEYS[1] stock\n-- Returns: long\n-- RETURNS long\nreturn #KEYS[1]")]
    [InlineData("-- Returns nothing\nreturn #KEYS[1]")]
    public void Leaves_prose_of_the_reply_alone(string script) => RuleAssert.Quiet(Rule.LooseDeclaration, script);

    [Theory]
    [InlineData("-- KEYS[1] stock\n-- Returns: long   What is left.\nreturn #KEYS[1]", "write `RETURNS long`")]
    [InlineData("-- KEYS[1] stock\n-- RETURNS Task<long>\nreturn #KEYS[1]", "write `RETURNS` and a type, such as `long`, `string?` or `string[]`")]
    public Task Shows_how_a_reply_is_declared(string script, string remedy) => RuleAssert.MessageAsync(
        Rule.LooseDeclaration, script, $"This line is read as prose, so the method returns RedisResult: {remedy}");

    [Theory]
    [InlineData("-- KEYS[1] - the stock key\nlocal stock = KEYS[1]\nreturn stock", "KEYS[1] stock   the stock key")]
    [InlineData("-- KEYS[1]: the wait list\nreturn KEYS[1]", "KEYS[1] waitList   the wait list")]
    [InlineData("-- KEYS[1] 'wait',\nreturn KEYS[1]", "KEYS[1] wait   wait")]
    [InlineData("-- ARGV[1] the job id\nreturn ARGV[1]", "ARGV[1] jobId: value   the job id")]
    [InlineData("-- ARGV[1] limit\nreturn tonumber(ARGV[1]) + 1", "ARGV[1] limit: double   limit")]
    [InlineData("-- ARGV[1] limit: long the most\nreturn ARGV[1]", "ARGV[1] limit: long   limit: long the most")]
    [InlineData("-- ARGV[1] a rather long sentence that names nothing\nreturn ARGV[1]", "ARGV[1] arg1: value   a rather long sentence that names nothing")]
    [InlineData("-- ARGV[1] the size\nlocal n = tonumber(ARGV[1] or 10)\nreturn n", "ARGV[1] n: double = 10   the size")]
    public Task Shows_the_canonical_line(string script, string canonical) => RuleAssert.MessageAsync(
        Rule.LooseDeclaration, script, $"This line is read as `{canonical}`: write that line");
}
