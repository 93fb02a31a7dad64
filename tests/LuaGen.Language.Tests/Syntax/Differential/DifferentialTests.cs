using System.Globalization;
using System.Text;
using LuaGen.TestServers;
using Xunit.Abstractions;

namespace LuaGen.Language.Tests.Syntax.Differential;

/// <summary>
/// LuaGen and a live server must agree on every script: accepted, or refused on the same line. <c>REDIS_CONNECTION</c>
/// selects another server; <c>LUAGEN_MUTANTS</c> and <c>LUAGEN_SEED</c> set the number and the seed of the mutants;
/// <c>LUAGEN_SLOW=1</c> adds the slow limits.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private static int Setting(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : usual;

    [ServerFact]
    public void Agrees_on_the_corpus() => AssertAgreement(Corpus.Scripts);

    [ServerFact]
    public void Agrees_on_every_construct() => AssertAgreement(Constructs.All());

    [ServerFact]
    public void Agrees_on_every_limit_reached_and_passed() =>
        AssertLimits(Setting("LUAGEN_SLOW", 0) == 0 ? Limits.All() : Limits.All().Concat(Limits.Slow()));

    [ServerFact]
    public void Agrees_on_mutants()
    {
        var seed = Setting("LUAGEN_SEED", 20261122);
        var count = Setting("LUAGEN_MUTANTS", 6000);
        var mutator = new Mutator(seed);
        List<(string Name, string Text)> bases = [.. Corpus.Scripts, .. Constructs.All()];
        Assert.True(count >= bases.Count, "every script has a mutant");
        AssertAgreement(Enumerable.Range(0, count)
            .Select(i => bases[i % bases.Count])
            .Select((script, i) => ($"mutant {i} of {script.Name}", mutator.Mutate(script.Text))));
    }

    [ServerFact]
    public void Agrees_on_tokens_in_any_order()
    {
        var random = new Random(Setting("LUAGEN_SEED", 20261122));
        AssertAgreement(Enumerable.Range(0, Setting("LUAGEN_MUTANTS", 6000)).Select(i => ($"tokens {i}", string.Concat(
            Enumerable.Range(0, random.Next(2, 40)).Select(_ => Mutator.Snippets[random.Next(Mutator.Snippets.Length)] + (random.Next(4) == 0 ? "\n" : " "))))));
    }

    private void AssertLimits(IEnumerable<Limits.Case> cases)
    {
        var all = cases.ToList();
        var server = AssertAgreement(all.Select(limit => (limit.Name, limit.Text)));
        Assert.All(all.Zip(server), pair => Assert.True(pair.First.IsAccepted == pair.Second.IsAccepted, $"{pair.First.Name}: {pair.Second}"));
    }

    private List<Verdict> AssertAgreement(IEnumerable<(string Name, string Text)> scripts)
    {
        var all = scripts.ToList();
        using var loader = new ScriptLoader(TestServer.Instance.ConnectionString);
        var server = loader.Load(all.Select(script => script.Text));
        var disagreements = new StringBuilder();
        var count = 0;
        for (var i = 0; i < all.Count; i++)
        {
            var own = Verdict.OfLuaGen(all[i].Text);
            if (own.AgreesWith(server[i]) || IsKnownDifferenceOfBuilds(own, server[i]))
            {
                continue;
            }

            if (++count <= 20)
            {
                disagreements.AppendLine(CultureInfo.InvariantCulture, $"--- {all[i].Name}\n  LuaGen: {own}\n  server: {server[i]}\n{Excerpt(all[i].Text, server[i].Line ?? own.Line)}");
            }
        }

        output.WriteLine($"{loader.Describe()}: {all.Count} scripts, {server.Count(verdict => verdict.IsAccepted)} accepted, {count} disagreements");
        Assert.True(count == 0, $"{count} of {all.Count} disagree\n{disagreements}");
        return server;
    }

    /// <summary>
    /// Scripts on which server builds themselves differ, so that neither verdict is wrong:
    /// <list type="bullet">
    /// <item><c>[[ a [[ b ]]</c>: Lua 5.1 as published refuses it, and builds with later security patches accept it. LuaGen
    /// accepts it with a warning (LUA1009).</item>
    /// <item><c>#!LUA</c>: Valkey ignores the case of engine names, and Redis does not. LuaGen refuses it.</item>
    /// </list>
    /// </summary>
    private static bool IsKnownDifferenceOfBuilds(Verdict own, Verdict server) =>
        server.Message.Contains("nesting of [[...]] is deprecated", StringComparison.Ordinal)
        || own.Message.StartsWith("Unexpected engine in script shebang: #!lua:", StringComparison.OrdinalIgnoreCase);

    private static string Excerpt(string text, int? line)
    {
        var lines = text.Split('\n');
        var start = Math.Clamp((line ?? 1) - 3, 0, lines.Length - 1);
        return string.Join('\n', lines.Skip(start).Take(5).Select((shown, i) =>
            $"  {start + i + 1,4} | {(shown.Length > 160 ? shown[..160] + "…" : shown)}"));
    }
}
