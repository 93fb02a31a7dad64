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

    [Theory]
    [InlineData("server.ScriptLoad(\"return 1\");", "it is only loaded here, and a typed method loads its script itself")]
    [InlineData("server.Execute(\"EVAL\", \"return 1\", 0);", "it is not sent to a database")]
    [InlineData("db?.ScriptEvaluate(\"return 1\");", "the database is behind `?.`")]
    [InlineData("await Run(\"return 1\"); Task<RedisResult> Run(string s) => db.ScriptEvaluateAsync(s);", "'Run' sends it, so change that method first")]
    [InlineData("try { db.ScriptEvaluate(\"return 1\"); } catch (RedisServerException) { }", "a `catch` around the call depends on the client's exception, and a typed call throws a ScriptException")]
    [InlineData("db.ScriptEvaluate(\"return KEYS[1]\", keys);", "the number of its keys is known only at run time")]
    [InlineData("db.ScriptEvaluate(\"return ARGV[1]\", [], values);", "the number of its values is known only at run time")]
    [InlineData("db.ScriptEvaluate(\"return redis.call('GET', KEYS[1])\");", "the call passes fewer keys or values than the script requires")]
    [InlineData("db.ScriptEvaluate(\"return KEYS[1] .. ARGV[1]\", values: [value], keys: [key]);", "the typed call would evaluate its arguments in another order")]
    [InlineData("LuaScript.Prepare(\"return 1\").Load(server);", "it is loaded with `Load`, and a typed method loads its script itself")]
    [InlineData("foreach (var one in new[] { server }) { LuaScript.Prepare(\"return @a\").Load(one); }", "it is loaded with `Load`, and a typed method loads its script itself")]
    [InlineData("db.ScriptEvaluate(\"return return\");", "it has an error to correct first")]
    [InlineData("LuaScript.Prepare(\"return redis.call('GET', @key)\").Evaluate(db, new { key = text });", "it uses '@key' as a key, but a call does not pass a RedisKey")]
    public Task Says_why_a_call_cannot_be_moved(string statements, string reason) => CallSiteAssert.MessageAsync(
        Rule.ScriptInString,
        statements,
        $"This script can be a file: move it to a `.lua` file, and call the typed method that LuaGen generates (by hand: {reason})");

    [Fact]
    public Task Says_what_to_do() => CallSiteAssert.MessageAsync(
        Rule.ScriptInString,
        """db.ScriptEvaluate("return 1");""",
        "This script can be a file: move it to a `.lua` file, and call the typed method that LuaGen generates");
}
