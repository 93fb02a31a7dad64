using System.Diagnostics;
using System.Diagnostics.Metrics;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Telemetry;

/// <summary>What listeners receive; <see cref="Calls.AllocationTests"/> verifies that there is no cost without them.</summary>
public sealed class ScriptTelemetryTests
{
    [ServerFact]
    public async Task A_call_is_an_activity()
    {
        using var listener = new Listener();
        using var parent = new Activity("parent").Start();
        var script = Scripts.DefineCold("return 1");

        await SendAsync(script, Connections.Database());
        Send(script, Connections.Database());

        Assert.Equal(2, listener.Activities.Count);
        foreach (var activity in listener.Activities)
        {
            Assert.Equal("EVALSHA Probe", activity.DisplayName);
            Assert.Equal(ActivityKind.Client, activity.Kind);
            Assert.Equal(ActivityStatusCode.Unset, activity.Status);
            Assert.Equal(parent.TraceId, activity.TraceId);
            Assert.Equal(
                [("db.namespace", "0"), ("db.operation.name", "EVALSHA"), ("db.stored_procedure.name", "Probe"), ("db.system.name", "redis")],
                activity.TagObjects.Where(tag => !tag.Key.StartsWith("server.", StringComparison.Ordinal)).Select(tag => (tag.Key, (string)tag.Value!)).Order());
        }
    }

