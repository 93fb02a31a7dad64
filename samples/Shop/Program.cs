using Shop;
using Shop.Scenarios;
using Shop.Servers;
using StackExchange.Redis;
using StackExchange.Redis.KeyspaceIsolation;

if (!ServerRequest.TryParse(args, out var request, out var fault))
{
    Console.Error.WriteLine(fault);
    return 1;
}

try
{
    await using var server = await SampleServer.ConnectAsync(request);
    Console.WriteLine($"Server: {server.Description}");
    Console.WriteLine($"        {ServerRequest.Usage}");

    await using var keys = new OwnKeys(server.Connection);
    var database = server.Connection.GetDatabase().WithKeyPrefix(keys.Prefix);
    using var report = new Report(Console.Out);

    report.Heading("Distributed lock", "Scripts/Locks");
    await DistributedLock.RunAsync(database, report);

    report.Heading("Stock reservation", "Scripts/Inventory");
    await StockReservation.RunAsync(database, report);

    report.Heading("Sliding-window rate limit", "Scripts/RateLimits");
    await RateLimiter.RunAsync(database, report);

    report.Heading("Leaderboard", "Scripts/Leaderboard");
    await Leaderboard.RunAsync(database, report);

    return report.Close() ? 0 : 1;
}
catch (ServerUnavailableException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
{
    Console.Error.WriteLine($"The server refused a call, or was lost: {exception.Message}");
    return 1;
}
