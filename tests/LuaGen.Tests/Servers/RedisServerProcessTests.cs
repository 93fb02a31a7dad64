using System.Diagnostics;
using StackExchange.Redis;

namespace LuaGen.Tests.Servers;

public sealed class RedisServerProcessTests
{
    [ServerProcessFact]
    public async Task Leaves_neither_process_nor_directory_behind()
    {
        string directory;
        int id;
        using (var server = RedisServerProcess.Start())
        {
            id = server.ProcessId;
            await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true");
            directory = (await connection.GetServer(server.ConnectionString).ConfigGetAsync("dir")).Single().Value;
            Assert.True(Directory.Exists(directory));
            Assert.False(Process.GetProcessById(id).HasExited);
        }

        Assert.False(Directory.Exists(directory));
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
    }

    [ServerProcessFact]
    public async Task Two_servers_share_nothing()
    {
        using var first = RedisServerProcess.Start();
        using var second = RedisServerProcess.Start();
        await using var one = await ConnectionMultiplexer.ConnectAsync(first.ConnectionString);
        await using var two = await ConnectionMultiplexer.ConnectAsync(second.ConnectionString);

        await one.GetDatabase().StringSetAsync("here", 1);

        Assert.True(await one.GetDatabase().KeyExistsAsync("here"));
        Assert.False(await two.GetDatabase().KeyExistsAsync("here"));
    }

    [ServerFact]
    public async Task The_shared_server_answers()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        Assert.True(await connection.GetDatabase().PingAsync() > TimeSpan.Zero);
    }
}
