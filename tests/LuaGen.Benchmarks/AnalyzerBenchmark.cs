using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LuaGen.Generator.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Benchmarks;

/// <summary>Measures the call-site analyzer's share of a build, from the compiler's own telemetry.</summary>
internal static class AnalyzerBenchmark
{
    private const int Files = 400;
    private const int FilesWithRedis = 40;
    private const int Methods = 12;
    private const int OtherRedisCalls = 8;
    private const int Rounds = 9;

    /// <summary>One script that is a literal in its call, and one in a constant.</summary>
    private static readonly string[] Scripts =
    [
        "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end",
        "local stock = tonumber(redis.call('GET', KEYS[1]) or '0') if stock < tonumber(ARGV[1]) then return -1 end return redis.call('DECRBY', KEYS[1], ARGV[1])",
    ];

    public static void Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var sources = Enumerable.Range(0, Files).Select(File).ToArray();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToArray();
        var lines = sources.Sum(source => source.Count(c => c == '\n'));
        Console.WriteLine($"{Files} files of C# ({lines:N0} lines), {FilesWithRedis} of them with {Scripts.Length} calls of scripts and {OtherRedisCalls} others of the client each; limit 50 ms");

        // The first round includes JIT compilation of the analyzer; a compiler server pays for that once for many builds.
        Report("in a new process", sources, references, rounds: 1);
        Report($"best of {Rounds} rounds", sources, references, Rounds);
        Report("no file uses the client", sources[FilesWithRedis..], references, Rounds);
        Report("without the client", sources[FilesWithRedis..], [.. references.Where(reference => !reference.Display!.Contains("StackExchange", StringComparison.Ordinal))], Rounds);
    }

    private static void Report(string what, string[] sources, MetadataReference[] references, int rounds)
    {
        var figures = Enumerable.Range(0, rounds).Select(_ => Measure(sources, references)).ToArray();
        Console.WriteLine($"  {what,-24} {figures.Min(figure => figure.Time),8:F1} ms; to bind the calls and no more {figures.Min(figure => figure.Binding),6:F1} ms   {figures[0].Findings,4} findings");
    }

    private static (double Time, double Binding, int Findings) Measure(string[] sources, MetadataReference[] references)
    {
        // Each compilation starts with no client metadata loaded, as a build does.
        var (time, findings) = Run(Compile(sources, references), new CallSiteAnalyzer());
        return (time, Run(Compile(sources, references), new BindingAnalyzer()).Time, findings);
    }

    private static CSharpCompilation Compile(string[] sources, MetadataReference[] references) => CSharpCompilation.Create(
        "Consumer",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, path: $"File{index}.cs")),
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static (double Time, int Findings) Run(CSharpCompilation compilation, DiagnosticAnalyzer analyzer)
    {
        GC.Collect();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var host = compilation.WithAnalyzers([analyzer], options);
        var findings = host.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        var telemetry = host.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult();
        return (telemetry.ExecutionTime.TotalMilliseconds, findings.Length);
    }

    /// <summary>A typical class of a project; the first ones call scripts.</summary>
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
            for (var i = 0; i < OtherRedisCalls; i++)
            {
                source.Append(CultureInfo.InvariantCulture, $$"""
                        public async Task<bool> Store{{i}}Async(IDatabase database, string name, string value)
                        {
                            var old = await database.StringGetAsync($"{Name}:{name}");
                            return old != value && await database.StringSetAsync($"{Name}:{name}", value, TimeSpan.FromMinutes({{i + 1}}));
                        }


                    """);
            }

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

    /// <summary>The baseline: only binds the calls, as every analyzer of them must. The first analyzer to bind pays for all others.</summary>
#pragma warning disable RS1001, RS1036, RS2008, CA1812 // It runs only here.
    private sealed class BindingAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor None = new("NONE", "None", "None", "None", DiagnosticSeverity.Hidden, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [None];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(
                node =>
                {
                    if (CallSiteFinder.MayBe((InvocationExpressionSyntax)node.Node))
                    {
                        node.SemanticModel.GetOperation(node.Node, node.CancellationToken);
                    }
                },
                SyntaxKind.InvocationExpression);
        }
    }
#pragma warning restore RS1001, RS1036, RS2008, CA1812
}
