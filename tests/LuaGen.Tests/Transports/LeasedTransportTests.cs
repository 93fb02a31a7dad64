using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using LuaGen.Tests.Calls;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Transports;

/// <summary>Specific to the leased transport: everything that either side leases is returned.</summary>
public sealed class LeasedTransportTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [ServerFact]
    public async Task Only_the_wait_ends_and_the_late_reply_is_disposed()
    {
        var result = await Connections.Database().ExecuteRespAsync("ECHO", new RedisKeyOrValue[] { (RedisValue)"late" });
        var reply = new TaskCompletionSource<RespResult>();
        using var source = new CancellationTokenSource();
        var database = FakeDatabase.Create<IDatabase>((_, _) => reply.Task);
        var call = new InventoryScripts(database).CountAsync("k", "k", by: 1, cancellationToken: source.Token).AsTask();
        Assert.False(call.IsCompleted);

        await source.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Limit));
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal("late", result.Read().ReadString());

        reply.SetResult(result);
        Assert.ThrowsAny<Exception>(() => result.Read().ReadString());
    }

    [Fact]
    public void The_rendered_words_are_given_back_cleared()
    {
        RedisKeyOrValue[] rendered = [];
        var database = FakeDatabase.Create<IDatabase>((_, words) =>
        {
            Assert.True(MemoryMarshal.TryGetArray((ReadOnlyMemory<RedisKeyOrValue>)words, out var segment));
            rendered = segment.Array!;
            Assert.Equal("k", (string?)rendered[2].Key);
            Assert.True(rendered[2].IsKey && rendered[4].IsValue);
            return Task.CompletedTask;
        });

        Assert.Throws<ScriptReplyException>(() => new InventoryScripts(database).Count("k", "other", by: 1));

        Assert.All(rendered, word => Assert.Equal(default, word));
        var rented = ArrayPool<RedisKeyOrValue>.Shared.Rent(rendered.Length);
        Assert.Same(rendered, rented);
        ArrayPool<RedisKeyOrValue>.Shared.Return(rented);
    }

    /// <summary>A database that is not the client's, such as one that retries, may read the arguments until its task completes.</summary>
    [Fact]
    public async Task The_arguments_are_the_calls_own_until_the_task_of_another_database_completes()
    {
        var (seen, started) = (new ConcurrentQueue<string?>(), new TaskCompletionSource());
        var database = FakeDatabase.Create<IDatabase>(async (_, words) =>
        {
            await started.Task;
            seen.Enqueue(((ReadOnlyMemory<RedisKeyOrValue>)words).Span[2].Key);
        });

        var calls = Enumerable.Range(0, 20).Select(call => Record.ExceptionAsync(() => new InventoryScripts(database).CountAsync($"key{call:00}", "k", by: 1).AsTask())).ToArray();
        started.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(Enumerable.Range(0, 20).Select(call => $"key{call:00}"), seen.Order());
    }

    [ServerFact]
    public async Task A_reply_that_is_not_what_was_declared_is_disposed()
    {
        var result = await Connections.Database().ExecuteRespAsync("ECHO", new RedisKeyOrValue[] { (RedisValue)"read" });
        var database = FakeDatabase.Create<IDatabase>((_, _) => Task.FromResult(result));

        Assert.Throws<ScriptReplyException>(() => new InventoryScripts(database).Count("k", "k", by: 1));

        Assert.ThrowsAny<Exception>(() => result.Read().ReadString());
    }
}
