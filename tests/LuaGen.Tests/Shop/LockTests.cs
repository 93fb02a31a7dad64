extern alias shop;

using LuaGen.Tests.Support;
using shop::Shop;
using StackExchange.Redis;

namespace LuaGen.Tests.Shop;

public sealed class LockTests
{
    private const int Callers = 50;
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly IDatabase Database = Connections.Database();
    private static readonly LocksScripts Locks = new(Database);

    [ServerFact]
    public async Task One_of_50_concurrent_callers_holds_it()
    {
        await using var keys = new TestKeys();
        var key = keys["lock"];

        var acquired = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Locks.AcquireAsync(key, Owner(caller), Hold).AsTask()));

        var holder = Assert.Single(Enumerable.Range(0, Callers), caller => acquired[caller]);
        Assert.Equal(Owner(holder), await Database.StringGetAsync(key));

        var released = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Locks.ReleaseAsync(key, Owner(caller)).AsTask()));
        Assert.Equal(acquired, released);
        Assert.False(await Database.KeyExistsAsync(key));
    }

    /// <summary>The control: the fault that the script prevents does occur with separate commands.</summary>
    [ServerFact]
    public async Task Separate_commands_let_all_of_them_hold_it()
    {
        await using var keys = new TestKeys();
        var key = keys["lock"];

        var seen = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Database.StringGetAsync(key)));
        var acquired = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
            seen[caller].IsNull && await Database.StringSetAsync(key, Owner(caller), Hold)));

        Assert.Equal(Callers, acquired.Count(isMine => isMine));
    }

    [ServerFact]
    public async Task One_thread_after_the_other_holds_it_and_never_two()
    {
        await using var keys = new TestKeys();
        using var limit = new CancellationTokenSource(Limit);
        var (key, counter) = (keys["lock"], 0);

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            while (!await Locks.AcquireAsync(key, Owner(caller), Hold))
            {
                await Task.Delay(1, limit.Token);
            }

            // Deliberately not atomic: two simultaneous holders would lose an increment.
            var before = counter;
            await Task.Yield();
            counter = before + 1;
            Assert.True(await Locks.ReleaseAsync(key, Owner(caller)));
        }));

        Assert.Equal(Callers, counter);
    }

    [ServerFact]
    public async Task Its_owner_extends_it()
    {
        await using var keys = new TestKeys();
        var key = keys["lock"];

        Assert.True(await Locks.AcquireAsync(key, "ann", TimeSpan.FromMinutes(1)));
        Assert.False(await Locks.AcquireAsync(key, "bob", TimeSpan.FromMinutes(10)));
        Assert.InRange((await Database.KeyTimeToLiveAsync(key))!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

        Assert.True(await Locks.AcquireAsync(key, "ann", TimeSpan.FromMinutes(10)));
        Assert.InRange((await Database.KeyTimeToLiveAsync(key))!.Value, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));
    }

    [ServerFact]
    public async Task It_lets_go_by_itself_and_the_late_owner_cannot_release_it()
    {
        await using var keys = new TestKeys();
        using var limit = new CancellationTokenSource(Limit);
        var key = keys["lock"];

        Assert.True(await Locks.AcquireAsync(key, "ann", TimeSpan.FromMilliseconds(20)));
        while (!await Locks.AcquireAsync(key, "bob", Hold))
        {
            await Task.Delay(5, limit.Token);
        }

        Assert.False(await Locks.ReleaseAsync(key, "ann"));
        Assert.Equal("bob", await Database.StringGetAsync(key));
    }

    private static string Owner(int caller) => $"caller {caller}";
}
