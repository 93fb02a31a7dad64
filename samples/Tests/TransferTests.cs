using LuaGen;
using ShopApi;
using StackExchange.Redis;

namespace Shop.Tests;

/// <summary>One script on a server: what it returns, what it writes, and the errors that it raises.</summary>
public sealed class TransferTests : IAsyncLifetime
{
    private readonly RedisKey _ann = $"account:{{{Guid.NewGuid():N}}}:ann";
    private readonly RedisKey _bob;
    private ConnectionMultiplexer _multiplexer = null!;
    private IDatabase _database = null!;
    private BankScripts _bank = null!;

    public TransferTests() => _bob = _ann.Append(":bob");

    public async Task InitializeAsync()
    {
        if (TestServer.Instance.UnavailableReason is null)
        {
            _multiplexer = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString + ",allowAdmin=true");
            _database = _multiplexer.GetDatabase();
            _bank = new BankScripts(_database);
        }
    }

    public async Task DisposeAsync()
    {
        if (_multiplexer is not null)
        {
            await _database.KeyDeleteAsync([_ann, _bob]);
            await _multiplexer.DisposeAsync();
        }
    }

    [ServerFact]
    public async Task Moves_the_amount()
    {
        await _database.StringSetAsync(_ann, 100);

        var reply = await _bank.TransferAsync(_ann, _bob, cents: 30);

        Assert.Equal(70, reply.Balance);
        Assert.Equal(30, await _database.StringGetAsync(_bob));
    }

    [ServerFact]
    public async Task Moves_nothing_that_is_not_there()
    {
        await _database.StringSetAsync(_ann, 20);

        Assert.Equal(20, (await _bank.TransferAsync(_ann, _bob, cents: 30)).Balance);
        Assert.False(await _database.KeyExistsAsync(_bob));
    }

    [ServerFact]
    public async Task Raises_an_error_for_an_unknown_account()
    {
        var error = await Assert.ThrowsAsync<ScriptException>(async () => await _bank.TransferAsync(_ann, _bob, cents: 1));

        Assert.Equal(BankScripts.TransferErrors.UnknownAccount, error.Code);
    }

    /// <summary>A restart or an administrator empties the server's script cache. A call then sends the text.</summary>
    [ServerFact]
    public async Task Works_after_the_server_has_lost_its_scripts()
    {
        await _database.StringSetAsync(_ann, 100);
        await _bank.TransferAsync(_ann, _bob, cents: 30);

        await _multiplexer.GetServers()[0].ScriptFlushAsync();

        Assert.Equal(40, (await _bank.TransferAsync(_ann, _bob, cents: 30)).Balance);
    }
}
