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

    [Fact]
    public async Task Where_NuGet_is_told_to_be_silent_one_line_says_it()
    {
        using var consumer = new Consumer(package);
        consumer.Write("App.csproj", Consumer.Project("<NoWarn>$(NoWarn);NU1605</NoWarn>", OldClient, output: "Library"));
        consumer.Write("Scripts/Keys/Drop.lua", Script);

        var build = await consumer.BuildAsync();

        build.Fails();
        Assert.EndsWith(
            "error LUAGEN02: LuaGen needs StackExchange.Redis 2.7.27 or newer, and this project resolves 2.6.96: remove its version, or increase it.",
            Assert.Single(build.Lines("LUAGEN02")),
            StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", build.Output, StringComparison.Ordinal);
    }

    /// <summary>Sets the compiler version property by hand, because an SDK that old cannot build for the installed frameworks.</summary>
    [Fact]
    public async Task An_older_compiler_is_named()
    {
        using var consumer = new Consumer(package);
        consumer.Write("App.csproj", Consumer.Project(output: "Library"));
        consumer.Write("Scripts/Keys/Drop.lua", Script);
        consumer.Write("Use.cs", "public static class Use { public static string Name => App.KeysScripts.Definitions.Drop.Name; }");

        var build = await consumer.BuildAsync("-p:CompilerApiVersion=roslyn4.7");

        build.Fails();
        Assert.EndsWith(
            "error LUAGEN01: LuaGen needs the .NET SDK 8.0.100 or newer (Roslyn 4.8), and this build uses Roslyn 4.7: install a newer SDK, or select one in global.json.",
            Assert.Single(build.Lines("LUAGEN01")),
            StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", build.Output, StringComparison.Ordinal);
    }

    /// <summary>The default of netstandard2.0 is C# 7.3; a version that the project sets may be too old as well.</summary>
    [Fact]
    public async Task An_older_language_is_named()
    {
        using var consumer = new Consumer(package);
        Write("Default", "netstandard2.0", "");
        Write("Set", "net10.0", "<LangVersion>11.0</LangVersion>");
        consumer.WriteSolution();

        void Write(string project, string framework, string properties)
        {
            consumer.Write($"{project}/{project}.csproj", Consumer.Project("<RootNamespace>App</RootNamespace><ImplicitUsings>disable</ImplicitUsings><Nullable>disable</Nullable>" + properties, framework: framework, output: "Library"));
            consumer.Write($"{project}/Scripts/Keys/Drop.lua", Script);
            consumer.Write($"{project}/Use.cs", "public static class Use { public static string Name => App.KeysScripts.Definitions.Drop.Name; }");
        }

        var build = await consumer.BuildAsync("All.slnx");

        build.Fails();
        var lines = build.Lines("LUAGEN03").Select(line => line[line.IndexOf("error", StringComparison.Ordinal)..]).Order(StringComparer.Ordinal);
        Assert.Equal(new[] { "11.0", "7.3" }.Select(version => $"error LUAGEN03: LuaGen generates C# 12, and this project is compiled as C# {version}: set <LangVersion>12</LangVersion> or newer in the project."), lines);
        Assert.DoesNotContain("error CS", build.Output, StringComparison.Ordinal);
    }
}
