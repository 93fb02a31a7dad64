using System.Diagnostics;
using System.Globalization;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Benchmarks;

/// <summary>
/// Compares a generated call with the client's own script calls, in turns in one process. On a shared machine only the ratios
/// mean something. With -p:ClientVersion=2.13.17 or -p:RuntimeFramework=netstandard2.0, with another client or asset.
/// </summary>
internal static class CallBenchmark
{
    private const int Rounds = 21;
    private const int Callers = 50;
    private const int CallsInSequence = 3_000;
    private const int CallsOfACaller = 300;

    private static readonly RedisKey Key = "counter";
    private static readonly RedisKey Other = "other";

    public static async Task RunAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var server = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        var database = connection.GetDatabase();
        var scripts = new CallsScripts(database);
        var text = CallsScripts.Definitions.Count.Text;
        var sha1 = CallsScripts.Definitions.Count.Sha1;
        var hash = Convert.FromHexString(sha1);
        var client = FileVersionInfo.GetVersionInfo(typeof(IDatabase).Assembly.Location).FileVersion;
        Console.WriteLine($"StackExchange.Redis {client}, {Environment.Version}; 2 keys, 3 arguments, a long; median of {Rounds} rounds");

        // The first way is what the others are compared with.
#pragma warning disable LUA7007 // Nothing flushes the script here.
        Way[] ways =
        [
            new("ScriptEvaluateAsync(byte[])", async () => (long)await database.ScriptEvaluateAsync(hash, [Key, Other], [1, "note", "owner"])),
            new("ScriptEvaluateAsync(string)", async () => (long)await database.ScriptEvaluateAsync(text, [Key, Other], [1, "note", "owner"])),
            new("ExecuteAsync(EVALSHA)", async () => (long)await database.ExecuteAsync("EVALSHA", sha1, 2, Key, Other, 1, "note", "owner")),
            new("generated", () => scripts.CountAsync(Key, Other, 1, "note", "owner")),
        ];
#pragma warning restore LUA7007
        await scripts.CountAsync(Key, Other, 1, "note", "owner");
        await CompareAsync("in sequence", ways, CallsInSequence, static way => LoopAsync(way, CallsInSequence));
        await CompareAsync($"{Callers} callers", ways, Callers * CallsOfACaller, static way =>
            Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => LoopAsync(way, CallsOfACaller)))));
    }

    private static async Task LoopAsync(Way way, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            await way.CallAsync();
        }
    }

    private static async Task CompareAsync(string form, Way[] ways, int calls, Func<Way, Task> runAsync)
    {
        var samples = ways.ToDictionary(way => way, _ => new List<Sample>());
        for (var round = -2; round < Rounds; round++)
        {
            foreach (var way in ways)
            {
                var (clock, processor, allocated) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
                await runAsync(way);
                if (round >= 0)
                {
                    samples[way].Add(new(clock.Elapsed / calls, (Environment.CpuUsage.TotalTime - processor) / calls, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)calls));
                }
            }
        }

        Console.WriteLine($"{form,-30} {"µs",7} {"ratio",6} {"CPU µs",8} {"ratio",6} {"bytes",7} {"ratio",6}");
        var first = samples[ways[0]];
        foreach (var way in ways)
        {
            var own = samples[way];
            Console.Write($"  {way.Name,-28}");
            foreach (var measure in new Func<Sample, double>[] { sample => sample.Wall.TotalMicroseconds, sample => sample.Processor.TotalMicroseconds, sample => sample.Bytes })
            {
                // Each round is compared with the same round, because the load of the machine changes.
                var ratio = Median(own.Zip(first, (mine, theirs) => measure(mine) / measure(theirs)));
                Console.Write($" {Median(own.Select(measure)),7:F1} {ratio,6:F2} ");
            }

            Console.WriteLine();
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private sealed record Way(string Name, Func<ValueTask<long>> CallAsync);

    private sealed record Sample(TimeSpan Wall, TimeSpan Processor, double Bytes);
}
