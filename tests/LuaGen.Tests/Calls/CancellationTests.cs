using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Calls;

public sealed class CancellationTests
{
    [ServerFact]
    public async Task A_cancelled_call_is_not_sent()
    {
        var (database, key) = (Connections.Database(), Connections.NewKey());
        var inventory = new InventoryScripts(database);
        // The server knows the script, so that a call that were sent would be executed.
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
            return Task.FromException(FakeDatabase.UnknownScript);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new InventoryScripts(database).CountAsync("k", "k", by: 1, cancellationToken: source.Token));

        Assert.Equal(["EVALSHA"], sent);
    }
}
