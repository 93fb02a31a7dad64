using LuaGen.Tests.Support;

namespace LuaGen.Tests.Calls;

/// <summary>Generated code as its callers use it.</summary>
public sealed class InventoryScriptsTests
{
    [ServerFact]
    public async Task Reserves_until_nothing_is_left()
    {
        var (stock, pending) = (Connections.NewKey(), Connections.NewKey());
        var inventory = new InventoryScripts(Connections.Database());
        await inventory.ResetAsync(stock, 3);

        Assert.Equal(new(1, 1), await inventory.ReserveStockAsync(stock, pending, quantity: 2));
        Assert.Equal(new(1, null), inventory.ReserveStock(stock, pending, quantity: 2));
        Assert.Equal(new(0, 2), inventory.ReserveStock(stock, pending, quantity: 1));

        inventory.Reset(stock, 9);
        Assert.Equal(new(8, 3), await inventory.ReserveStockAsync(stock, pending, quantity: 1));
    }

    [ServerFact]
    public async Task Fifty_callers_never_sell_more_than_there_is()
    {
        var (stock, pending) = (Connections.NewKey(), Connections.NewKey());
        var inventory = new InventoryScripts(Connections.Database());
        await inventory.ResetAsync(stock, 20);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => inventory.ReserveStockAsync(stock, pending, quantity: 1).AsTask()));

        Assert.Equal(20, replies.Count(reply => reply.OrderId is not null));
        Assert.Equal(Enumerable.Range(1, 20).Select(id => (long)id), replies.Select(reply => reply.OrderId).OfType<long>().Order());
        Assert.All(replies, reply => Assert.InRange(reply.Left, 0, 19));
    }

    [Fact]
    public void A_definition_gives_its_text_as_it_is_sent()
    {
        var definition = InventoryScripts.Definitions.Count;
        Assert.Equal("return redis.call('INCRBY', KEYS[1], ARGV[1])\n", definition.Text);
        Assert.Equal(Scripts.Sha1(definition.Utf8Text.Span), definition.Sha1);
        Assert.Equal("Count (Scripts/Inventory/Count.lua)", definition.ToString());
    }
}
