using StackExchange.Redis;
using static Shop.OrdersScripts;

namespace Shop.Scenarios;

/// <summary>An error that the script handles (<c>redis.pcall</c>), and one that it raises for its caller, as a typed exception.</summary>
internal static class ErrorHandling
{
    private static readonly RedisKey Order = "order:{7}";
    private static readonly RedisKey Journal = "journal:{7}";

    public static async Task RunAsync(Stage stage)
    {
        var (database, report) = (stage.Database, stage.Report);
        var orders = new OrdersScripts(database);

        // Garnet puts ERR before the error of a script, so there the code is in the message alone.
        report.Shows(await CodeOfAsync(orders), stage.IsGarnet ? "ERR" : PayErrors.UnknownOrder, "the script's own error", "PayAsync of an unknown order");

        await database.HashSetAsync(Order, "state", "open");
        report.Shows(await orders.PayAsync(Order, Journal, cents: 1_200), default(string), "paid, and in the journal");
        report.Shows(await CodeOfAsync(orders), stage.IsGarnet ? "ERR" : PayErrors.AlreadyPaid, call: "PayAsync again");

        // The journal has the wrong type, so RPUSH fails. Inside the script, pcall returns that error; the order is paid all the same.
        await database.HashSetAsync(Order, "state", "open");
        await database.StringSetAsync(Journal, "not a list");
        report.Shows(await orders.PayAsync(Order, Journal, cents: 1_200), problem => problem is not null, "handled inside");
        report.Shows((string?)await database.HashGetAsync(Order, "state"), "paid", call: "the order is");
    }

    private static async Task<string> CodeOfAsync(OrdersScripts orders)
    {
        try
        {
            await orders.PayAsync(Order, Journal, cents: 1_200);
            return "no error";
        }
        catch (ScriptException error)
        {
            return error.Code;
        }
    }
}
