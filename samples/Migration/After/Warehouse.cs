using StackExchange.Redis;

namespace Migration;

/// <summary>Stock in Redis, with scripts in files.</summary>
public sealed class Warehouse(IDatabase db)
{
    private readonly WarehouseScripts _scripts = new(db);

    public async Task<long> ReserveAsync(string product, string order, int units) =>
        await _scripts.ReserveAsync($"stock:{{{product}}}", $"order:{{{product}}}:{order}", units);

    public async Task<long> CancelAsync(RedisKey stock, RedisKey order) =>
        await _scripts.CancelAsync(stock, order);

    public async Task<string?> ReadAsync(string product, string field) =>
        await _scripts.ReadAsync($"product:{{{product}}}", field);

    public async Task<long?> LeftAsync(string product) =>
        await _scripts.LeftAsync($"stock:{{{product}}}");

    public async Task TouchAsync(string product, TimeSpan hold) =>
        await _scripts.TouchAsync($"stock:{{{product}}}", hold);
}
