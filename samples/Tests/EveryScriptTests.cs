using LuaGen;
using ShopApi;
using StackExchange.Redis;

namespace Shop.Tests;

/// <summary>One line for all scripts of a project: the server takes each of them.</summary>
public sealed class EveryScriptTests
{
    [ServerFact]
    public async Task The_server_takes_every_script()
    {
        await using var multiplexer = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);

        await ShopApiLuaGenScripts.All.VerifyAsync(multiplexer);
    }
}
