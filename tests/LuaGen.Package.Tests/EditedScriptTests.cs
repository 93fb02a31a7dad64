using System.Diagnostics;
using System.Text;

namespace LuaGen.Package.Tests;

/// <summary>An application that runs while its script is edited sends the new text: the server is asked what it received.</summary>
public sealed class EditedScriptTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string First = """
        -- KEYS[1] place
        -- RETURNS nothing
        redis.call('SET', KEYS[1], 'first')

        """;

    private static readonly string Second = First.Replace("'first'", "'second'", StringComparison.Ordinal);

    [ServerProcessFact]
    public async Task A_hot_reload_sends_the_new_script()
    {
        using var server = RedisServerProcess.Start();
        using var consumer = new Consumer(package);
        consumer.Write("Marks.csproj", Consumer.Project("<RootNamespace>Marks</RootNamespace>"));
        consumer.Write("Scripts/Mark.lua", First);
        consumer.Write("Program.cs", """
            using StackExchange.Redis;

            using var connection = await ConnectionMultiplexer.ConnectAsync(Environment.GetEnvironmentVariable("REDIS")!);
            var scripts = new MarksScripts(connection.GetDatabase());
            await connection.GetDatabase().StringIncrementAsync("started");
            while (true)
            {
                await scripts.MarkAsync("mark");
                await connection.GetDatabase().StringSetAsync("sha1", MarksScripts.Definitions.Mark.Sha1);
                await Task.Delay(100);
            }
            """);
        (await consumer.BuildAsync()).Succeeds();

        var output = new StringBuilder();
        using var watch = Start(consumer, server, output);
        try
        {
            await Redis.WaitAsync(server, "GET mark", "first", () => Text(output));
            consumer.Write("Scripts/Mark.lua", Second);

            await Redis.WaitAsync(server, "GET mark", "second", () => Text(output));
            await Redis.WaitAsync(server, "GET sha1", Sha1(Second), () => Text(output));
            Assert.Equal("1", await Redis.AskAsync(server, "SCRIPT EXISTS " + Sha1(Second)));
        }
        finally
        {
            watch.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The SDK skips the build of a file-based application when the C# file has not changed.</summary>
    [ServerProcessFact]
    public async Task A_file_based_application_is_built_with_the_new_script()
    {
        using var server = RedisServerProcess.Start();
        using var consumer = new Consumer(package);
        var redis = new Dictionary<string, string> { ["REDIS"] = server.ConnectionString };
        consumer.Write("Scripts/Mark.lua", First);
        consumer.Write("marks.cs", $"""
            #:package LuaGen@{PackageFixture.Version}
            #:property PublishAot=false
            using StackExchange.Redis;

            using var connection = await ConnectionMultiplexer.ConnectAsync(Environment.GetEnvironmentVariable("REDIS")!);
            await new MarksScripts(connection.GetDatabase()).MarkAsync("mark");
            """);

        (await consumer.RunAsync(redis, "run", "marks.cs")).Succeeds();
        Assert.Equal("first", await Redis.AskAsync(server, "GET mark"));

        consumer.Write("Scripts/Mark.lua", Second);
        (await consumer.RunAsync(redis, "run", "marks.cs")).Succeeds();
        Assert.Equal("second", await Redis.AskAsync(server, "GET mark"));
    }

    private Process Start(Consumer consumer, RedisServerProcess server, StringBuilder output)
    {
        var environment = new Dictionary<string, string>
        {
            ["REDIS"] = server.ConnectionString,
            ["DOTNET_WATCH_SUPPRESS_EMOJIS"] = "1",
            // File system events do not reach every container.
            ["DOTNET_USE_POLLING_FILE_WATCHER"] = "1",
        };
        var watch = Process.Start(DotNet.StartInfo(consumer.Folder, package.Packages, environment, "watch", "--non-interactive", "--no-restore"))!;
        watch.OutputDataReceived += (_, line) => Append(output, line.Data);
        watch.ErrorDataReceived += (_, line) => Append(output, line.Data);
        watch.BeginOutputReadLine();
        watch.BeginErrorReadLine();
        return watch;
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.Append(line).Append('\n');
        }
    }

    private static string Text(StringBuilder output)
    {
        lock (output)
        {
            return output.ToString();
        }
    }

    private static string Sha1(string script) =>
#pragma warning disable CA5350 // Redis identifies scripts by it.
        Convert.ToHexStringLower(System.Security.Cryptography.SHA1.HashData(Encoding.UTF8.GetBytes(script)));
#pragma warning restore CA5350
}
