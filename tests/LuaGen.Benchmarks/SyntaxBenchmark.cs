using System.Diagnostics;
using System.Globalization;
using System.Text;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Benchmarks;

/// <summary>Measures the front end's speed and allocations, and verifies that its time grows linearly with its input.</summary>
internal static class SyntaxBenchmark
{
    // Many short rounds: the best one is a round in which no other process used the core.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    public static void Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var directory = Path.Combine(AppContext.BaseDirectory, "Corpus");
        var paths = Directory.GetFiles(directory, "*.lua", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var corpus = paths.Select(File.ReadAllText).ToArray();
        var bytes = corpus.Sum(Encoding.UTF8.GetByteCount);
        Console.WriteLine($"{corpus.Length} scripts of the corpus, {bytes:N0} bytes; best round of {Duration.TotalSeconds:F0} s each, one thread");
        Report("lex", bytes, () => LexAll(corpus));
        Report("lex, parse, check", bytes, () => ParseAll(corpus));

        Console.WriteLine("linearity: the corpus as one script, repeated");
        var one = string.Concat(corpus.Select(script => $"do local function script(KEYS, ARGV)\n{script.Replace("#!", "--", StringComparison.Ordinal)}\nend end\n"));
        foreach (var factor in new[] { 1, 2, 4, 8, 16 })
        {
            var text = string.Concat(Enumerable.Repeat(one, factor));
            Report($"{factor,2} x", Encoding.UTF8.GetByteCount(text), () => ParseAll([text]));
        }

        ReportLuac(paths, bytes);
    }

    private static void LexAll(string[] scripts)
    {
        foreach (var script in scripts)
        {
            var lexer = new Lexer(script, ShebangParser.Parse(script, new FindingBag())?.Span.End ?? 0, new StringTable(), new FindingBag());
            var token = default(Token);
            do
            {
                lexer.Scan(ref token);
            }
            while (token.Kind != TokenKind.EndOfFile);
        }
    }

    private static void ParseAll(string[] scripts)
    {
        foreach (var script in scripts)
        {
            var findings = new FindingBag();
            LuaParser.Parse(script, findings, CancellationToken.None);
            if (findings.Count > 0)
            {
                throw new InvalidOperationException($"a finding in a faultless script: {findings.ToEquatableArray()[0]}");
            }
        }
    }

    private static void Report(string what, int bytes, Action run)
    {
        var best = double.MaxValue;
        for (var total = Stopwatch.StartNew(); total.Elapsed < Duration;)
        {
            var clock = Stopwatch.StartNew();
            run();
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine($"  {what,-20} {bytes / best / 1e6,7:F1} MB/s   {(double)allocated / bytes,5:F1} B allocated per byte   {best * 1e9 / bytes,6:F1} ns per byte");
    }

    private static void ReportLuac(string[] paths, int bytes)
    {
        try
        {
            // Like Redis, luac accepts a shebang only on line 1 of a file. All files go to one process, many times over.
            const int repeats = 50;
            var start = new ProcessStartInfo("luac5.1") { RedirectStandardError = true };
            start.ArgumentList.Add("-p");
            foreach (var path in Enumerable.Repeat(paths, repeats).SelectMany(all => all))
            {
                start.ArgumentList.Add(path);
            }

            var best = double.MaxValue;
            for (var round = 0; round < 5; round++)
            {
                var clock = Stopwatch.StartNew();
                using var process = Process.Start(start)!;
                process.WaitForExit();
                best = Math.Min(best, clock.Elapsed.TotalSeconds);
                if (process.ExitCode != 0)
                {
                    Console.WriteLine($"  luac5.1 -p: {process.StandardError.ReadToEnd()}");
                    return;
                }
            }

            Console.WriteLine($"  {"luac5.1 -p",-20} {(double)bytes * repeats / best / 1e6,7:F1} MB/s   (same files, one process, reading them included)");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("  luac5.1 is not installed: nothing to compare with");
        }
    }
}
