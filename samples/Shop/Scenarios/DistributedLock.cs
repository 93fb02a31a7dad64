using StackExchange.Redis;

namespace Shop.Scenarios;

/// <summary>A lock shared by many processes: only its owner can extend or release it.</summary>
internal static class DistributedLock
{
    public static async Task RunAsync(IDatabase database, Report report)
    {
        var locks = new LocksScripts(database);
        RedisKey till = "lock:{till}";
        var hold = TimeSpan.FromSeconds(30);

        report.Shows(await locks.AcquireAsync(till, "ann", hold), true, "ann holds it for 30 seconds");
        report.Shows(await locks.AcquireAsync(till, "bob", hold), false, "taken");
        report.Shows(await locks.AcquireAsync(till, "ann", hold), true, "hers already, so this extends it");
        report.Shows(await locks.ReleaseAsync(till, "bob"), false, "not his");
        report.Shows(await locks.ReleaseAsync(till, "ann"), true, "free again");

        var callers = Enumerable.Range(1, 50).Select(number => locks.AcquireAsync(till, $"caller {number}", hold).AsTask());
        var acquired = await Task.WhenAll(callers);
        report.Shows(acquired.Count(isMine => isMine), 1, "of them holds it", call: "50 callers at once");
    }
}
