using StackExchange.Redis;

namespace Shop.Scenarios;

/// <summary>What a script did, as lines that it returns; and the line of the file at which it failed.</summary>
internal static class Debugging
{
    private static readonly RedisKey Cart = "cart:{ann}";
    private static readonly RedisKey Prices = "prices:{ann}";

    public static async Task RunAsync(Stage stage)
    {
        var (database, report) = (stage.Database, stage.Report);
        var debugging = new DebuggingScripts(database);
        await database.HashSetAsync(Cart, [new("tea", 2), new("cake", 1)]);
        await database.HashSetAsync(Prices, [new("tea", 250)]);

        var quote = await debugging.QuoteAsync(Cart, Prices);
        report.Shows(quote.Cents, 500L, "too little; what did it do?", "QuoteAsync(Cart, Prices)");
        report.Shows(quote.Log, ["2 products in the cart", "1 cake at no price", "2 tea at 250"], "the cake has no price", "its log");

        // The prices are a list by mistake. The exception names the file and the line.
        await database.KeyDeleteAsync(Prices);
        await database.ListLeftPushAsync(Prices, "tea");
        try
        {
            await debugging.QuoteAsync(Cart, Prices);
            report.Shows("no error", "WRONGTYPE");
        }
        catch (ScriptException error) when (stage.IsGarnet)
        {
            report.Shows(error.FilePath, "Scripts/Debugging/Quote.lua", "Garnet reports neither a code nor the line", "where it failed");
        }
        catch (ScriptException error)
        {
            report.Shows(error.Code, "WRONGTYPE", call: "QuoteAsync(Cart, Prices), prices of the wrong type");
            report.Shows($"{error.FilePath}:{error.Line}", "Scripts/Debugging/Quote.lua:19", call: "where it failed");
        }
    }
}
