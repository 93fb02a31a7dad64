using Microsoft.AspNetCore.Http.HttpResults;
using StackExchange.Redis;

namespace ShopApi.Endpoints;

/// <summary>Moves money between accounts. All accounts share a hash tag, because any two of them can meet in a transfer.</summary>
internal static class TransferEndpoints
{
    private static RedisKey Account(string name) => $"account:{{bank}}:{name}";

    public static void MapTransfers(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/api/accounts").WithTags("Transfer");
        accounts.MapPut("/{account}", OpenAsync);
        accounts.MapPost("/{from}/transfers", TransferAsync);
    }

    private static async Task<NoContent> OpenAsync(string account, long cents, IConnectionMultiplexer redis)
    {
        await redis.GetDatabase().StringSetAsync(Account(account), cents);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<Transfer>, NotFound, BadRequest>> TransferAsync(
        string from, string to, long cents, IBankScripts bank, CancellationToken stop)
    {
        try
        {
            var reply = await bank.TransferAsync(Account(from), Account(to), cents, cancellationToken: stop);
            return TypedResults.Ok(new Transfer(reply.Status.ToString(), reply.Balance));
        }
        catch (ScriptException error) when (error.Code == BankScripts.TransferErrors.UnknownAccount)
        {
            return TypedResults.NotFound();
        }
        catch (ScriptException error) when (error.Code == BankScripts.TransferErrors.InvalidAmount)
        {
            return TypedResults.BadRequest();
        }
    }

    /// <summary>What became of a transfer.</summary>
    internal sealed record Transfer(string Status, long Balance);
}
