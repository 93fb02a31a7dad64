using LuaGen.CodeFixes;

namespace LuaGen.Generator.Tests.CodeFixes;

/// <summary>Where a move could change what a program does, none is offered.</summary>
public sealed class MoveLimitsTests
{
    [Theory]
    // Only the running program knows what is passed.
    [InlineData("""await db.ScriptEvaluateAsync("return KEYS[1]", keys);""")]
    [InlineData("""await db.ScriptEvaluateAsync("return #ARGV", null, text is null ? null : values);""")]
    [InlineData("""await db.ScriptEvaluateAsync("return KEYS[1]", [.. keys, key]);""")]
    // Evaluated in another order.
    [InlineData("""await db.ScriptEvaluateAsync("return KEYS[1] .. ARGV[1]", values: [value], keys: [key]);""")]
    // Errors are told by their type or text.
    [InlineData("""try { await db.ScriptEvaluateAsync("return 1"); } catch (RedisServerException) { }""")]
    [InlineData("""try { await db.ScriptEvaluateAsync("return 1"); } catch (RedisException e) when (e.Message.StartsWith("BUSY", StringComparison.Ordinal)) { }""")]
    // No class of scripts is made over these.
    [InlineData("""server.ScriptLoad("return 1");""")]
    [InlineData("""server.Execute("EVAL", "return 1", 0);""")]
    [InlineData("""db?.ScriptEvaluate("return 1");""")]
    // Parameters by name, and a reply that is leased.
    [InlineData("""LuaScript.Prepare("return @a");""")]
    [InlineData("""using var reply = db.ScriptEvaluateResp("return 1", default(ReadOnlyMemory<RedisKey>), default(ReadOnlyMemory<RedisValue>));""")]
    // A string is no key to the client here.
    [InlineData("""db.Execute("EVAL", "return KEYS[1]", 1, "k");""")]
    [InlineData("""db.Execute("EVAL", "return ARGV[1]", 0, Guid.NewGuid());""")]
    // Nothing is emitted for it.
    [InlineData("""await db.ScriptEvaluateAsync("return return");""")]
    public Task Is_not_offered(string statements) => FixAssert.NotOfferedAsync(new MoveScriptFix(), "LUA7009", statements);

    [Theory]
    [InlineData("""try { await db.ScriptEvaluateAsync("return redis.call('PING')"); } catch (RedisException) { }""")]
    [InlineData("""try { } catch (RedisServerException) { await db.ScriptEvaluateAsync("return redis.call('PING')"); }""")]
    [InlineData("""await db.ScriptEvaluateAsync("return redis.call('DEL', unpack(KEYS))", keys);""")]
    public async Task Is_offered_beside_that(string statements)
    {
        var project = FixHost.Project([CallSites.CallSiteHost.Method(statements)], []);

        Assert.NotNull(await FixHost.FixAsync(project, new MoveScriptFix(), Assert.Single(await FixHost.DiagnosticsAsync(project, "LUA7009"))));
    }
}
