using LuaGen.Generator.Tests.CallSites;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7007Tests
{
    [Theory]
    [InlineData("""db.[|ScriptEvaluate|](hash, keys);""")]
    [InlineData("""await db.[|ScriptEvaluateAsync|](hash, keys);""")]
    [InlineData("""await db.[|ScriptEvaluateReadOnlyAsync|](hash, keys);""")]
    [InlineData("""await db.[|ExecuteAsync|]("EVALSHA", text, 0);""")]
    [InlineData("""db.[|Execute|]("evalsha_ro", [text, 0]);""")]
    [InlineData("""try { await db.[|ScriptEvaluateAsync|](hash, keys); } catch (TimeoutException) { }""")]
    [InlineData("""try { } catch (Exception) { await db.[|ScriptEvaluateAsync|](hash, keys); }""")]
    [InlineData("""try { await db.[|ScriptEvaluateAsync|](hash, keys); } finally { }""")]
    [InlineData("""try { await db.[|ScriptEvaluateAsync|](hash, keys); } catch { }""")]
    [InlineData("""try { return; await db.[|ScriptEvaluateAsync|](hash, keys); } catch { return; }""")]
    [InlineData("""try { await db.[|ScriptEvaluateAsync|](hash, keys); } catch (RedisException e) { Console.WriteLine(e); }""")]
    [InlineData("""try { await db.[|ScriptEvaluateAsync|](hash, keys); } catch (RedisServerException e) when (e.Message.StartsWith("WRONGTYPE")) { await db.KeyDeleteAsync(key); }""")]
    [InlineData("""await db.[|ScriptEvaluateAsync|](hash, keys); try { await db.PingAsync(); } catch (RedisServerException e) { Console.WriteLine(e.Message); }""")]
    public Task Flags_hashes_with_nobody_to_send_the_text(string statements) => CallSiteAssert.FlagsAsync(Rule.HashWithoutHandling, statements);

    [Theory]
    [InlineData("""try { await db.ScriptEvaluateAsync(hash, keys); } catch (RedisServerException) { await db.ScriptEvaluateAsync(text, keys); }""")]
    [InlineData("""try { await db.ScriptEvaluateAsync(hash, keys); } catch (Exception e) when (e.Message.Contains("NOSCRIPT")) { }""")]
    [InlineData("""try { await db.ScriptEvaluateAsync(hash, keys); } catch (RedisException) { await db.ScriptEvaluateAsync(text, keys); }""")]
    [InlineData("""try { await db.ScriptEvaluateAsync(hash, keys); } catch { Reload(); } } void Reload() { } void Other() {""")]
    [InlineData("""try { await db.ScriptEvaluateAsync(hash, keys); } catch (Exception) { throw; }""")]
    [InlineData("""try { await db.ScriptEvaluateAsync(hash, keys); } catch (RedisServerException e) when (IsLost(e)) { await db.ScriptEvaluateAsync(text); } } static bool IsLost(Exception e) => e.Message.Length > 0; void Other() {""")]
    [InlineData("""for (var i = 0; i < 2; i++) try { await db.ScriptEvaluateAsync(hash, keys); } catch (RedisServerException) { continue; }""")]
    [InlineData("""await Guarded(() => db.ScriptEvaluateAsync(hash, keys)); } async Task Guarded(Func<Task> run) { try { await run(); } catch (RedisServerException e) when (e.Kind == RedisErrorKind.NoScript) { }""")]
    [InlineData("""await db.ScriptEvaluateAsync(hash, keys); } static bool IsLost(Exception e) => e.Message.StartsWith("NOSCRIPT"); void Other() {""")]
    [InlineData("""await db.ScriptEvaluateAsync(hash, keys); } static bool IsLost(Exception e) => e.Message.Contains("No matching script"); void Other() {""")]
    [InlineData("await db.ScriptEvaluateAsync(hash, keys); } static bool IsLost(Exception e) => e.Message.Contains(\"\"\"noscript\"\"\", StringComparison.OrdinalIgnoreCase); void Other() {")]
    [InlineData("""await db.ScriptEvaluateAsync("return 1", keys);""")]
    [InlineData("""await db.ScriptEvaluateAsync(text, keys);""")]
    public Task Leaves_calls_alone_with_a_handler_in_reach(string statements) => CallSiteAssert.QuietAsync(Rule.HashWithoutHandling, statements);

    [Fact]
    public Task Says_what_to_do() => CallSiteAssert.MessageAsync(
        Rule.HashWithoutHandling,
        """db.ScriptEvaluate(hash, keys);""",
        "This call fails with NOSCRIPT when the server has lost the script: catch `RedisServerException` and send the text, or pass the text instead of the hash");
}
