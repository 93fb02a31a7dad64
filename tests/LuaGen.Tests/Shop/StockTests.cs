extern alias shop;

using LuaGen.Tests.Support;
using shop::Shop;
using static shop::Shop.InventoryScripts;
using StackExchange.Redis;

namespace LuaGen.Tests.Shop;

public sealed class StockTests
{
    private const int Callers = 50;

    [ServerFact]
    public async Task Never_below_zero_under_50_concurrent_callers()
    {
        const int Stock = 100;
        const int Attempts = 4;
        await using var shop = await ShopFloor.OpenAsync(Stock);

        // Orders of 1, 2 and 3 units request 400 units in total, and there are 100.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            var mine = new List<(string Id, int Quantity, InventoryScripts.ReserveStockReply Reply)>();
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var (id, quantity) = ($"{caller}-{attempt}", 1 + ((caller + attempt) % 3));
                mine.Add((id, quantity, await shop.ReserveAsync(id, quantity)));
            }

            return mine;
        }));

        var orders = outcomes.SelectMany(outcome => outcome).ToList();
        var reserved = orders.Where(order => order.Reply.Code == ReserveStockCode.Reserved).ToList();
        Assert.Equal(Callers * Attempts, orders.Count);
        Assert.All(orders, order => Assert.True(order.Reply.Left >= 0, $"{order}"));
        Assert.All(orders.Except(reserved), order => Assert.Equal(ReserveStockCode.OutOfStock, order.Reply.Code));

        // The last orders are for single units, so no stock remains; and the units reserved equal the initial stock.
        Assert.Equal(0, await shop.LeftAsync());
        Assert.Equal(Stock, reserved.Sum(order => order.Quantity));
        Assert.Equal(reserved.Select(order => order.Id).Order(), await shop.PendingAsync());
        Assert.All(reserved, order => Assert.Equal(order.Quantity, shop.RecordedQuantity(order.Id)));
    }

    /// <summary>The control: the fault that the script prevents does occur with separate commands.</summary>
    [ServerFact]
    public async Task Separate_commands_sell_what_is_not_there()
    {
        await using var shop = await ShopFloor.OpenAsync(stock: 10);

        var seen = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => shop.LeftAsync()));
        await Task.WhenAll(seen.Where(left => left >= 1).Select(_ => shop.Database.StringDecrementAsync(shop.Stock)));

        Assert.Equal(10 - Callers, await shop.LeftAsync());
    }

    [ServerFact]
    public async Task A_script_flush_in_the_middle_is_not_noticed()
    {
        const int Calls = 20;
        await using var shop = await ShopFloor.OpenAsync(Callers * Calls / 2);

        var codes = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            var mine = new List<ReserveStockCode>();
            for (var call = 0; call < Calls; call++)
            {
                mine.Add((await shop.ReserveAsync($"{caller}-{call}", quantity: 1)).Code);
                if (caller == 0)
                {
                    await Connections.FlushScriptsAsync();
                }
            }

            return mine;
        }));

        // If a call had run twice, its order would already have existed the second time.
        var counts = codes.SelectMany(code => code).CountBy(code => code).ToDictionary();
        Assert.Equal(new() { [ReserveStockCode.Reserved] = Callers * Calls / 2, [ReserveStockCode.OutOfStock] = Callers * Calls / 2 }, counts);
        Assert.Equal(0, await shop.LeftAsync());
    }

    /// <summary>The control: after a flush the server does not know the script, until a call has loaded it again.</summary>
    [ServerFact]
    public async Task A_script_flush_does_lose_the_script()
    {
        await using var shop = await ShopFloor.OpenAsync(stock: 2);
        var server = Connections.Shared.GetServers().Single();
        var sha1 = Convert.FromHexString(InventoryScripts.Definitions.ReserveStock.Sha1);

        await shop.ReserveAsync("A", quantity: 1);
        Assert.True(await server.ScriptExistsAsync(sha1));
        await Connections.FlushScriptsAsync();
        Assert.False(await server.ScriptExistsAsync(sha1));

        Assert.Equal(ReserveStockCode.Reserved, (await shop.ReserveAsync("B", quantity: 1)).Code);
        Assert.True(await server.ScriptExistsAsync(sha1));
    }

    [ServerFact]
    public async Task The_same_order_takes_its_units_once()
    {
        await using var shop = await ShopFloor.OpenAsync(stock: 10);

        var replies = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => shop.ReserveAsync("A", quantity: 2)));

        Assert.Single(replies, reply => reply.Code == ReserveStockCode.Reserved);
        Assert.Equal(Callers - 1, replies.Count(reply => reply is { Code: ReserveStockCode.Repeated, Message: "already reserved", Left: 8 }));
        Assert.Equal(8, await shop.LeftAsync());
    }

    [ServerFact]
    public async Task A_released_order_gives_its_units_back_once_and_stays_released()
    {
        await using var shop = await ShopFloor.OpenAsync(stock: 10);
        await shop.ReserveAsync("A", quantity: 4);
        await shop.ReserveAsync("B", quantity: 1);

        var replies = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => shop.ReleaseAsync("A")));

        Assert.Equal([9], replies.Where(left => left is not null));
        Assert.Equal(9, await shop.LeftAsync());
        Assert.Equal(["B"], await shop.PendingAsync());
        Assert.Equal((ReserveStockCode.Repeated, "already released"), await shop.ReserveAsync("A", quantity: 4) is var late ? (late.Code, late.Message) : default);
        Assert.Equal(9, await shop.LeftAsync());
    }

    [ServerFact]
    public async Task What_cannot_be_reserved_changes_nothing()
    {
        await using var shop = await ShopFloor.OpenAsync(stock: 3);

        Assert.Equal(new(ReserveStockCode.OutOfStock, "4 wanted, 3 left", 3), await shop.ReserveAsync("A", quantity: 4));
        Assert.Equal(ReserveStockCode.InvalidQuantity, (await shop.ReserveAsync("A", quantity: 0)).Code);
        Assert.Equal(ReserveStockCode.InvalidQuantity, (await shop.ReserveAsync("A", quantity: -5)).Code);
        Assert.Equal(3, await shop.LeftAsync());

        await shop.Database.KeyDeleteAsync(shop.Stock);
        Assert.Equal(new(ReserveStockCode.UnknownProduct, "there is no such product", Left: null), await shop.ReserveAsync("A", quantity: 1));
        Assert.False(await shop.Database.KeyExistsAsync(shop.Stock));

        Assert.False(await shop.Database.KeyExistsAsync(shop.Order("A")));
        Assert.Empty(await shop.PendingAsync());
    }

    [ServerFact]
    public async Task The_hold_is_15_minutes_unless_said_otherwise()
    {
        await using var shop = await ShopFloor.OpenAsync(stock: 2);
        await shop.ReserveAsync("A", quantity: 1);
        await shop.ReserveAsync("B", quantity: 1, hold: TimeSpan.FromSeconds(7));

        Assert.Equal(900, await shop.HoldAsync("A"));
        Assert.Equal(7, await shop.HoldAsync("B"));
    }
}
