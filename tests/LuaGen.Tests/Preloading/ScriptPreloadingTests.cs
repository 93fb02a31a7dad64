using System.Collections.Concurrent;
using LuaGen.Tests.Faults;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Preloading;

public sealed class ScriptPreloadingTests
{
    private static readonly ScriptDefinition Bad = Scripts.Define("local x\nlocal = 1", name: "Bad");

    [ServerFact]
    public async Task A_script_that_does_not_compile_hides_no_other()
    {
        var (first, last) = (Scripts.DefineCold("return 1"), Scripts.DefineCold("return 2"));

        var results = await new[] { first, Bad, last }.LoadAsync(Connections.Shared);

        Assert.Equal([first, Bad, last], results.Select(result => result.Script));
        Assert.Equal([true, false, true], results.Select(result => result.IsLoaded));
        var error = Assert.IsType<ScriptException>(results[1].Error);
        Assert.Equal(("Bad", 2, ScriptOutcome.NotExecuted), (error.ScriptName, error.Line, ScriptException.OutcomeOf(error)));
        var server = Connections.Shared.GetServers().Single();
        Assert.All(results, result => Assert.Equal(server.EndPoint, result.Node));
        Assert.True(await server.ScriptExistsAsync(Convert.FromHexString(first.Sha1)));
        Assert.True(await server.ScriptExistsAsync(Convert.FromHexString(last.Sha1)));
    }

