using StackExchange.Redis;
using static Shop.GiftcardsFunctions;

namespace Shop.Scenarios;

/// <summary>A function library: loaded once, as a deployment does it, and called by FCALL with typed calls.</summary>
internal static class Functions
{
    private static readonly RedisKey Card = "card:{42}", Journal = "card:{42}:journal";

    public static async Task RunAsync(Stage stage)
    {
        var (database, report) = (stage.Database, stage.Report);
        if (stage.IsGarnet)
        {
            report.Note("Skipped: Garnet has no functions.");
            return;
        }

        // The library stays on the server and all of its users see it. LoadAsync replaces other code of that name only when asked to.
        var loaded = await Definitions.Library.LoadAsync(database.Multiplexer);
        if (loaded.FirstOrDefault(result => !result.IsLoaded) is { Error: { } refusal })
        {
            report.Note($"Skipped: {refusal.Message}");
            return;
        }

        try
        {
            await CallAsync(database, report);
        }
        finally
        {
            await database.ExecuteAsync("FUNCTION", "DELETE", Definitions.Library.Name);
        }
    }

    private static async Task CallAsync(IDatabase database, Report report)
    {
        var cards = new GiftcardsFunctions(database);
        await database.StringSetAsync(Card, 500);

        report.Shows(await cards.GiftcardPayAsync(Card, Journal, cents: 300, order: "1001"), reply => reply is { Paid: 300, Left: 200 }, "FCALL giftcard_pay");
        report.Shows(await cards.GiftcardPayAsync(Card, Journal, cents: 300, order: "1002"), reply => reply is { Paid: 200, Left: 0 }, "as far as the card goes");
        report.Shows(await cards.GiftcardBalanceAsync(Card), 0L, "FCALL_RO: no-writes");
        report.Shows(await cards.GiftcardBalanceAsync("card:{43}"), (long?)null, "the card does not exist");
        try
        {
            await cards.GiftcardPayAsync("card:{43}", "card:{43}:journal", cents: 1, order: "1003");
            report.Shows("no error", "NO_SUCH_CARD");
        }
        catch (ScriptException error) when (error.Code == GiftcardPayErrors.NoSuchCard)
        {
            report.Shows($"{error.ScriptName}, {error.FilePath}", "giftcard_pay, Scripts/Giftcards/giftcards.lua", "function and file", call: "which function failed");
        }
    }
}
