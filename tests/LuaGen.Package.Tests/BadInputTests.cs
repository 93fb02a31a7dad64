namespace LuaGen.Package.Tests;

/// <summary>A consumer project that cannot work gets one error, and not one for each generated call.</summary>
public sealed class BadInputTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string Script = "-- KEYS[1] key\n-- RETURNS nothing\nredis.call('DEL', KEYS[1])\n";

    private const string OldClient = """<PackageReference Include="StackExchange.Redis" Version="2.6.96" />""";

    [Fact]
    public async Task An_older_client_is_refused_by_NuGet()
    {
        using var consumer = new Consumer(package);
        consumer.Write("App.csproj", Consumer.Project(items: OldClient, output: "Library"));
        consumer.Write("Scripts/Keys/Drop.lua", Script);

        var build = await consumer.BuildAsync();

        build.Fails();
        Assert.Contains("Detected package downgrade: StackExchange.Redis from 2.7.27 to 2.6.96", build.Lines("NU1605")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", build.Output, StringComparison.Ordinal);
    }

    /// <summary>
    /// A client that NuGet was told to accept, an older compiler, and two older languages: the default of netstandard2.0, which is C# 7.3, and one
    /// that the project sets. The compiler's version is set by hand, because an SDK that old cannot build for the installed frameworks.
    /// </summary>
    [Fact]
    public async Task What_is_too_old_is_one_line_of_its_project()
    {
        using var consumer = new Consumer(package);
        consumer.Write("Directory.Build.targets", """
            <Project>
              <PropertyGroup Condition="'$(MSBuildProjectName)' == 'Compiler'">
                <CompilerApiVersion>roslyn4.7</CompilerApiVersion>
              </PropertyGroup>
            </Project>
            """);
        Write("Client", "net10.0", "<NoWarn>$(NoWarn);NU1605</NoWarn>", OldClient);
        Write("Compiler", "net10.0", "");
        Write("Default", "netstandard2.0", "");
        Write("Set", "net10.0", "<LangVersion>11.0</LangVersion>");
        consumer.WriteSolution();

        void Write(string project, string framework, string properties, string items = "")
        {
            consumer.Write($"{project}/{project}.csproj", Consumer.Project("<RootNamespace>App</RootNamespace><ImplicitUsings>disable</ImplicitUsings><Nullable>disable</Nullable>" + properties, items, framework, "Library"));
            consumer.Write($"{project}/Scripts/Keys/Drop.lua", Script);
            consumer.Write($"{project}/Use.cs", "public static class Use { public static string Name => App.KeysScripts.Definitions.Drop.Name; }");
        }

        var build = await consumer.BuildAsync("All.slnx");

        build.Fails();
        Assert.Equal(
            [
                "Client: LUAGEN02: LuaGen needs StackExchange.Redis 2.7.27 or newer, and this project resolves 2.6.96: remove its version, or increase it.",
                "Compiler: LUAGEN01: LuaGen needs the .NET SDK 8.0.100 or newer (Roslyn 4.8), and this build uses Roslyn 4.7: install a newer SDK, or select one in global.json.",
                "Default: LUAGEN03: LuaGen generates C# 12, and this project is compiled as C# 7.3: set <LangVersion>12</LangVersion> or newer in the project.",
                "Set: LUAGEN03: LuaGen generates C# 12, and this project is compiled as C# 11.0: set <LangVersion>12</LangVersion> or newer in the project.",
            ],
            build.Output.Split('\n')
                .Where(line => line.Contains(": error ", StringComparison.Ordinal))
                .Select(line => $"{Path.GetFileNameWithoutExtension(line[(line.LastIndexOf('[') + 1)..].Trim(' ', ']', '\r').Split("::")[0])}: {line[(line.IndexOf(": error ", StringComparison.Ordinal) + ": error ".Length)..].Split(" [")[0].Split(" (https://")[0].Trim()}")
                .Distinct()
                .Order(StringComparer.Ordinal));
    }
}
