using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA3008Tests
{
    [Theory]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nif not [|ARGV[1]|] then return 0 end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nif [|ARGV[1]|] then return 0 end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nlocal owner = ARGV[1]\nwhile [|owner|] do return 0 end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nif ARGV[2] == '1' and [|ARGV[1]|] then return 0 end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nif [|ARGV[1] == nil|] then return 0 end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nif [|nil ~= ARGV[1]|] then return 0 end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nlocal owner = [|ARGV[1]|] or 'nobody'\nreturn owner .. ARGV[2]")]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nreturn [|ARGV[1]|] and 'a' or 'b', ARGV[2]")]
    [InlineData("-- ARGV[1] a: string?\n-- ARGV[2] b: string?\nif [|ARGV[1]|] then return ARGV[2] end")]
    [InlineData("-- ARGV[1] n: int?\n-- ARGV[2...] rest: string\nif [|ARGV[1]|] then return redis.call('ECHO', tonumber(ARGV[1]) + #ARGV) end")]
    public void Flags_tests_that_a_null_passes_as_a_value(string script) => RuleAssert.Flags(Rule.EmptyTakenForNil, script);

    [Theory]
    [InlineData("-- ARGV[1] owner: string?\nif not ARGV[1] then return 0 end\nreturn 1")]
    [InlineData("-- ARGV[1] a: string?\n-- ARGV[2] b: string?\nif ARGV[2] then return ARGV[1] end")]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nif ARGV[1] == '' then return 0 end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nif not ARGV[1] or ARGV[1] == '' then return 0 end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nif ARGV[1] and #ARGV[1] > 0 then return 0 end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nif (ARGV[1] or '') == '' then return 0 end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nif ARGV[1] and ARGV[1]:len() > 0 then return 0 end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] n: int?\n-- ARGV[2] m: int\nlocal n = ARGV[1] and tonumber(ARGV[1])\nif n then return n end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] n: int?\n-- ARGV[2] m: int\nlocal n\nif ARGV[1] then n = tonumber(ARGV[1]) end\nif n then return n end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] n: int?\n-- ARGV[2] m: int\nif tonumber(ARGV[1]) then return 1 end\nreturn ARGV[2]")]
    [InlineData("-- ARGV[1] n: int = 5\n-- ARGV[2] m: int\nreturn (ARGV[1] or 5) + ARGV[2]")]
    [InlineData("if not ARGV[1] then return ARGV[2] end")]
    public void Leaves_scripts_alone_that_know_or_need_not(string script) => RuleAssert.Quiet(Rule.EmptyTakenForNil, script);

    [Fact]
    public Task Says_what_is_sent() => RuleAssert.MessageAsync(
        Rule.EmptyTakenForNil,
        "-- ARGV[1] owner: string?\n-- ARGV[2] count: int\nif not ARGV[1] then return 0 end\nreturn ARGV[2]",
        "ARGV[1] is sent as `''` when it is null, and `''` is true in Lua: write `ARGV[1] == ''`");

    [Fact]
    public Task Says_what_fits_either() => RuleAssert.MessageAsync(
        Rule.EmptyTakenForNil,
        "-- ARGV[1] a: string?\n-- ARGV[2] b: string?\nreturn (ARGV[1] or 'nobody') .. (ARGV[2] or '')",
        "ARGV[1] is sent as `''` when it is null, and `''` is true in Lua: write `(ARGV[1] or '') ~= '' and ARGV[1] or 'nobody'`");
}
