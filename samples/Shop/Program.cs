using Shop;
using Shop.Reporting;
using Shop.Servers;
using Spectre.Console;
using StackExchange.Redis;

try
{
    var request = Arguments.Parse(args);
    if (request.Text is { } text)
    {
        Console.WriteLine(text);
        return 0;
    }

    await using var server = await SampleServer.ConnectAsync(request.Server);
    IReportView view = Console.IsOutputRedirected ? new PlainView(Console.Out) : new TerminalView(AnsiConsole.Console);
    view.Server(server.Description, ServerRequest.Usage);
    if (server.IsGarnet)
    {
        view.Note("Garnet runs scripts atomically only with LuaTransactionMode, which is on in the embedded one, and only for the keys in KEYS.");
    }

    await using var keys = new OwnKeys(server.Connection);
    using var report = new Report(view);
    await using var stage = new Stage(server, keys.Prefix, report);
    foreach (var scenario in request.Scenarios)
    {
        report.Heading(scenario.Title, scenario.Scripts);
        await scenario.RunAsync(stage);
    }

    return report.Close() ? 0 : 1;
}
catch (Exception exception) when (exception is FormatException or ServerUnavailableException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
{
    Console.Error.WriteLine($"The server refused a call, or was lost: {exception.Message}");
    return 1;
}
