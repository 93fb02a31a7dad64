using LuaGen.Generator.Tests.CallSites;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7008Tests
{
    [Theory]
    [InlineData("""_ = batch.[|ScriptEvaluateAsync|]("return 1");""")]
    [InlineData("""_ = batch.[|ScriptEvaluateReadOnlyAsync|](text);""")]
    [InlineData("""var b = db.CreateBatch(); var reply = b.[|ScriptEvaluateAsync|]("return 1"); b.Execute(); await reply;""")]
    [InlineData("""_ = LuaScript.Prepare("return 1").[|EvaluateAsync|](batch);""")]
    [InlineData("""_ = batch.[|ScriptEvaluateAsync|](LuaScript.Prepare("return 1"));""")]
    public Task Flags_texts_in_batches(string statements) => CallSiteAssert.FlagsAsync(Rule.TextInBatch, statements);

    [Theory]
    [InlineData("""_ = transaction.ScriptEvaluateAsync("return 1");""")]
    [InlineData("""var t = db.CreateTransaction(); _ = t.ScriptEvaluateAsync(text);""")]
    [InlineData("""_ = LuaScript.Prepare("return 1").EvaluateAsync(transaction);""")]
    [InlineData("""_ = db.ScriptEvaluateAsync("return 1");""")]
    [InlineData("""_ = batch.ScriptEvaluateAsync(hash);""")]
    [InlineData("""_ = batch.ExecuteAsync("EVAL", "return 1", 0);""")]
    [InlineData("""IDatabaseAsync any = batch; _ = any.ScriptEvaluateAsync("return 1");""")]
    public Task Leaves_what_completes_alone(string statements) => CallSiteAssert.QuietAsync(Rule.TextInBatch, statements);

    [Fact]
    public Task Says_what_to_do() => CallSiteAssert.MessageAsync(
        Rule.TextInBatch,
        """_ = batch.ScriptEvaluateAsync("return 1");""",
        "This task never completes if the server has lost the script: call the script on the database, or call the typed method of a `.lua` file, which is safe in a batch");
}
