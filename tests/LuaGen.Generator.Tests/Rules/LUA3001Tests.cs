using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA3001Tests
{
    [Theory]
    [InlineData("-- KEYS[1] a\nreturn {KEYS[1], [|KEYS[2]|]}")]
    [InlineData("-- RETURNS long\nreturn [|ARGV[1]|]")]
    [InlineData("-- KEYS[1] a\nlocal k = KEYS\nreturn {k[1], [|k[7]|]}")]
    [InlineData("-- KEYS[1] a\nlocal i = 2\nreturn {KEYS[1], [|KEYS[i]|]}")]
    [InlineData("-- KEYS[1] a\nlocal function f() return [|KEYS[2]|] end\nreturn {f(), KEYS[1]}")]
    public void Flags_an_index_that_no_declaration_has(string script) => RuleAssert.Flags(Rule.IndexBeyondDeclared, script);

    [Theory]
    [InlineData("-- KEYS[1] a\n-- KEYS[2] b\nreturn {KEYS[1], KEYS[2]}")]
    [InlineData("-- KEYS[1] a\nlocal KEYS = {1, 2}\nreturn KEYS[2]")]
    [InlineData("-- KEYS[1] a\nlocal k = KEYS\nk = {1, 2}\nreturn k[2]")]
    [InlineData("-- KEYS[1] a\nfor i = 1, 9 do redis.call('DEL', KEYS[i]) end")]
    [InlineData("-- KEYS[1] a\nlocal t = {}\nreturn {KEYS[1], t[2]}")]
    public void Leaves_other_tables_and_unknown_indexes_alone(string script) => RuleAssert.Quiet(Rule.IndexBeyondDeclared, script);

    [Fact]
    public Task Says_what_is_declared() => RuleAssert.MessageAsync(
        Rule.IndexBeyondDeclared,
        "-- KEYS[1] a\nreturn {KEYS[1], KEYS[2]}",
        "KEYS[2] is always nil, because the header declares only one: declare `-- KEYS[2] name` or correct the index");
}
