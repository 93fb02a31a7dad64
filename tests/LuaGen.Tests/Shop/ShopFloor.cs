extern alias shop;

using LuaGen.Tests.Support;
using shop::Shop;
using StackExchange.Redis;

namespace LuaGen.Tests.Shop;

/// <summary>One product with its stock and its orders, deleted when the test ends.</summary>
internal sealed class ShopFloor : IAsyncDisposable
{
    private readonly TestKeys _keys = new();
    private readonly InventoryScripts _inventory;

    private ShopFloor() => _inventory = new InventoryScripts(Database);

    public IDatabase Database { get; } = Connections.Database();

    public RedisKey Stock => _keys["stock"];

    private RedisKey Pending => _keys["pending"];

    public static async Task<ShopFloor> OpenAsync(int stock)
    {
        var floor = new ShopFloor();
        await floor.Database.StringSetAsync(floor.Stock, stock);
        return floor;
    }

    public RedisKey Order(string id) => _keys[$"order:{id}"];

    public Task<InventoryScripts.ReserveStockReply> ReserveAsync(string id, int quantity, TimeSpan? hold = null) =>
        _inventory.ReserveStockAsync(Stock, Order(id), Pending, id, quantity, hold).AsTask();

    public Task<long?> ReleaseAsync(string id) => _inventory.ReleaseStockAsync(Stock, Order(id), Pending, id).AsTask();

    public async Task<long> LeftAsync() => (long)await Database.StringGetAsync(Stock);

    /// <summary>The ids of the orders that hold stock, in order.</summary>
    public async Task<IEnumerable<string>> PendingAsync() =>
        (await Database.SortedSetRangeByRankAsync(Pending)).Select(id => id.ToString()).Order();

    public int RecordedQuantity(string id) => (int)Database.HashGet(Order(id), "quantity");

    /// <summary>The number of seconds, from its reservation, for which an order holds its units.</summary>
    public async Task<double?> HoldAsync(string id) =>
        await Database.SortedSetScoreAsync(Pending, id) - (double)await Database.HashGetAsync(Order(id), "reservedAt");

    public ValueTask DisposeAsync() => _keys.DisposeAsync();
}
