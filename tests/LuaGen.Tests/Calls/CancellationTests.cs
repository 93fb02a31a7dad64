using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Calls;

public sealed class CancellationTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [ServerFact]
    public async Task A_cancelled_call_is_not_sent()
    {
        var (database, key) = (Connections.Database(), Connections.NewKey());
        var inventory = new InventoryScripts(database);
        // The server knows the script, so a call would be executed if it were sent.
        await inventory.CountAsync(Connections.NewKey(), key, by: 1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await inventory.CountAsync(key, key, by: 1, cancellationToken: new CancellationToken(canceled: true)));
        Assert.False(await database.KeyExistsAsync(key));

        using var live = new CancellationTokenSource();
        Assert.Equal(1, await inventory.CountAsync(key, key, by: 1, cancellationToken: live.Token));
    }

    [Fact]
    public async Task Cancellation_is_looked_at_before_the_text_is_sent_too()
    {
        using var source = new CancellationTokenSource();
        var sent = new List<string>();
        var database = FakeDatabase.Create<IDatabase>((command, _) =>
        {
            sent.Add(command);
            source.Cancel();
            return Task.FromException<RespResult>(FakeDatabase.UnknownScript);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new InventoryScripts(database).CountAsync("k", "k", by: 1, cancellationToken: source.Token));

        Assert.Equal(["EVALSHA"], sent);
    }

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
}
