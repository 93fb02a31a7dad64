using LuaGen.Generator.Tests.CallSites;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7003Tests
{
    [Theory]
    [InlineData("""db.ScriptEvaluate($"return redis.call('GET', '{[|text|]}')");""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('GET', '" + [|text|] + "')");""")]
    [InlineData("""db.ScriptEvaluate($"return {[|values.Length|]}");""")]
    [InlineData("""foreach (var v in values) await db.ScriptEvaluateAsync($"return redis.call('GET', '{[|v|]}')");""")]
    [InlineData("""var script = $"return redis.call('GET', '{[|text.Trim()|]}')"; await db.ScriptEvaluateAsync(script);""")]
    [InlineData("""db.ScriptEvaluate(string.Format("return redis.call('GET', '{0}')", [|text|]));""")]
    [InlineData("""db.ScriptEvaluate(string.Concat("return '", [|text|], "'"));""")]
    [InlineData("""var part = "'" + text + "'"; db.ScriptEvaluate($"return {[|part|]}");""")]
    [InlineData("""server.ScriptLoad("return '" + [|string.Join(",", values)|] + "'");""")]
    [InlineData("""LuaScript.Prepare($"return redis.call('GET', @{[|text|]})");""")]
    [InlineData("""db.Execute("EVAL", $"return '{[|text|]}'", 0);""")]
    [InlineData("""foreach (var v in new[] { "INCR", text }) db.ScriptEvaluate($"return redis.call('{[|v|]}', KEYS[1])", keys);""")]
    [InlineData("""var n = values.Length; db.ScriptEvaluate($"return redis.call('INCRBY', KEYS[1], {[|0 - n|]})", keys);""")]
    [InlineData("""db.ScriptEvaluate($"return {[|-values.Length|]}");""")]
    [InlineData("""db.ScriptEvaluate($"return {[|values.Length * 2|]}");""")]
    [InlineData("""db.ScriptEvaluate($"return '{[|text ?? "x"|]}'");""")]
    [InlineData("""var t = Task.FromResult(text); db.ScriptEvaluate($"return '{[|await t|]}'");""")]
    [InlineData("""db.ScriptEvaluate($"return '{[|values.Length switch { 0 => "a", _ => text }|]}'");""")]
    [InlineData("""db.ScriptEvaluate(values.Length > 1 ? $"return '{[|text|]}'" : "return 1");""")]
    [InlineData("""db.ScriptEvaluate("return '@n'".Replace("@n", [|text|]));""")]
    [InlineData("""const string Script = "return {'@a', '@b'}"; db.ScriptEvaluate(Script.Replace("@a", "1").Replace("@b", [|text|]));""")]
    [InlineData("""var b = new System.Text.StringBuilder("return '"); b.Append([|text|]).Append("'"); db.ScriptEvaluate(b.ToString());""")]
    [InlineData("""var script = "return '"; script += [|text|]; script += "'"; db.ScriptEvaluate(script);""")]
    [InlineData("""var script = "return '"; script = script + [|text|] + "'"; db.ScriptEvaluate(script);""")]
    public Task Flags_values_that_become_code(string statements) => CallSiteAssert.FlagsAsync(Rule.BuiltScriptText, statements);

    [Theory]
    [InlineData("""db.ScriptEvaluate("return redis.call('GET', KEYS[1])", keys, [text]);""")]
    [InlineData("""const string Part = "1"; db.ScriptEvaluate($"return {Part}");""")]
    [InlineData("""db.ScriptEvaluate($"return '{Prefix}'"); } static readonly string Prefix = Environment.MachineName; void Other() {""")]
    [InlineData("""db.ScriptEvaluate($"return '{_prefix}'"); } string _prefix = ""; void Other() {""")]
    [InlineData("""db.ScriptEvaluate($"return '{DateTimeKind.Utc}'"); var kind = DateTimeKind.Utc; kind = DateTimeKind.Local; db.ScriptEvaluate($"return '{kind}'");""")]
    [InlineData("""db.ScriptEvaluate("local t = {}\n" + Helper()); } static string Helper() => "return 1"; void Other() {""")]
    [InlineData("""db.ScriptEvaluate(text);""")]
    [InlineData("""db.ScriptEvaluate(text == "" ? "return 1" : "return 2");""")]
    [InlineData("""Console.WriteLine($"return {text}");""")]
    [InlineData("""foreach (var v in new[] { "INCR", "DECR" }) db.ScriptEvaluate($"return redis.call('{v}', KEYS[1])", keys);""")]
    [InlineData("""} Calls(string prefix) { server.ScriptLoad($"return '{prefix}'"); var s = LuaScript.Prepare("return '" + prefix + "'");""")]
    [InlineData("""} class Tenant(IDatabase db, string prefix) { object Get() => db.ScriptEvaluate($"return '{prefix}'"); """)]
    [InlineData("""db.ScriptEvaluate($"return redis.call('{values.Length switch { 0 => "INCR", _ => "DECR" }}', KEYS[1])", keys);""")]
    [InlineData("""var command = "INCR"; if (values.Length > 0) command = "DECR"; db.ScriptEvaluate($"return redis.call('{command}', KEYS[1])", keys);""")]
    [InlineData("""var script = "local n = 1 "; script += "return n"; db.ScriptEvaluate(script);""")]
    [InlineData("""db.ScriptEvaluate(text.Replace("a", text));""")]
    [InlineData("""db.ScriptEvaluate("return 1\r\n".Replace("\r\n", "\n"));""")]
    [InlineData("""db.ScriptEvaluate($"return {-Offset}"); } static readonly int Offset = Environment.TickCount; void Other() {""")]
    public Task Leaves_alone_what_stays_the_same(string statements) => CallSiteAssert.QuietAsync(Rule.BuiltScriptText, statements);

    [Fact]
    public Task Says_what_to_do() => CallSiteAssert.MessageAsync(
        Rule.BuiltScriptText,
        """db.ScriptEvaluate($"return redis.call('GET', '{text}')");""",
        "`text` becomes code of the script, and each new value adds a script to the server's cache: pass it as a value, and read it as `ARGV[n]`");
}