    [ServerFact]
    public async Task A_call_of_a_function_is_an_activity_with_its_command()
    {
        using var listener = new Listener();
        foreach (var (function, command) in new[] { (Libraries.DefineFunction("return 1"), "FCALL"), (Libraries.DefineFunction("return 1", "'no-writes'"), "FCALL_RO") })
        {
            var database = Connections.Database();
            var call = new ScriptCall(function, keyCount: 0, argumentCount: 0);
            await Assert.ThrowsAsync<ScriptException>(() => call.SendAsync(new ScriptTarget(database), Read, CommandFlags.None, default).AsTask());
            Assert.All(await function.Library.LoadAsync(database.Multiplexer), result => Assert.Null(result.Error));
            call = new ScriptCall(function, keyCount: 0, argumentCount: 0);
            Assert.Equal(1, await call.SendAsync(new ScriptTarget(database), Read, CommandFlags.None, default));
            await database.ExecuteAsync("FUNCTION", "DELETE", function.Library.Name);

            var own = listener.Activities.Where(activity => Equals(activity.GetTagItem("db.operation.name"), command)).ToArray();
            Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], own.Select(activity => activity.Status));
            Assert.All(own, activity => Assert.Equal($"{command} Tests.Probe", activity.DisplayName));
            Assert.All(own, activity => Assert.Equal("Tests.Probe", activity.GetTagItem("db.stored_procedure.name")));
        }
    }

    [ServerFact]
    public async Task A_failure_is_told_without_what_it_says()
    {
        using var listener = new Listener();
        var script = Scripts.DefineCold("return redis.error_reply('MINE ' .. ARGV[1])");
        var call = new ScriptCall(script, 0, 1);
        call.AddArgument("secret", "argument");

        await Assert.ThrowsAsync<ScriptException>(async () => await call.SendAsync(new ScriptTarget(Connections.Database()), Read, CommandFlags.None, default));

        var activity = Assert.Single(listener.Activities);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal("MINE", activity.GetTagItem("error.type"));
        Assert.Equal("MINE", activity.GetTagItem("db.response.status_code"));
        Assert.DoesNotContain(activity.TagObjects, tag => tag.Value!.ToString()!.Contains("secret", StringComparison.Ordinal));
        Assert.Null(activity.StatusDescription);
        Assert.Empty(activity.Events);
        Assert.Contains(listener.Measurements, measured => measured.Name == "luagen.script.calls" && measured.Tags.Contains(new("error.type", "MINE")));
    }

    [ServerFact]
    public async Task Calls_durations_and_fallbacks_are_measured_by_script()
    {
        using var listener = new Listener();
        var script = Scripts.DefineCold("return 1");
        await SendAsync(script, Connections.Database());
        await SendAsync(script, Connections.Database());
        var batch = Connections.Database().CreateBatch();
        var inBatch = SendAsync(script, batch);
        batch.Execute();
        await inBatch;

        Assert.Equal(3, listener.Of("luagen.script.calls").Sum(measured => measured.Value));
        Assert.Equal(1, listener.Of("luagen.script.fallbacks").Sum(measured => measured.Value));
        var durations = listener.Of("db.client.operation.duration").ToArray();
        Assert.Equal(3, durations.Length);
        Assert.All(durations, measured => Assert.InRange(measured.Value, double.Epsilon, 10));
        Assert.Equal(["EVALSHA", "EVALSHA", "EVAL"], durations.Select(measured => measured.Tags.Single(tag => tag.Key == "db.operation.name").Value));
        Assert.All(listener.Measurements, measured => Assert.Contains(new("db.stored_procedure.name", "Probe"), measured.Tags));
        Assert.All(listener.Measurements, measured => Assert.Contains(new("db.system.name", "redis"), measured.Tags));
    }

    /// <summary>An exception of a listener after the send would be taken for one of the call, here for that of a call that was not sent.</summary>
    [ServerFact]
    public async Task A_listener_that_throws_does_not_change_what_becomes_of_a_call()
    {
        using var listener = new Listener { OnEnd = static () => throw new ArgumentException("A fault of the listener.") };
        var (script, failing) = (Scripts.DefineCold("return 1"), Scripts.DefineCold("return redis.error_reply('MINE alone')"));

        await SendAsync(script, Connections.Database());
        Send(script, Connections.Database());

        Assert.Equal("MINE", (await Assert.ThrowsAsync<ScriptException>(() => SendAsync(failing, Connections.Database()))).Code);
        Assert.Equal("MINE", Assert.Throws<ScriptException>(() => Send(failing, Connections.Database())).Code);
        Assert.Equal(4, listener.Activities.Count);
        Assert.Equal(4, listener.Of("luagen.script.calls").Count());
    }

    [Fact]
    public async Task What_is_no_reply_is_told_by_its_type()
    {
        using var listener = new Listener();
        var database = FakeDatabase.Create<IDatabase>((_, _) => Task.FromException(ClientErrors.TimedOut("secret", CommandStatus.Sent)));

        await Assert.ThrowsAsync<RedisTimeoutException>(() => SendAsync(Scripts.Define("return 1"), database));

        Assert.Equal("StackExchange.Redis.RedisTimeoutException", Assert.Single(listener.Activities).GetTagItem("error.type"));
    }

    private static long Read(ref ScriptReply reply) => reply.ReadInt64();

    private static Task<long> SendAsync(ScriptDefinition script, IDatabaseAsync database) =>
        new ScriptCall(script, 0, 0).SendAsync(new ScriptTarget(database), Read, CommandFlags.None, CancellationToken.None).AsTask();

    private static void Send(ScriptDefinition script, IDatabase database) =>
        new ScriptCall(script, 0, 0).Send(new ScriptTarget(database), Read, CommandFlags.None);

    private sealed record Measured(string Name, double Value, KeyValuePair<string, object?>[] Tags);

    private sealed class Listener : IDisposable
    {
        private readonly ActivityListener _activities;
        private readonly MeterListener _meters = new();

        public Listener()
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "LuaGen",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    Activities.Add(activity);
                    OnEnd?.Invoke();
                },
            };
            ActivitySource.AddActivityListener(_activities);
            _meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "LuaGen")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _meters.Start();
        }

        public Action? OnEnd { get; init; }

        public List<Activity> Activities { get; } = [];

        public List<Measured> Measurements { get; } = [];

        public IEnumerable<Measured> Of(string name) => Measurements.Where(measured => measured.Name == name);

        public void Dispose()
        {
            _activities.Dispose();
            _meters.Dispose();
        }

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            Measurements.Add(new Measured(instrument.Name, value, tags.ToArray()));
            OnEnd?.Invoke();
        }
    }
}
