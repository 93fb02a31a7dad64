using LuaGen.Generator.Tests.CallSites;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7009Tests
{
    [Theory]
    [InlineData("""db.ScriptEvaluate([|"return 1"|]);""")]
    [InlineData("""const string Script = "return 1"; db.ScriptEvaluate([|Script|]);""")]
    [InlineData("""var script = "return " + "1"; await db.ScriptEvaluateAsync([|script|]);""")]
    [InlineData("""db?.ScriptEvaluate([|@"return 1"|]);""")]
    [InlineData("""server.ScriptLoad([|"return 1"|]);""")]
    [InlineData("""LuaScript.Prepare([|"return @a"|]);""")]
    [InlineData("""db.Execute("eval", [|"return 1"|], 0);""")]
    [InlineData("""server.Execute(0, "EVAL_RO", new object[] { [|"return 1"|], 0 });""")]
    [InlineData("""await batch.ScriptEvaluateAsync([|"return 1"|]);""")]
    public Task Flags_each_call_whose_script_is_known(string statements) => CallSiteAssert.FlagsAsync(Rule.ScriptInString, statements);

    [Theory]
    [InlineData("""db.ScriptEvaluate(text);""")]
    [InlineData("""db.ScriptEvaluate("return " + text);""")]
    [InlineData("""var script = "return 1"; script += text; db.ScriptEvaluate(script);""")]
    [InlineData("""db.ScriptEvaluate(hash);""")]
    [InlineData("""db.Execute("EVALSHA", "e0e1f9fabfc9d4800c877a703b823ac0578ff8db", 0);""")]
    [InlineData("""db.Execute("ECHO", "return 1");""")]
    [InlineData("""new Other().ScriptEvaluate("return 1"); } class Other { public void ScriptEvaluate(string script) { }""")]
    [InlineData("""ScriptLoad("return 1"); void ScriptLoad(string script) { }""")]
    public Task Leaves_other_calls_alone(string statements) => CallSiteAssert.QuietAsync(Rule.ScriptInString, statements);

    [Fact]
    public Task Says_what_to_do() => CallSiteAssert.MessageAsync(
        Rule.ScriptInString,
        """db.ScriptEvaluate("return 1");""",
        "This script can be a file: move it to a `.lua` file, and call the typed method that LuaGen generates");
}
