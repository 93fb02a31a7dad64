using System.Diagnostics;
using System.Globalization;
using System.Text;
using LuaGen.Language;
using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Benchmarks;

/// <summary>Measures all checks of a script, excluding parsing and binding, and verifies that the cost grows linearly.</summary>
internal static class CheckBenchmark
{
    private const int Scripts = 1_000;
    private const int Lines = 60;
    private const int Rounds = 9;

    public static void Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var directory = Path.Combine(AppContext.BaseDirectory, "Corpus");
        var lines = Directory.GetFiles(directory, "*.lua", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Sum(path => File.ReadAllLines(path).Length);
        var corpus = Directory.GetFiles(directory, "*.lua", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        Console.WriteLine($"{Scripts:N0} scripts of {Lines} lines, best of {Rounds} rounds, one thread; limit 200 ms");
        Report("synthetic, a call every second line", [.. Enumerable.Range(0, Scripts).Select(i => Synthetic(i, Lines))]);
        Report($"the corpus, {Scripts * Lines / lines} times", [.. Enumerable.Repeat(corpus, Scripts * Lines / lines).SelectMany(all => all)]);

    }

    /// <summary>Typical calls: constants, parameters, locals, options, open calls.</summary>
    private static string Synthetic(int seed, int lines)
    {
        string[] calls =
        [
            "redis.call('SET', KEYS[1], ARGV[1], 'PX', ttl, 'NX')", "redis.call('HSET', KEYS[1], 'state', ARGV[2], 'at', now)",
            "call('ZADD', KEYS[2], now, ARGV[1])", "call('ZRANGE', KEYS[2], '-inf', now, 'BYSCORE', 'LIMIT', 0, 100)",
            "redis.call('GET', KEYS[1])", "redis.call('LPUSH', KEYS[1], unpack(ARGV, 2))", "redis.call('EXPIRE', KEYS[1], ttl)",
            "redis.call('XADD', KEYS[1], 'MAXLEN', '~', 1000, '*', 'f', ARGV[1])", "redis.call('INCRBY', KEYS[1], 1)", "redis.call('DEL', KEYS[1])",
        ];
        var text = new StringBuilder("-- KEYS[1] a\n-- KEYS[2] b\nlocal call, ttl = redis.call, ARGV[1]\nlocal now = redis.call('TIME')[1]\n");
        for (var i = 4; i < lines; i += 2)
        {
            // A function can have only 200 locals.
            text.Append(CultureInfo.InvariantCulture, $"{(i == 4 ? "local r" : "r")} = {calls[((i / 2) + seed) % calls.Length]}\nif not r then now = now + {i} end\n");
        }

        return text.ToString();
    }

    private static void Report(string what, string[] scripts)
    {
        var best = double.MaxValue;
        var first = 0.0;
        var allocated = 0L;
        var calls = Bind(scripts).Sum(pair => pair.Script.Calls.All.Count);
        for (var round = 0; round < Rounds; round++)
        {
            // A bound script caches its results, so each round needs new ones.
            var bound = Bind(scripts);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            foreach (var (script, header) in bound)
            {
                ScriptCompiler.Check(script, header, parses: true, ScriptOptions.Default, new FindingBag(), CancellationToken.None);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
            first = round == 0 ? clock.Elapsed.TotalMilliseconds : first;
        }

        Console.WriteLine($"  {what,-36} {calls,7:N0} calls  {best,7:F1} ms   {best * 1e3 / calls,5:F2} µs a call   {allocated / calls,6:N0} bytes a call (first round {first:F1} ms)");
    }

    private static (BoundScript Script, ScriptHeader Header)[] Bind(string[] scripts) =>
    [
        .. scripts.Select(text => LuaParser.Parse(text, new FindingBag(), CancellationToken.None))
            .Select(tree => (Binder.Bind(tree, CancellationToken.None), HeaderParser.Parse(tree, new FindingBag()))),
    ];
}
