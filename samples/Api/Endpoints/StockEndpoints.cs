using Microsoft.AspNetCore.Http.HttpResults;
using StackExchange.Redis;
using static ShopApi.InventoryScripts;

namespace ShopApi.Endpoints;

/// <summary>Reserves units of a product for an order, and gives them back.</summary>
internal static class StockEndpoints
{
    // One hash tag for the keys of a product keeps them on one node of a cluster.
    private static RedisKey Stock(string product) => $"stock:{{{product}}}";

    private static RedisKey Order(string product, string order) => $"order:{{{product}}}:{order}";

    private static RedisKey Pending(string product) => $"pending:{{{product}}}";

    public static void MapStock(this IEndpointRouteBuilder app)
    {
        var products = app.MapGroup("/api/products/{product}").WithTags("Stock");
        products.MapPut("/stock", FillAsync);
        products.MapPut("/orders/{order}", ReserveAsync);
        products.MapDelete("/orders/{order}", ReleaseAsync);
    }

    private static async Task<NoContent> FillAsync(string product, int units, IConnectionMultiplexer redis)
    {
        await redis.GetDatabase().StringSetAsync(Stock(product), units);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<Reservation>, NotFound, Conflict<Reservation>, BadRequest<Reservation>>> ReserveAsync(
        string product, string order, int units, IInventoryScripts inventory, CancellationToken stop)
    {
        var reply = await inventory.ReserveStockAsync(Stock(product), Order(product, order), Pending(product), order, units, cancellationToken: stop);
        var reservation = new Reservation(reply.Code.ToString(), reply.Message, reply.Left);
        return reply.Code switch
        {
            ReserveStockCode.Reserved or ReserveStockCode.Repeated => TypedResults.Ok(reservation),
            ReserveStockCode.UnknownProduct => TypedResults.NotFound(),
            ReserveStockCode.OutOfStock => TypedResults.Conflict(reservation),
            _ => TypedResults.BadRequest(reservation),
        };
    }

    private static async Task<Results<Ok<long>, NotFound>> ReleaseAsync(string product, string order, IInventoryScripts inventory, CancellationToken stop) =>
        await inventory.ReleaseStockAsync(Stock(product), Order(product, order), Pending(product), order, cancellationToken: stop) is { } left
            ? TypedResults.Ok(left)
            : TypedResults.NotFound();

    /// <summary>What became of a reservation.</summary>
    internal sealed record Reservation(string Code, string Message, long? Left);
}
