using System.Diagnostics;

namespace LuaGen.Package.Tests;

/// <summary>
/// A library for netstandard2.0 on the oldest client, and applications that use it with their own clients: the same package
/// works for both, with the features of each client.
/// </summary>
[Collection(SharedPackage.Name)]
public sealed class ClientTests(PackageFixture package)
{
    private const string OldestClient = """<PackageReference Include="StackExchange.Redis" Version="2.7.27" />""";

    /// <summary>Only the package and a sufficiently new language version.</summary>
    private static readonly string OldFramework = Consumer.Project(
        "<LangVersion>12</LangVersion><RootNamespace>Consumer</RootNamespace><ImplicitUsings>disable</ImplicitUsings>", OldestClient, "netstandard2.0", "Library");

    /// <summary>A record, for which generated code could need a type that the framework lacks.</summary>
    private const string Increase = """
        -- KEYS[1] counter
        -- ARGV[1] by: long = 1
        -- RETURNS before: long
        -- RETURNS after: long
        local after = redis.call('INCRBY', KEYS[1], ARGV[1])
        return { after - ARGV[1], after }
        """;

    private const string Library = """
        namespace Consumer
        {
            public sealed class Counting
            {
                private readonly ICountersScripts _scripts;

                public Counting(StackExchange.Redis.IDatabase database) { _scripts = new CountersScripts(database); }

                public async System.Threading.Tasks.Task<string> CountAsync(string key)
                {
                    var (before, after) = await _scripts.IncreaseAsync(key, 41).ConfigureAwait(false);
                    return before + " to " + after;
                }
            }
        }
        """;

    private const string Program = """
        using System.Reflection;
        using StackExchange.Redis;

        using var connection = await ConnectionMultiplexer.ConnectAsync(Environment.GetEnvironmentVariable("REDIS")!);
        Console.WriteLine("counted " + await new Consumer.Counting(connection.GetDatabase()).CountAsync("package:" + Guid.NewGuid()));
        var transport = Type.GetType("LuaGen.ScriptTransport, LuaGen")!.GetField("Current", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        Console.WriteLine("by " + transport.GetType().Name);
        """;

