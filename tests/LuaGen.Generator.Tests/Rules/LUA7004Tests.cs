using LuaGen.Generator.Tests.CallSites;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7004Tests
{
    [Theory]
    [InlineData("""db.ScriptEvaluate(LuaScript.Prepare("return @value"), [|new { Value = 1 }|]);""")]
    [InlineData("""var script = LuaScript.Prepare("return redis.call('SET', @key, @value)"); await db.ScriptEvaluateAsync(script, [|new { key }|]);""")]
    [InlineData("""var script = LuaScript.Prepare("return @value"); await script.EvaluateAsync(db, [|new { }|]);""")]
    [InlineData("""var script = LuaScript.Prepare("return @value"); await script.[|EvaluateAsync|](db);""")]
    [InlineData("""var script = LuaScript.Prepare("return @value"); script.Evaluate(db, [|null|]);""")]
    [InlineData("""var loaded = LuaScript.Prepare("return @value").Load(server); loaded.Evaluate(db, [|new { }|]);""")]
    [InlineData("""var script = LuaScript.Prepare("return @value"); var loaded = await script.LoadAsync(server); await db.ScriptEvaluateAsync(loaded, [|new { }|]);""")]
    [InlineData("""var loaded = server.ScriptLoad(LuaScript.Prepare("return @value")); db.ScriptEvaluate(loaded, [|new { }|]);""")]
    [InlineData("""Script.Evaluate(db, [|new { }|]); } static readonly LuaScript Script = LuaScript.Prepare("return @value"); void Other() {""")]
    [InlineData("""_script.Evaluate(db, [|new { }|]); } readonly LuaScript _script = LuaScript.Prepare("return @value"); void Other() {""")]
    [InlineData("""Script.Evaluate(db, [|new { }|]); } LuaScript Script { get; } = LuaScript.Prepare("return @value"); void Other() {""")]
    [InlineData("""LuaScript.Prepare("-- @readonly\nreturn @value").Evaluate(db, [|new { value = 1 }|]);""")]
    [InlineData("""LuaScript.Prepare("return @id").Evaluate(db, new { id = [|Guid.NewGuid()|] });""")]
    [InlineData("""LuaScript.Prepare("return @value").Evaluate(db, [|new Open()|]); } class Open { internal int value = 1; } void Other() {""")]
    public Task Flags_parameters_that_the_client_does_not_find(string statements) => CallSiteAssert.FlagsAsync(Rule.ParameterWithoutMember, statements);

    [Theory]
    [InlineData("""db.ScriptEvaluate(LuaScript.Prepare("return @value"), new { value = 1, other = 2 });""")]
    [InlineData("""LuaScript.Prepare("return 1").Evaluate(db);""")]
    [InlineData("""LuaScript.Prepare("-- user@host, @@escaped\nreturn 1").Evaluate(db);""")]
    [InlineData("""object o = new { value = 1 }; LuaScript.Prepare("return @value").Evaluate(db, o);""")]
    [InlineData("""Run(new Open()); void Run(Open open) => LuaScript.Prepare("return @other").Evaluate(db, open); } class Open { public int value = 1; } void Other() {""")]
    [InlineData("""LuaScript.Prepare("return @value").Evaluate(db, new Derived()); } class Open { public int value = 1; } class Derived : Open; void Other() {""")]
    [InlineData("""LuaScript.Prepare("return {@a, @b, @c, @d, @e, @f}").Evaluate(db, new { a = (int?)1, b = "", c = hash, d = new ReadOnlyMemory<byte>(hash), e = key, f = value });""")]
    [InlineData("""var script = LuaScript.Prepare("return @value"); script = LuaScript.Prepare("return 1"); script.Evaluate(db);""")]
    [InlineData("""LuaScript.Prepare(text).Evaluate(db);""")]
    public Task Leaves_alone_what_is_found_or_may_be(string statements) => CallSiteAssert.QuietAsync(Rule.ParameterWithoutMember, statements);

    [Theory]
    [InlineData("""LuaScript.Prepare("return @a").Evaluate(db);""", "The parameter '@a' gets no object: pass one, such as `new { a }`")]
    [InlineData("""LuaScript.Prepare("return @a").Evaluate(db, new { a = 1m });""", "The parameter '@a' has the type 'decimal', which the client does not accept: pass a RedisKey, RedisValue, string, int, long or double, or the client throws")]
    public Task Says_what_else_can_be_wrong(string statements, string message) => CallSiteAssert.MessageAsync(Rule.ParameterWithoutMember, statements, message);

    [Fact]
    public Task Says_what_happens() => CallSiteAssert.MessageAsync(
        Rule.ParameterWithoutMember,
        """LuaScript.Prepare("return @value").Evaluate(db, new { Value = 1 });""",
        "The parameter '@value' has no public member of that name in the object: add one with exactly that name, or the client throws");
}
