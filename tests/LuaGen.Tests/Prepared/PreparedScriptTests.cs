using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Prepared;

/// <summary>A file in the form of StackExchange.Redis's <c>LuaScript</c> is called through its generated method.</summary>
public sealed class PreparedScriptTests
{
    [ServerFact]
    public async Task Names_in_the_code_are_keys_and_arguments_of_the_call()
    {
        var database = Connections.Database(RedisProtocol.Resp3);
        RedisKey stock = $"prepared:{{{Guid.NewGuid():N}}}";
        var log = stock.Append(":log");
        await database.StringSetAsync(stock, 5);
        var scripts = new PreparedScripts(database);

        long left = await scripts.TakeStockAsync(stock, log, quantity: 2, keep: TimeSpan.FromMinutes(1));
        var refused = scripts.TakeStock(stock, log, quantity: 4, keep: TimeSpan.FromMinutes(1));

        Assert.Equal(3, left);
        Assert.Equal(-1, refused);
        Assert.Equal("taken by mail@example: 2", await database.ListGetByIndexAsync(log, 0));
        Assert.InRange((await database.KeyTimeToLiveAsync(log))!.Value, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1));
        await database.KeyDeleteAsync([stock, log]);
    }
}
