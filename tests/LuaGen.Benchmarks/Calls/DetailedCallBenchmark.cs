using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Benchmarks.Calls;

/// <summary>
/// All ways of calling a script, measured by BenchmarkDotNet: with its statistics and its memory diagnoser, and in many more
/// calls than <see cref="CallBenchmark"/>, which compares them in turns.
/// </summary>
[InProcess]
[MemoryDiagnoser]
public class DetailedCallBenchmark
{
    private const int Calls = 200;

    private readonly Dictionary<string, IReadOnlyList<CallRoad>> _roads = AllRoads;

    /// <summary>The names of scripts and ways.</summary>
    public static IEnumerable<object[]> InSequenceWays => Ways(static road => road.InSequenceAsync is not null);

    /// <summary>The same for those with a form for batches.</summary>
    public static IEnumerable<object[]> BatchWays => Ways(static road => road.InBatchAsync is not null);

    /// <summary>The ways by what they call. They use one connection, so they are made once.</summary>
    private static Dictionary<string, IReadOnlyList<CallRoad>> AllRoads { get; set; } = [];

    /// <summary>Starts a server and measures all calls.</summary>
    internal static async Task RunAsync()
    {
        using var process = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(process.ConnectionString);
        var database = connection.GetDatabase();
        foreach (var script in new[] { CallsScripts.Definitions.Count, CallsScripts.Definitions.CountInLargeScript, CallsScripts.Definitions.Statistics, CallsScripts.Definitions.Rows })
        {
            await connection.GetServers()[0].ScriptLoadAsync(script.Text);
        }

        AllRoads = new()
        {
            ["long, 0.3 KB"] = CallRoads.OfCount(database),
            ["long, 8 KB"] = CallRoads.OfLargeCount(database),
            ["record of 5"] = CallRoads.OfRecord(database),
            ["100 rows"] = CallRoads.OfRows(database),
        };
        BenchmarkRunner.Run<DetailedCallBenchmark>(DefaultConfig.Instance.WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(40)));
    }

    /// <summary>Each call after the reply of the one before.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ArgumentsSource(nameof(InSequenceWays))]
    public Task InSequence(string script, string way) => Road(script, way).InSequenceAsync!(Calls);

    /// <summary>All calls in one batch.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ArgumentsSource(nameof(BatchWays))]
    public Task InBatch(string script, string way) => Road(script, way).InBatchAsync!(Calls);

    private CallRoad Road(string script, string way) => _roads[script].First(road => road.Name == way);

    private static IEnumerable<object[]> Ways(Func<CallRoad, bool> has) =>
        AllRoads.SelectMany(roads => roads.Value.Where(has).Select(road => new object[] { roads.Key, road.Name }));
}