    [ServerFact]
    public async Task Verifying_tells_every_fault()
    {
        await new[] { Scripts.DefineCold("return 1") }.VerifyAsync(Connections.Shared);
        await Array.Empty<ScriptDefinition>().VerifyAsync(Connections.Shared);

        var exception = await Assert.ThrowsAsync<AggregateException>(() => new[] { Bad, Scripts.DefineCold("return 1"), Scripts.Define("x =", name: "Worse") }.VerifyAsync(Connections.Shared));

        Assert.Equal(2, exception.InnerExceptions.Count);
        Assert.Contains("Scripts/Bad.lua:2", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Scripts/Worse.lua:1", exception.Message, StringComparison.Ordinal);

        // INFO says what the server is.
        var info = (string)(await Connections.Shared.GetDatabase().ScriptEvaluateAsync("return redis.call('INFO', 'server')"))!;
        var version = info.Split("redis_version:")[1].Split('\r')[0];
        var product = info.Contains("valkey_version:", StringComparison.Ordinal) ? $"Valkey {info.Split("valkey_version:")[1].Split('\r')[0]}" : $"Redis {version}";
        Assert.Contains($"({product})", exception.Message, StringComparison.Ordinal);
        Assert.Contains(EndPointCollection.ToString(Connections.Shared.GetServers()[0].EndPoint), exception.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_text_that_is_not_what_was_hashed_is_told()
    {
        var text = "return 1"u8.ToArray();
        var wrong = new ScriptDefinition("Wrong", "Scripts/Wrong.lua", new string('0', 40), 0, "long", () => text);
        Assert.Contains("built in", (await new[] { wrong }.LoadAsync(Connections.Shared)).Single().Error!.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task Progress_and_cancellation()
    {
        var scripts = new[] { Scripts.DefineCold("return 1"), Scripts.DefineCold("return 2") };
        var seen = new Progress();
        var results = await scripts.LoadAsync(Connections.Shared, seen);
        Assert.Equal(results, seen.Results);

        using var source = new CancellationTokenSource();
        var cancelling = new Progress { OnResult = source.Cancel };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scripts.LoadAsync(Connections.Shared, cancelling, source.Token));
        Assert.Single(cancelling.Results);
    }

    [ServerProcessFact]
    public async Task A_user_without_permission_and_a_server_that_is_gone_are_results()
    {
        using var server = new OwnServer();
        await server.Server.ExecuteAsync("ACL", "SETUSER", "ann", "on", ">secret", "~*", "+@all", "-script");
        using var ann = server.Connect("user=ann,password=secret");
        var script = Scripts.DefineCold("return 1");
        Assert.Equal("NOPERM", Assert.IsType<ScriptException>((await new[] { script }.LoadAsync(ann)).Single().Error).Code);

        using var impatient = server.Connect(configure: static options => options.BacklogPolicy = BacklogPolicy.FailFast);
        server.Process.Kill();
        await Until.TrueAsync(() => !impatient.IsConnected, "the client notices that the server is gone");
        Assert.IsAssignableFrom<RedisException>((await new[] { script }.LoadAsync(impatient)).Single().Error);
    }

    /// <summary>A server that does not answer costs two timeouts, not one for each script: an application that starts waits for them.</summary>
    [Fact]
    public async Task A_server_that_does_not_answer_is_not_waited_for_once_for_each_script()
    {
        const int Count = 20;
        var (started, late) = (0, new TaskCompletionSource<RedisResult>());
        var connection = FakeServer.Connect(() => Interlocked.Increment(ref started) == 1
            ? Task.FromException<RedisResult>(ClientErrors.TimedOut("late", CommandStatus.WaitingInBacklog))
            : late.Task);
        var scripts = Enumerable.Range(0, Count).Select(_ => Scripts.DefineCold("return 1")).ToArray();

        var loading = scripts.LoadAsync(connection);
        await Until.TrueAsync(() => started == Count, "all scripts are on their way");
        late.SetException(ClientErrors.TimedOut("late", CommandStatus.WaitingInBacklog));

        var results = await loading.WaitAsync(Until.Limit);
        Assert.Equal(scripts, results.Select(result => result.Script));
        Assert.All(results, result => Assert.IsType<RedisTimeoutException>(result.Error));
    }

    /// <summary>The client cancels the task of a command for which it finds no connection, although no token was cancelled.</summary>
    [Fact]
    public async Task A_command_that_the_client_cancels_is_a_result()
    {
        var connection = FakeServer.Connect(static () => Task.FromCanceled<RedisResult>(new CancellationToken(canceled: true)));
        var scripts = new[] { Scripts.DefineCold("return 1"), Scripts.DefineCold("return 2") };
        var libraries = new[] { Libraries.Define("redis.register_function('f', function() return 1 end)") };

        Assert.All(await scripts.LoadAsync(connection), result => Assert.IsAssignableFrom<OperationCanceledException>(result.Error));
        Assert.IsAssignableFrom<OperationCanceledException>(Assert.Single(await libraries.LoadAsync(connection)).Error);
        await Assert.ThrowsAsync<AggregateException>(() => scripts.VerifyAsync(connection));
        await Assert.ThrowsAsync<AggregateException>(() => libraries.VerifyAsync(connection));

        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scripts.LoadAsync(connection, cancellationToken: source.Token));
    }

    /// <summary>As behind a proxy: the client's command map excludes <c>SCRIPT</c>, so the client itself refuses the command.</summary>
    [ServerTheory]
    [InlineData(Proxy.Twemproxy)]
    [InlineData(Proxy.Envoyproxy)]
    public async Task A_command_that_the_client_does_not_send_is_a_result(Proxy proxy)
    {
        using var connection = Connections.Connect(configure: options => options.Proxy = proxy);
        var script = Scripts.DefineCold("return 1");

        Assert.IsType<RedisCommandException>((await new[] { script }.LoadAsync(connection)).Single().Error);

        var failure = await Assert.ThrowsAsync<AggregateException>(() => new[] { script }.VerifyAsync(connection));
        Assert.IsType<RedisCommandException>(failure.InnerExceptions.Single());
    }

    [ClusterFact]
    public async Task Every_node_of_a_cluster_replicas_too()
    {
        using var cluster = new OwnCluster();
        var connection = cluster.Connect();
        var scripts = new[] { Scripts.DefineCold("return 1"), Bad };

        var results = await scripts.LoadAsync(connection);

        Assert.Equal(12, results.Count);
        Assert.Equal(6, results.Select(result => result.Node).Distinct().Count());
        Assert.Equal(6, results.Count(result => result.IsLoaded));
        foreach (var server in connection.GetServers())
        {
            Assert.True(await server.ScriptExistsAsync(Convert.FromHexString(scripts[0].Sha1)));
        }

        // The same fault on six nodes is reported once.
        Assert.Single((await Assert.ThrowsAsync<AggregateException>(() => scripts.VerifyAsync(connection))).InnerExceptions);
    }

    // The framework's own Progress reports later, on other threads.
    private sealed class Progress : IProgress<ScriptLoadResult>
    {
        public ConcurrentQueue<ScriptLoadResult> Results { get; } = new();

        public Action? OnResult { get; init; }

        public void Report(ScriptLoadResult value)
        {
            Results.Enqueue(value);
            OnResult?.Invoke();
        }
    }
}
