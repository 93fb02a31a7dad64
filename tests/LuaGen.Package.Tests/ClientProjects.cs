namespace LuaGen.Package.Tests;

/// <summary>
/// The projects of <see cref="ClientTests"/>, in one solution, so that they are restored and built once: a library for
/// netstandard2.0 on the oldest client, applications that use it with their own clients, applications with scripts of their own,
/// and what is emitted for old frameworks.
/// </summary>
public sealed class ClientProjects : IAsyncLifetime, IDisposable
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

    private readonly Consumer _consumer = new(new PackageFixture());

    public static string[] ClientsOfLibrary { get; } = ["3.4.35", "2.13.17"];

    public static string[] ClientsOfScripts { get; } = ["3.4.35", "3.1.31", "2.13.17", "2.7.27"];

    /// <summary>The oldest framework of each kind, with nullable reference types and without.</summary>
    public static (string Framework, string Nullable)[] OldFrameworks { get; } = [("netstandard2.0", "enable"), ("net472", "disable")];

    internal Consumer Consumer => _consumer;

    internal DotNetResult? Build { get; private set; }

    /// <summary>How many scripts of the generator's fixtures are compiled for old frameworks.</summary>
    public int Scripts { get; private set; }

    /// <summary>An application without scripts that refers to the library.</summary>
    public static string ApplicationOn(string client) => "Application." + client;

    /// <summary>An application with scripts of its own.</summary>
    public static string ScriptsOn(string client) => "Scripts." + client;

    public async Task InitializeAsync()
    {
        await new PackageFixture().InitializeAsync();
        _consumer.Write("Library/Library.csproj", OldFramework);
        _consumer.Write("Library/Scripts/Counters/increase.lua", Increase);
        _consumer.Write("Library/Counting.cs", Library);
        foreach (var client in ClientsOfLibrary)
        {
            _consumer.Write($"{ApplicationOn(client)}/{ApplicationOn(client)}.csproj", Application(client));
            _consumer.Write($"{ApplicationOn(client)}/Program.cs", Program);
        }

        foreach (var client in ClientsOfScripts)
        {
            var name = ScriptsOn(client);
            _consumer.Write($"{name}/{name}.csproj", Consumer.Project("<RootNamespace>Consumer</RootNamespace>", $"""<PackageReference Include="StackExchange.Redis" Version="{client}" />"""));
            _consumer.Write($"{name}/Scripts/Counters/increase.lua", Increase);
            _consumer.Write($"{name}/Counting.cs", Library);
            _consumer.Write($"{name}/Program.cs", Program);
        }

        foreach (var (framework, nullable) in OldFrameworks)
        {
            WriteFixtures(framework, nullable);
        }

        _consumer.WriteSolution();
        Build = await _consumer.BuildAsync("All.slnx");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _consumer.Dispose();

    /// <summary>The fixtures of the generator's tests, with nothing else installed.</summary>
    private void WriteFixtures(string framework, string nullable)
    {
        _consumer.Write($"Old.{framework}/Old.{framework}.csproj", OldFramework
            .Replace("<TargetFramework>netstandard2.0", "<TargetFramework>" + framework, StringComparison.Ordinal)
            .Replace("<Nullable>enable", "<Nullable>" + nullable, StringComparison.Ordinal));
        _consumer.Write($"Old.{framework}/Types.cs", "namespace Consumer { public sealed class Order { public int Id { get; set; } } public struct Note { public string Text { get; set; } } }");
        Scripts = 0;
        foreach (var folder in Directory.GetDirectories(Repository.PathOf("tests", "LuaGen.Generator.Tests", "Fixtures")))
        {
            var findings = Path.Combine(folder, "expected.txt");
            if (File.Exists(Path.Combine(folder, "expected.g.cs")) && !(File.Exists(findings) && File.ReadAllText(findings).Contains(": error ", StringComparison.Ordinal)))
            {
                _consumer.Write($"Old.{framework}/Scripts/{Path.GetFileName(folder)}/script.lua", File.ReadAllText(Path.Combine(folder, "script.lua")));
                Scripts++;
            }
        }
    }

    private static string Application(string client) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <PublishTrimmed>true</PublishTrimmed>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="StackExchange.Redis" Version="{client}" />
            <ProjectReference Include="../Library/Library.csproj" />
          </ItemGroup>
        </Project>
        """;
}
