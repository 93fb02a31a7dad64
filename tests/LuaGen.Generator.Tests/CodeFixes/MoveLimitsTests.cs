using System.Globalization;
using LuaGen.CodeFixes;

namespace LuaGen.Generator.Tests.CodeFixes;

/// <summary>The fix is not offered if the move could change the behavior of a program.</summary>
public sealed class MoveLimitsTests
{
    [Theory]
    // The passed keys and values are known only at run time.
    [InlineData("""await db.ScriptEvaluateAsync("return KEYS[1]", keys);""")]
    [InlineData("""await db.ScriptEvaluateAsync("return #ARGV", null, text is null ? null : values);""")]
    [InlineData("""await db.ScriptEvaluateAsync("return KEYS[1]", [.. keys, key]);""")]
    // The move would change the order of evaluation.
    [InlineData("""await db.ScriptEvaluateAsync("return KEYS[1] .. ARGV[1]", values: [value], keys: [key]);""")]
    // The code distinguishes errors by their type or text.
    [InlineData("""try { await db.ScriptEvaluateAsync("return 1"); } catch (RedisServerException) { }""")]
    [InlineData("""try { await db.ScriptEvaluateAsync("return 1"); } catch (RedisException e) when (e.Message.StartsWith("BUSY", StringComparison.Ordinal)) { }""")]
    [InlineData("""try { await db.ScriptEvaluateAsync("return 1"); } catch (Exception e) when (IsTransient(e)) { } } static bool IsTransient(Exception e) => true; void Other() {""")]
    [InlineData("""try { await db.ScriptEvaluateAsync("return 1"); } catch (Exception e) { if (e is RedisServerException) { } }""")]
    [InlineData("""try { await db.ScriptEvaluateAsync("return 1"); } catch (Exception e) { if (e.Message.Contains("BUSY")) { } }""")]
    [InlineData("""try { await db.ScriptEvaluateAsync("return 1"); } catch (Exception e) { if (e.Message == "no") { } }""")]
    // The move would drop a directive.
    [InlineData("""
        await db.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])",
        #if X
         [],
        #else
         [key],
        #endif
         []);
        """)]
    // A key or value is missing, and a header would not fix that.
    [InlineData("""await db.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])");""")]
    [InlineData("""await db.ScriptEvaluateAsync("return redis.call('SET', KEYS[1], ARGV[1])", [key]);""")]
    // No class of scripts is generated for these receivers.
    [InlineData("""server.ScriptLoad("return 1");""")]
    [InlineData("""server.Execute("EVAL", "return 1", 0);""")]
    [InlineData("""db?.ScriptEvaluate("return 1");""")]
    // A prepared script that nothing here runs, or that is used in other ways; a key that the client does not send as one.
    [InlineData("""LuaScript.Prepare("return @a");""")]
    [InlineData("""var s = LuaScript.Prepare("return @a"); var l = s.Load(server); Console.WriteLine(l.Hash); l.Evaluate(db, new { a = 1 });""")]
    [InlineData("""var s = LuaScript.Prepare("return @a"); s.Evaluate(db, new { a = 1 }); foreach (var one in new[] { server }) { s.Load(one); }""")]
    [InlineData("""} readonly Lazy<LoadedLuaScript> _s = new(() => LuaScript.Prepare("return @a").Load(null!)); void Run() { _s.Value.Evaluate(db, new { a = 1 });""")]
    // A method of the project loads it, and may do more.
    [InlineData("""LuaScript.Prepare("return @a").Load(db).Evaluate(db, new { a = 1 }); } } static class Loading { public static LoadedLuaScript Load(this LuaScript s, IDatabase on) => s.Load(on.Multiplexer.GetServers()[0]); static void Other() {""")]
    // Without its load the method would have no await, and the primary constructor's parameter would not be read.
    [InlineData("""} LoadedLuaScript _s = null!; async Task Load(IServer at) { _s = await LuaScript.Prepare("return @a").LoadAsync(at); } void Run(IDatabase on) { _s.Evaluate(on, new { a = 1 });""")]
    [InlineData("""} } class Loader(IServer at) { readonly LoadedLuaScript _s = LuaScript.Prepare("return @a").Load(at); void Run(IDatabase on) { _s.Evaluate(on, new { a = 1 });""")]
    // The load or an argument runs another script, and two edits would overlap.
    [InlineData("""static IServer At(string? name) => throw new InvalidOperationException(name); LuaScript.Prepare("return @a").Load(At((string?)server.Execute("EVAL", "return 'x'", 0))).Evaluate(db, new { a = 1 });""")]
    [InlineData("""var s = LuaScript.Prepare("return @a"); s.Evaluate(db, new { a = (int)s.Evaluate(db, new { a = 1 }) });""")]
    [InlineData("""var s = LuaScript.Prepare("return @a"); s.Evaluate(db, (object)text);""")]
    [InlineData("""S.Evaluate(db, new { a = 1 }); } public static readonly LuaScript S = LuaScript.Prepare("return @a"); void Other() {""")]
    [InlineData("""LuaScript s; s = LuaScript.Prepare("return @a"); s = LuaScript.Prepare("return @b"); s.Evaluate(db, new { a = 1, b = 1 });""")]
    [InlineData("""LuaScript.Prepare("return redis.call('GET', @key)").Evaluate(db, new { key = text });""")]
    [InlineData("""LuaScript.Prepare("return @a").Evaluate(server.Multiplexer.GetDatabase(), new { b = 1 });""")]
    [InlineData("""LuaScript.Prepare("return {@a, KEYS[1]}").Evaluate(db, new { a = key });""")]
    // Nothing is generated for a script with a syntax error.
    [InlineData("""await db.ScriptEvaluateAsync("return return");""")]
    // A leased reply.
    [InlineData("""using var reply = db.ScriptEvaluateResp("return 1", default(ReadOnlyMemory<RedisKey>), default(ReadOnlyMemory<RedisValue>));""")]
    // The client does not treat a string as a key here.
    [InlineData("""db.Execute("EVAL", "return KEYS[1]", 1, "k");""")]
    [InlineData("""db.Execute("EVAL", "return ARGV[1]", 0, Guid.NewGuid());""")]
    public async Task Is_not_offered_and_the_rule_says_why(string statements)
    {
        await FixAssert.NotOfferedAsync(new MoveScriptFix(), "LUA7009", statements);

        Assert.All(await MessagesAsync(statements), message => Assert.Contains(" (by hand: ", message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""try { await db.ScriptEvaluateAsync("return redis.call('PING')"); } catch (RedisException) { }""")]
    [InlineData("""try { } catch (RedisServerException) { await db.ScriptEvaluateAsync("return redis.call('PING')"); }""")]
    [InlineData("""await db.ScriptEvaluateAsync("return redis.call('DEL', unpack(KEYS))", keys);""")]
    [InlineData("""try { await db.ScriptEvaluateAsync("return redis.call('PING')"); } catch (Exception e) { Console.WriteLine(e.Message); }""")]
    [InlineData("await db.ScriptEvaluateAsync(\"return redis.call('GET', KEYS[1])\", [key]); // all of it")]
    [InlineData("await db.ScriptEvaluateAsync(\"return redis.call('GET', KEYS[1])\", [((RedisKey)(text /* as given */)).Append(text)]);")]
    [InlineData("""await db.ScriptEvaluateAsync("return redis.call('PING')"); } } namespace Shop { partial class ShopScripts { static void M() {""")]
    [InlineData("""await db.ScriptEvaluateAsync("return redis.call('PING')"); } } namespace Elsewhere { static class ShopScripts { static void M() {""")]
    [InlineData("""try { await db.ScriptEvaluateAsync("return redis.call('PING')"); } catch (OperationCanceledException) when (text.Length > 0) { throw; } catch (Exception) { }""")]
    [InlineData("""try { await db.ScriptEvaluateAsync("return redis.call('PING')"); } catch (Exception e) when (e is not OperationCanceledException) { }""")]
    [InlineData("await db.ScriptEvaluateAsync(\"return redis.call('GET', KEYS[1])\", [key] /* the lock */);")]
    [InlineData("""
        await db.ScriptEvaluateAsync("return " // of the lock
         + "redis.call('GET', KEYS[1])", [key]);
        """)]
    [InlineData("""await db.ScriptEvaluateAsync("return redis.call('DEL', unpack(KEYS))", System.Linq.Enumerable.ToArray(keys));""")]
    public async Task Is_offered_beside_that(string statements)
    {
        var project = FixHost.Project([CallSites.CallSiteHost.Method(statements)], []);

        var diagnostic = Assert.Single(await FixHost.DiagnosticsAsync(project, "LUA7009"));
        Assert.NotNull(await FixHost.FixAsync(project, new MoveScriptFix(), diagnostic));
        Assert.DoesNotContain("by hand", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>What a load needed to reach the server may have been computed with an effect.</summary>
    [Fact]
    public async Task The_name_of_the_server_stays_where_a_call_gives_it()
    {
        var project = FixHost.Project([CallSites.CallSiteHost.Method("""
            var host = Console.ReadLine()!;
            const string Port = "6379";
            var script = LuaScript.Prepare("return @a");
            script.Load(db.Multiplexer.GetServer(host + Port));
            script.Evaluate(db, new { a = 1 });
            """)], []);

        var after = await FixHost.FixAsync(project, new MoveScriptFix(), Assert.Single(await FixHost.DiagnosticsAsync(project, "LUA7009")));

        Assert.NotNull(after);
        var source = Assert.Single(await FixHost.SourcesAsync(after));
        Assert.Contains("var host = Console.ReadLine()!;", source, StringComparison.Ordinal);
        Assert.DoesNotContain("Port", source, StringComparison.Ordinal);
        Assert.DoesNotContain("script.", source, StringComparison.Ordinal);
    }

    /// <summary>The class of scripts would have the same name as another type, so the script moves to a folder whose class has another name.</summary>
    [Theory]
    [InlineData("static class ShopScripts { static void M() {")]
    [InlineData("class ShopScripts { static void M() {")]
    [InlineData("enum ShopScripts { A } class Other { static void M() {")]
    public async Task A_name_that_is_taken_is_avoided(string declaration)
    {
        var project = FixHost.Project([CallSites.CallSiteHost.Method("await db.ScriptEvaluateAsync(\"return redis.call('PING')\"); } } namespace Shop { " + declaration) + "}"], []);

        var after = await FixHost.FixAsync(project, new MoveScriptFix(), Assert.Single(await FixHost.DiagnosticsAsync(project, "LUA7009")));

        Assert.NotNull(after);
        Assert.Equal("Scripts/Redis/Run.lua", Assert.Single((await FixHost.ScriptsAsync(after)).Keys));
        Assert.Contains("new Shop.RedisScripts(db).RunAsync()", Assert.Single(await FixHost.SourcesAsync(after)), StringComparison.Ordinal);
        Assert.Empty((await FixHost.GenerateAsync(after)).CompilerDiagnostics.Select(Hosting.GeneratorHost.Print));
    }

    private static async Task<IEnumerable<string>> MessagesAsync(string statements) =>
        (await FixHost.DiagnosticsAsync(FixHost.Project([CallSites.CallSiteHost.Method(statements)], []), "LUA7009")).Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture));
}
