using System.Diagnostics;
using System.Globalization;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Benchmarks.Calls;

/// <summary>
/// Compares a generated call with the client's own script calls, in turns in one process, and ends in 90 seconds. On a shared
/// machine only the ratios mean something. With -p:ClientVersion=2.13.17 or -p:RuntimeFramework=netstandard2.0, with another
/// client or asset.
/// </summary>
internal sealed class CallBenchmark
{
    private const int Rounds = 7;
    private const int ColdCalls = 25;

    private readonly Dictionary<(string Script, CallForm Form, string Road), CallFigures> _figures = [];
    private readonly RedisServerProcess _process;
    private readonly IDatabase _database;
    private readonly IServer _server;

    private CallBenchmark(RedisServerProcess process, ConnectionMultiplexer connection) =>
        (_process, _database, _server) = (process, connection.GetDatabase(), connection.GetServers()[0]);

    public static async Task RunAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var process = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(process.ConnectionString + ",allowAdmin=true");
        await new CallBenchmark(process, connection).PrintAsync();
    }

    private async Task PrintAsync()
    {
        var clock = Stopwatch.StartNew();
        var client = FileVersionInfo.GetVersionInfo(typeof(IDatabase).Assembly.Location).FileVersion;
        Console.WriteLine($"StackExchange.Redis {client}, .NET {Environment.Version}, Redis {_server.Version}, {Environment.ProcessorCount} processors; medians of {Rounds} rounds");
        Console.WriteLine("ratio: time by that of the first way of the block; in, out: bytes that the server received and sent; all for one call");
        foreach (var script in new[] { CallsScripts.Definitions.Count, CallsScripts.Definitions.CountInLargeScript, CallsScripts.Definitions.Statistics, CallsScripts.Definitions.Rows })
        {
            await _server.ScriptLoadAsync(script.Text);
        }

        await CompareAsync("a long, 0.3 KB", CallRoads.OfCount(_database), CallForm.InSequence, CallForm.Concurrent, CallForm.Batched);
        await CompareAsync("a long, 8 KB", CallRoads.OfLargeCount(_database), CallForm.InSequence, CallForm.Concurrent, CallForm.Batched);
        await CompareAsync("a record of 5", CallRoads.OfRecord(_database), CallForm.InSequence, CallForm.Concurrent, CallForm.Batched);
        await CompareAsync("100 rows", CallRoads.OfRows(_database), CallForm.InSequence, CallForm.Concurrent);
        await PrintLimitsAsync();
        await PrintColdCallsAsync();
        PrintTargets();
        Console.WriteLine($"\n{clock.Elapsed.TotalSeconds:F0} s");
    }

    private async Task CompareAsync(string script, IReadOnlyList<CallRoad> roads, params CallForm[] forms)
    {
        var meter = new CallMeter(_server, Rounds);
        foreach (var form in forms)
        {
            Console.WriteLine($"\n{script + ", " + form.Name,-34} {"µs",7} {"ratio",6} {"bytes",7} {"in",6} {"out",6}");
            foreach (var (road, figures) in roads.Zip(await meter.CompareAsync(roads, form)))
            {
                if (figures is not null)
                {
                    _figures.Add((script, form, road.Name), figures);
                    Console.WriteLine($"  {road.Name,-32} {figures.Microseconds,7:F1} {figures.Ratio,6:F2} {figures.Bytes,7:F0} {figures.Received,6:F0} {figures.Sent,6:F0}");
                }
            }
        }
    }

    private async Task PrintLimitsAsync()
    {
        Console.WriteLine($"\n{"redis-benchmark EVALSHA, 1 connection",-34} {"µs",5}");
        foreach (var pipelined in new[] { 1, 50, 100 })
        {
            var text = await RedisBenchmark.MicrosecondsAsync(_process.Port, pipelined, CallsScripts.Definitions.Count.Sha1) is { } microseconds ? $"{microseconds,7:F1}" : "redis-benchmark is not on the PATH";
            Console.WriteLine($"  {pipelined + " in flight",-32} {text}");
        }
    }

    /// <summary>The first call after the server has lost its scripts, beside the next one.</summary>
    private async Task PrintColdCallsAsync()
    {
        var scripts = new CallsScripts(_database);
        var (cold, warm) = (new List<double>(), new List<double>());
        for (var i = 0; i < ColdCalls; i++)
        {
            await _server.ScriptFlushAsync();
            cold.Add(await TimeAsync(scripts));
            warm.Add(await TimeAsync(scripts));
        }

        Console.WriteLine($"\n{"a long, 8 KB, LuaGen",-34} {"µs",7}");
        Console.WriteLine($"  {"after SCRIPT FLUSH",-32} {cold.Order().ElementAt(ColdCalls / 2),7:F1}\n  {"the call after it",-32} {warm.Order().ElementAt(ColdCalls / 2),7:F1}");
    }

    private static async Task<double> TimeAsync(CallsScripts scripts)
    {
        var clock = Stopwatch.StartNew();
        await scripts.CountInLargeScriptAsync("counter", "other", 1, "note", "owner");
        return clock.Elapsed.TotalMicroseconds;
    }

    private void PrintTargets()
    {
        Console.WriteLine($"\n{"targets",-60} {"target",8} {"measured",9}");
        if (_figures.TryGetValue(("a long, 0.3 KB", CallForm.InSequence, CallRoads.Bare), out var bare))
        {
            AtMost("bytes by those of the bare call", 1, Figures("a long, 0.3 KB", CallForm.InSequence, CallRoads.Generated).Bytes / bare.Bytes);
        }

        AtMost("bytes by those of the client's byte[] call", 1.1, Against("a long, 0.3 KB", CallForm.InSequence, CallRoads.ByHash, static figures => figures.Bytes));
        AtMost("time by that of the client's byte[] call, in sequence", 1.1, Against("a long, 0.3 KB", CallForm.InSequence, CallRoads.ByHash, static figures => figures.Ratio));
        AtMost("the same, 50 callers", 1.1, Against("a long, 0.3 KB", CallForm.Concurrent, CallRoads.ByHash, static figures => figures.Ratio));
        AtMost("On(batch): bytes by those of the client's byte[] call", 1, Against("a long, 0.3 KB", CallForm.Batched, CallRoads.ByHash, static figures => figures.Bytes));
        AtLeast("On(batch): speed by that of the string call, 8 KB", 2, 1 / Against("a long, 8 KB", CallForm.Batched, CallRoads.ByText, static figures => figures.Ratio));
        AtLeast("the same, 0.3 KB", 0.9, 1 / Against("a long, 0.3 KB", CallForm.Batched, CallRoads.ByText, static figures => figures.Ratio));
    }

    private CallFigures Figures(string script, CallForm form, string road) => _figures[(script, form, road)];

    private double Against(string script, CallForm form, string road, Func<CallFigures, double> measure) =>
        measure(Figures(script, form, CallRoads.Generated)) / measure(Figures(script, form, road));

    private static void AtMost(string what, double target, double measured) => Print(what, $"<= {target:0.0}", measured, measured <= target + 0.005);

    private static void AtLeast(string what, double target, double measured) => Print(what, $">= {target:0.0}", measured, measured >= target);

    private static void Print(string what, string target, double measured, bool isMet) => Console.WriteLine($"  {what,-58} {target,8} {measured,9:F2}{(isMet ? "" : "  missed")}");
}