    [ServerProcessTheory]
    [InlineData("3.4.35", "LeasedTransport")]
    [InlineData("2.13.17", "GeneralTransport")]
    public async Task A_library_for_old_frameworks_serves_applications_on(string client, string transport)
    {
        using var server = RedisServerProcess.Start();
        using var consumer = LibraryAndApplication(client);

        var build = await consumer.BuildAsync("App");

        build.Succeeds();
        Assert.DoesNotContain("warning MSB3277", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning CS", build.Output, StringComparison.Ordinal);
        var run = await consumer.RunAsync(new Dictionary<string, string> { ["REDIS"] = server.ConnectionString }, "run", "--no-build", "--project", "App");
        run.Succeeds();
        Assert.Contains("counted 0 to 41", run.Output, StringComparison.Ordinal);
        Assert.Contains("by " + transport, run.Output, StringComparison.Ordinal);
    }

    /// <summary>
    /// The asset for .NET refers to the newest client too, and a compiler refuses that next to an older one. Nothing that it
    /// is given may show it.
    /// </summary>
    [ServerProcessTheory]
    [InlineData("3.4.35", "LeasedTransport")]
    [InlineData("3.1.31", "GeneralTransport")]
    [InlineData("2.13.17", "GeneralTransport")]
    [InlineData("2.7.27", "GeneralTransport")]
    public async Task An_application_calls_its_own_scripts_on(string client, string transport)
    {
        using var server = RedisServerProcess.Start();
        using var consumer = new Consumer(package);
        consumer.Write("App.csproj", Consumer.Project("<RootNamespace>Consumer</RootNamespace>", $"""<PackageReference Include="StackExchange.Redis" Version="{client}" />"""));
        consumer.Write("Scripts/Counters/increase.lua", Increase);
        consumer.Write("Counting.cs", Library);
        consumer.Write("Program.cs", Program);

        var run = await consumer.RunAsync(new Dictionary<string, string> { ["REDIS"] = server.ConnectionString }, "run");

        run.Succeeds();
        Assert.DoesNotContain("warning MSB3277", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning CS", run.Output, StringComparison.Ordinal);
        Assert.Contains("counted 0 to 41", run.Output, StringComparison.Ordinal);
        Assert.Contains("by " + transport, run.Output, StringComparison.Ordinal);
    }

    /// <summary>The native row is there if a linker is; if none is, tests/run.sh says so.</summary>
    public static TheoryData<string, string, string> Published
    {
        get
        {
            var rows = new TheoryData<string, string, string>
            {
                { "3.4.35", "LeasedTransport", "PublishTrimmed" },
                { "2.13.17", "GeneralTransport", "PublishTrimmed" },
            };
            if (IsOnPath("clang") || IsOnPath("gcc"))
            {
                rows.Add("3.4.35", "LeasedTransport", "PublishAot");
            }

            return rows;
        }
    }

    /// <summary>Only a constant name refers to the features of the newer client, and trimming must follow it.</summary>
    [ServerProcessTheory]
    [MemberData(nameof(Published))]
    public async Task A_published_application_keeps_its_transport(string client, string transport, string form)
    {
        using var server = RedisServerProcess.Start();
        using var consumer = LibraryAndApplication(client, $"<{form}>true</{form}><InvariantGlobalization>true</InvariantGlobalization>{MachinePackages}");

        var publish = await consumer.RunAsync(null, "publish", "App", "--use-current-runtime", "-tl:off", "--nologo", "-o", consumer.PathOf("published"));

        publish.Succeeds();
        Assert.DoesNotContain("warning IL", publish.Output, StringComparison.Ordinal);
        var program = consumer.PathOf("published/App" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        Assert.Equal(form == "PublishTrimmed", File.Exists(Path.ChangeExtension(program, ".dll")));
        var output = await RunPublishedAsync(program, server.ConnectionString);
        Assert.Contains("counted 0 to 41", output, StringComparison.Ordinal);
        Assert.Contains("by " + transport, output, StringComparison.Ordinal);
    }

    /// <summary>The fixtures of the generator's tests compile, with nothing else installed.</summary>
    [Theory]
    [InlineData("netstandard2.0", "enable")]
    [InlineData("net472", "disable")]
    public async Task What_is_emitted_compiles_for_old_frameworks(string framework, string nullable)
    {
        using var consumer = new Consumer(package);
        consumer.Write("Library.csproj", OldFramework
            .Replace("<TargetFramework>netstandard2.0", "<TargetFramework>" + framework, StringComparison.Ordinal)
            .Replace("<Nullable>enable", "<Nullable>" + nullable, StringComparison.Ordinal));
        consumer.Write("Types.cs", "namespace Consumer { public sealed class Order { public int Id { get; set; } } public struct Note { public string Text { get; set; } } }");
        var scripts = 0;
        foreach (var folder in Directory.GetDirectories(Repository.PathOf("tests", "LuaGen.Generator.Tests", "Fixtures")))
        {
            var findings = Path.Combine(folder, "expected.txt");
            if (File.Exists(Path.Combine(folder, "expected.g.cs")) && !(File.Exists(findings) && (await File.ReadAllTextAsync(findings)).Contains(": error ", StringComparison.Ordinal)))
            {
                consumer.Write($"Scripts/{Path.GetFileName(folder)}/script.lua", await File.ReadAllTextAsync(Path.Combine(folder, "script.lua")));
                scripts++;
            }
        }

        var build = await consumer.BuildAsync();

        Assert.InRange(scripts, 20, 200);
        build.Succeeds();
        Assert.True(File.Exists(consumer.PathOf($"bin/Debug/{framework}/Library.dll")));
        Assert.DoesNotContain("warning CS", build.Output, StringComparison.Ordinal);
    }

    /// <summary>The native compiler is large; where the build of this repository has restored it, it is not downloaded again.</summary>
    private static string MachinePackages => $"<RestoreFallbackFolders>{PackageFixture.DefaultPackages}</RestoreFallbackFolders>";

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    // The application is self-contained, so it is started without the SDK.
    private static async Task<string> RunPublishedAsync(string program, string redis)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        start.Environment["REDIS"] = redis;
        using var process = Process.Start(start)!;
        try
        {
            return await process.StandardOutput.ReadToEndAsync(limit.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private Consumer LibraryAndApplication(string client, string properties = "")
    {
        var consumer = new Consumer(package);
        consumer.Write("Library/Library.csproj", OldFramework);
        consumer.Write("Library/Scripts/Counters/increase.lua", Increase);
        consumer.Write("Library/Counting.cs", Library);
        consumer.Write("App/App.csproj", App(client, properties));
        consumer.Write("App/Program.cs", Program);
        return consumer;
    }

    private static string App(string client, string properties) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="StackExchange.Redis" Version="{client}" />
            <ProjectReference Include="../Library/Library.csproj" />
          </ItemGroup>
        </Project>
        """;
}
