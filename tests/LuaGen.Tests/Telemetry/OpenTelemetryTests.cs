using System.Diagnostics;
using LuaGen.Tests.Support;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using StackExchange.Redis;

namespace LuaGen.Tests.Telemetry;

/// <summary>What an application with the OpenTelemetry SDK exports.</summary>
public sealed class OpenTelemetryTests
{
    private static readonly ScriptDefinition Reserve = Define("Inventory.Reserve");
    private static readonly ScriptDefinition OtherReserve = Define("Tickets.Reserve");

    [ServerProcessFact]
    public async Task Scripts_of_two_classes_have_two_names_and_the_server_is_named()
    {
        using var server = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        var activities = new List<Activity>();
        var metrics = new List<Metric>();
        using (var traces = Sdk.CreateTracerProviderBuilder().AddSource("LuaGen").AddInMemoryExporter(activities).Build())
        using (var meters = Sdk.CreateMeterProviderBuilder().AddMeter("LuaGen").AddInMemoryExporter(metrics).Build())
        {
            await SendAsync(Reserve, connection.GetDatabase());
            await SendAsync(OtherReserve, connection.GetDatabase());
            traces.ForceFlush();
            meters.ForceFlush();
        }

        // Other tests may call scripts at the same time.
        var own = activities.Where(activity => Equals(activity.GetTagItem("server.port"), server.Port)).ToArray();
        Assert.Equal(["EVALSHA Inventory.Reserve", "EVALSHA Tickets.Reserve"], own.Select(activity => activity.DisplayName));
        Assert.All(own, activity => Assert.Equal("127.0.0.1", activity.GetTagItem("server.address")));
        Assert.Equal(["Inventory.Reserve", "Tickets.Reserve"], own.Select(activity => activity.GetTagItem("db.stored_procedure.name")));
        Assert.Equal(["Inventory.Reserve", "Tickets.Reserve"], PointsOf(metrics.First(metric => metric.Name == "luagen.script.calls"), server.Port).Order(StringComparer.Ordinal));
    }

    /// <summary>The names of the scripts of a metric's points for a server.</summary>
    private static HashSet<string> PointsOf(Metric metric, int port)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var tags = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var (key, value) in point.Tags)
            {
                tags[key] = value;
            }

            if (Equals(tags.GetValueOrDefault("server.port"), port))
            {
                names.Add((string)tags["db.stored_procedure.name"]!);
            }
        }

        return names;
    }

    private static ScriptDefinition Define(string qualifiedName)
    {
        var text = System.Text.Encoding.UTF8.GetBytes($"-- {qualifiedName}\nreturn 1");
        return new ScriptDefinition("Reserve", "Scripts/Reserve.lua", Scripts.Sha1(text), keyCount: 0, "long", () => text, qualifiedName: qualifiedName);
    }

    private static async Task SendAsync(ScriptDefinition script, IDatabaseAsync database) =>
        Assert.Equal(1, await new ScriptCall(script, 0, 0).SendAsync(new ScriptTarget(database), static (ref ScriptReply reply) => reply.ReadInt64(), CommandFlags.None, CancellationToken.None));
}
