using System.Globalization;
using System.Text;
using LuaGen.Generator.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Benchmarks;

/// <summary>The share of the analyzer of calls in a build, as the compiler's own telemetry tells it.</summary>
internal static class AnalyzerBenchmark
{
    private const int Files = 400;
    private const int FilesWithRedis = 40;
    private const int Methods = 12;
    private const int Rounds = 9;

    private static readonly string[] Scripts =
    [
        "return redis.call('GET', KEYS[1])",
        "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end",
        "local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end return n",
        "local stock = tonumber(redis.call('GET', KEYS[1]) or '0') if stock < tonumber(ARGV[1]) then return -1 end return redis.call('DECRBY', KEYS[1], ARGV[1])",
        "local now = redis.call('TIME')[1] redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[1]) return redis.call('ZCARD', KEYS[1])",
    ];

    public static void Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var sources = Enumerable.Range(0, Files).Select(File).ToArray();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToArray();
        var lines = sources.Sum(source => source.Count(c => c == '\n'));
        Console.WriteLine($"{Files} files of C# ({lines:N0} lines), {FilesWithRedis} of them with {Scripts.Length} calls of scripts each; limit 50 ms");

        // The first round compiles the analyzer itself, which a build without a compiler server pays too.
        var (first, findings) = Measure(sources, references);
        var times = Enumerable.Range(0, Rounds).Select(_ => Measure(sources, references).Time).ToArray();
        Console.WriteLine($"  {findings:N0} findings");
        Report("in a new process", [first]);
        Report($"best of {Rounds} rounds", times);
        var without = references.Where(reference => !reference.Display!.Contains("StackExchange", StringComparison.Ordinal)).ToArray();
        Report("without the client", [.. Enumerable.Range(0, Rounds).Select(_ => Measure(sources, without).Time)]);
        Report("no file uses it", [.. Enumerable.Range(0, Rounds).Select(_ => Measure(sources[FilesWithRedis..], references).Time)]);
    }

    private static void Report(string what, double[] times) => Console.WriteLine($"  {what,-20} {times.Min(),8:F1} ms");

    private static (double Time, int Findings) Measure(string[] sources, MetadataReference[] references)
    {
        var analyzer = new CallSiteAnalyzer();
        var compilation = CSharpCompilation.Create(
            "Consumer",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, path: $"File{index}.cs")),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var host = compilation.WithAnalyzers([analyzer], options);
        var findings = host.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        var telemetry = host.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult();
        return (telemetry.ExecutionTime.TotalMilliseconds, findings.Length);
    }

    /// <summary>A class as projects have them; the first ones call scripts.</summary>
    private static string File(int number)
    {
        var source = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;
            {{(number < FilesWithRedis ? "using StackExchange.Redis;" : "")}}

            namespace Consumer.Part{{number % 20}};

            public sealed class Service{{number}}
            {
                private const string Name = "service {{number}}";
                private readonly Dictionary<string, List<int>> _values = new();


            """);
        for (var i = 0; i < Methods; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $$"""
                    public int Total{{i}}(string name, int limit)
                    {
                        if (!_values.TryGetValue(name, out var values))
                        {
                            _values.Add(name, values = Enumerable.Range(0, limit).Select(value => value * {{i + 1}}).ToList());
                        }

                        Console.WriteLine($"{Name}: {string.Join(", ", values.Take(3))}");
                        return values.Where(value => value > limit / 2).Sum();
                    }


                """);
        }

        if (number < FilesWithRedis)
        {
            for (var i = 0; i < Scripts.Length; i++)
            {
                var isField = i % 2 == 1;
                source.Append(isField ? $"    private const string Script{i} = \"{Scripts[i]}\";\n\n" : "");
                source.Append(CultureInfo.InvariantCulture, $$"""
                        public async Task<RedisResult> Call{{i}}Async(IDatabase database, RedisKey key, long value)
                        {
                            var keys = new RedisKey[] { key };
                            return await database.ScriptEvaluateAsync({{(isField ? $"Script{i}" : $"\"{Scripts[i]}\"")}}, keys, new RedisValue[] { value });
                        }


                    """);
            }
        }

        return source.Append("}\n").ToString();
    }
}
