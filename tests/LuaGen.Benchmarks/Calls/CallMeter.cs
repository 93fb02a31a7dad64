using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;

namespace LuaGen.Benchmarks.Calls;

/// <summary>Measures ways of calling in turns, so that all of them meet the same load of the machine.</summary>
internal sealed class CallMeter(IServer server, int rounds)
{
    private const int WarmUpRounds = 1;

    /// <summary>The medians of each way, in its order; <see langword="null"/> for a way that does not have the form.</summary>
    public async Task<IReadOnlyList<CallFigures?>> CompareAsync(IReadOnlyList<CallRoad> roads, CallForm form)
    {
        var runs = roads.Select(form.RunAsync).ToArray();
        var samples = roads.Select(_ => new List<CallFigures>()).ToArray();
        for (var round = -WarmUpRounds; round < rounds; round++)
        {
            for (var i = 0; i < runs.Length; i++)
            {
                if (runs[i] is not { } run)
                {
                    continue;
                }

                var sample = await MeasureAsync(run, form.Calls);
                if (round >= 0)
                {
                    samples[i].Add(sample);
                }
            }
        }

        var first = samples[0];
        return [.. samples.Select(own => own.Count == 0 ? null : CallFigures.Median(own, first))];
    }

    private async Task<CallFigures> MeasureAsync(Func<Task> run, int calls)
    {
        var wire = await WireAsync();
        var (clock, allocated) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes(precise: true));
        await run();
        var (time, bytes) = (clock.Elapsed, GC.GetTotalAllocatedBytes(precise: true) - allocated);
        var after = await WireAsync();
        return new CallFigures(time.TotalMicroseconds / calls, bytes / (double)calls, (after.In - wire.In) / (double)calls, (after.Out - wire.Out) / (double)calls, 1);
    }

    /// <summary>The server's counters.</summary>
    private async Task<(long In, long Out)> WireAsync()
    {
        var statistics = (await server.InfoAsync("stats")).SelectMany(static section => section).ToDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal);
        return (Count("total_net_input_bytes"), Count("total_net_output_bytes"));

        long Count(string name) => long.Parse(statistics[name], CultureInfo.InvariantCulture);
    }
}
