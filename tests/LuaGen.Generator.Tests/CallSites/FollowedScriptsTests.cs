using System.Globalization;
using System.Text;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>Scripts that are not a literal in the call: what is certain is followed, and what is not is ignored.</summary>
public sealed class FollowedScriptsTests
{
    private const string Unknown = "return redis.call([|'GTE'|], KEYS[1])";

    [Theory]
    // A field that nothing assigns, and one that is assigned once.
    [InlineData("db.ScriptEvaluate(S, keys); } static string S = \"" + Unknown + "\"; void Other() {")]
    [InlineData("db.ScriptEvaluate(_s, keys); } private string _s = \"" + Unknown + "\"; void Other() {")]
    [InlineData("db.ScriptEvaluate(S, keys); } public static string S { get; set; } = \"" + Unknown + "\"; void Other() {")]
    [InlineData("db.ScriptEvaluate(_s, keys); } readonly string _s; Calls() { _s = \"" + Unknown + "\";")]
    [InlineData("db.ScriptEvaluate(_s, keys); } string? _s; void Load() { _s ??= \"" + Unknown + "\";")]
    // A method of the project that sends what it is given.
    [InlineData("await Run(\"" + Unknown + "\", key); } Task<RedisResult> Run(string s, RedisKey k) => db.ScriptEvaluateAsync(s, [k]); void Other() {")]
    [InlineData("await Run(keys, s: \"" + Unknown + "\"); } async Task<RedisResult> Run(RedisKey[] k, string s) { return await db.ScriptEvaluateAsync(s, k).ConfigureAwait(false); } void Other() {")]
    [InlineData("db.Run(\"" + Unknown + "\", keys); } } static class Extensions { public static RedisResult Run(this IDatabase d, string script, params RedisKey[] k) => d.ScriptEvaluate(script, k); static void Other() {")]
    [InlineData("IRunner r = null!; await r.ScriptEvaluateAsync(\"" + Unknown + "\", keys); } interface IRunner { Task<RedisResult> ScriptEvaluateAsync(string script, RedisKey[] k); } class Runner(IDatabase d) : IRunner { public Task<RedisResult> ScriptEvaluateAsync(string script, RedisKey[] k) => d.ScriptEvaluateAsync(script, k); } void Other() {")]
    [InlineData("Run(\"" + Unknown + "\"); void Run(string s) { db.ScriptEvaluate(s, keys); }")]
    [InlineData("await Run(S, key); } const string S = \"" + Unknown + "\"; Task<RedisResult> Run(string s, RedisKey k) => db.ScriptEvaluateAsync(s, [k]); void Other() {")]
    // An element of a list or dictionary.
    [InlineData("db.ScriptEvaluate(All[\"get\"], keys); } static readonly Dictionary<string, string> All = new() { [\"get\"] = \"" + Unknown + "\", [\"one\"] = \"return 1\" }; void Other() {")]
    [InlineData("db.ScriptEvaluate(All[DayOfWeek.Monday], keys); } static readonly Dictionary<DayOfWeek, string> All = new Dictionary<DayOfWeek, string> { { DayOfWeek.Monday, \"" + Unknown + "\" } }; void Other() {")]
    [InlineData("db.ScriptEvaluate(All[1], keys); } static readonly string[] All = [\"return 1\", \"" + Unknown + "\"]; void Other() {")]
    [InlineData("var all = new[] { \"" + Unknown + "\" }; db.ScriptEvaluate(all[0], keys);")]
    public Task Are_checked_where_they_are_written(string statements) => CallSiteAssert.FlagsAsync(Rule.UnknownCommand, statements);

    private const string Quiet = "return redis.call('GTE', KEYS[1])";

    [Theory]
    [InlineData("S = text; db.ScriptEvaluate(S, keys); } static string S = \"" + Quiet + "\"; void Other() {")]
    [InlineData("db.ScriptEvaluate(_s, keys); } string? _s; void Load(string s) { _s = \"" + Quiet + "\"; _s = s;")]
    [InlineData("Set(out _s); db.ScriptEvaluate(_s, keys); } string _s = \"" + Quiet + "\"; static void Set(out string s) => s = \"\"; void Other() {")]
    [InlineData("Run(\"" + Quiet + "\"); void Run(string s) { s = s + text; db.ScriptEvaluate(s, keys); }")]
    [InlineData("Run(\"" + Quiet + "\"); void Run(string s) { Console.WriteLine(s); } void Run2(string s) { db.ScriptEvaluate(s, keys); }")]
    [InlineData("Run(\"" + Quiet + "\", 1); void Run(string s, int n) { } } void Run(string s) { db.ScriptEvaluate(s); } void Other() {")]
    [InlineData("All[\"get\"] = text; db.ScriptEvaluate(All[\"get\"], keys); } static readonly Dictionary<string, string> All = new() { [\"get\"] = \"" + Quiet + "\" }; void Other() {")]
    [InlineData("db.ScriptEvaluate(All[text], keys); } static readonly Dictionary<string, string> All = new() { [\"get\"] = \"" + Quiet + "\" }; void Other() {")]
    public Task Are_not_guessed(string statements) => CallSiteAssert.QuietAsync(Rule.UnknownCommand, statements);

    [Theory]
    [InlineData("await [|Run|](\"return redis.call('GET', KEYS[2])\", key); } Task<RedisResult> Run(string s, RedisKey k) => db.ScriptEvaluateAsync(s, [k]); void Other() {")]
    [InlineData("await Run(\"return redis.call('GET', KEYS[2])\", [|[key]|]); } Task<RedisResult> Run(string s, RedisKey[] k) => db.ScriptEvaluateAsync(s, k); void Other() {")]
    public Task Are_counted_through_a_helper(string statements) => CallSiteAssert.FlagsAsync(Rule.TooFewPassed, statements);

