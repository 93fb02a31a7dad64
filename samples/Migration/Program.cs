using StackExchange.Redis;

namespace Migration;

/// <summary>Uses a warehouse; the same code before and after the migration.</summary>
public static class Program
{
    public static async Task Main(string[] args)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(args.FirstOrDefault() ?? "localhost:6379");
        Console.WriteLine(await RunAsync(connection.GetDatabase(), "tea"));
    }

    public static async Task<string> RunAsync(IDatabase db, string product)
    {
        await db.StringSetAsync($"stock:{{{product}}}", 5);
        await db.HashSetAsync($"product:{{{product}}}", "price", "2.50");

        var warehouse = new Warehouse(db);
        var first = await warehouse.ReserveAsync(product, "A1", 3);
        var second = await warehouse.ReserveAsync(product, "A2", 3);
        var price = await warehouse.ReadAsync(product, "price");
        var left = await warehouse.LeftAsync(product);
        await warehouse.TouchAsync(product, TimeSpan.FromMinutes(15));
        await db.KeyDeleteAsync([$"stock:{{{product}}}", $"product:{{{product}}}", $"order:{{{product}}}:A1"]);
        return $"first {first}, second {second}, price {price}, left {left}";
    }
}
