using StackExchange.Redis;
using static Shop.BankScripts;

namespace Shop.Scenarios;

/// <summary>Two versions of a script side by side: the newest by default, an old one by its number.</summary>
internal static class Versions
{
    public static async Task RunAsync(IDatabase database, Report report)
    {
        var bank = new BankScripts(database);
        RedisKey ann = "account:{versions}:ann", bob = "account:{versions}:bob";
        await database.StringSetAsync(ann, 100);

        report.Shows(await bank.TransferV1Async(ann, bob, cents: 30), true, "version 1 says yes or no");
        report.Shows(await bank.TransferV2Async(ann, bob, cents: 30), reply => reply.Balance == 40, "version 2 says more");
        report.Shows(await bank.TransferAsync(ann, bob, cents: 50), reply => reply.Balance == 40, "without a number: the newest one");
        report.Shows(await bank.TransferV1Async(ann, bob, cents: 50), false, "callers of version 1 still have it");

        // Each version is a script of its own, with its own hash: old and new processes run side by side.
        report.Shows(Definitions.TransferV1.FilePath, "Scripts/Bank/Transfer.v1.lua", call: "Definitions.TransferV1");
        report.Shows(Definitions.TransferV2.FilePath, "Scripts/Bank/Transfer.v2.lua", call: "Definitions.TransferV2");
    }
}