    [Fact]
    public async Task A_helper_and_a_field_may_be_in_other_files()
    {
        const string Other = """
            using System.Threading.Tasks;
            using StackExchange.Redis;
            static class Texts { public static string Get = "return redis.call('GTE', KEYS[1])"; }
            class Runner(IDatabase d) { public Task<RedisResult> Run(string script, RedisKey k) => d.ScriptEvaluateAsync(script, [k]); }
            """;
        var calls = CallSiteHost.Method("await new Runner(db).Run(Texts.Get, key); await new Runner(db).Run(\"return redis.call('GTE', KEYS[1])\", key);");

        Assert.Equal(2, (await CallSiteHost.AnalyzeAsync(calls, Other)).Count(diagnostic => diagnostic.Id == "LUA4001"));
        Assert.Equal(1, (await CallSiteHost.AnalyzeAsync(calls + "class Setter { void Set() => Texts.Get = \"\"; }", Other)).Count(diagnostic => diagnostic.Id == "LUA4001"));
    }

    /// <summary>The members of the object are checked against a text in another file.</summary>
    [Fact]
    public async Task A_prepared_script_may_be_in_another_file()
    {
        const string Other = """
            using StackExchange.Redis;
            static class Texts { public const string Text = "return redis.call('GET', @key)"; public static readonly LuaScript Get = LuaScript.Prepare(Text); }
            """;

        Assert.Contains(await CallSiteHost.AnalyzeAsync(CallSiteHost.Method("Texts.Get.Evaluate(db, new { Key = key });"), Other), diagnostic => diagnostic.Id == "LUA7004");
        Assert.DoesNotContain(await CallSiteHost.AnalyzeAsync(CallSiteHost.Method("Texts.Get.Evaluate(db, new { key });"), Other), diagnostic => diagnostic.Id == "LUA7004");
    }

    /// <summary>Cluster rules and keys in ARGV hold in strings as they do in files.</summary>
    [Theory]
    [InlineData("LUA3006", "db.ScriptEvaluate(\"return redis.call('GET', ARGV[1])\", values: [value]);", true)]
    [InlineData("LUA6001", "db.ScriptEvaluate(\"return redis.call('GET', 'config')\");", true)]
    [InlineData("LUA6002", "db.ScriptEvaluate(\"return redis.call('GET', KEYS[1] .. ':count')\", keys);", true)]
    [InlineData("LUA6001", "db.ScriptEvaluate(\"return redis.call('GET', 'config')\");", false)]
    [InlineData("LUA6002", "LuaScript.Prepare(\"return redis.call('GET', @key) .. redis.call('GET', @key .. ':count')\").Evaluate(db, new { key });", true)]
    [InlineData("LUA6001", "LuaScript.Prepare(\"return redis.call('GET', 'config') .. @key\").Evaluate(db, new { key });", true)]
    public async Task Keys_are_checked_in_strings(string id, string statements, bool inCluster)
    {
        var options = new Hosting.TestOptions { Properties = { ["LuaGenCluster"] = inCluster ? "" : "false" } };

        var diagnostics = await CallSiteHost.AnalyzeAsync(CallSiteHost.Compilation(CallSiteHost.Method(statements)), options);

        Assert.Equal(inCluster, diagnostics.Any(diagnostic => diagnostic.Id == id));
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("-- KEYS", StringComparison.Ordinal));
    }

    /// <summary>A parameter that begins a key may be a RedisKey, which the client passes as one.</summary>
    [Fact]
    public Task A_key_from_a_parameter_of_a_prepared_script_is_not_guessed() =>
        CallSiteAssert.QuietAsync(Rule.UndeclaredKey, "LuaScript.Prepare(\"return redis.call('GET', @key .. ':count')\").Evaluate(db, new { key });");

    [Fact]
    public Task A_key_that_only_the_script_knows_gets_a_hash_tag() => CallSiteAssert.MessageAsync(
        Rule.DerivedKey,
        "db.ScriptEvaluate(\"local now = redis.call('TIME')[1]\\nreturn redis.call('INCR', KEYS[1] .. ':' .. math.floor(now / 60))\", keys);",
        "The key `KEYS[1] .. ':' .. math.floor(now / 60)` is derived from a declared key and not in KEYS, so in a cluster both are on one node only if their hash tags match: only the script knows this key, so give the declared key a hash tag, as in `stock:{42}`, or set LuaGenCluster=false if the script never runs in a cluster");

    /// <summary>Ten thousand calls in one method, each with a local of its own, and fields that refer to each other.</summary>
    [Fact]
    public async Task A_huge_method_is_read_once()
    {
        var body = new StringBuilder();
        for (var i = 0; i < 3000; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"var s{i} = \"return redis.call('GET', KEYS[1])\"; var r{i} = db.ScriptEvaluate(s{i}, keys); var n{i} = (long?)r{i}; Run(s{i});\n");
        }

        var source = CallSiteHost.Class($"static string Loop = Again; static string Again = Loop; static readonly Dictionary<string, string> D = new() {{ [\"a\"] = D[\"a\"] }};\nvoid Run(string s) => db.ScriptEvaluate(s);\nvoid M(RedisKey[] keys) {{ db.ScriptEvaluate(Loop); db.ScriptEvaluate(D[\"a\"]); {body} }}");

        Assert.Equal(6000, (await CallSiteHost.AnalyzeAsync(source)).Count(diagnostic => diagnostic.Id == "LUA7009"));
    }
}
