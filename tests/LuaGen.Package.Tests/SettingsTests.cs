namespace LuaGen.Package.Tests;

/// <summary>Consumers with various settings: generated code compiles without warnings under all of them.</summary>
public sealed class SettingsTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    /// <summary>Uses most features of the header language.</summary>
    private const string Script = """
        -- Takes stock.
        -- KEYS[1] stock
        -- KEYS[2...] reserves
        -- ARGV[1] quantity: int
        -- ARGV[2] hold: seconds = 900
        -- ARGV[3] order: 'asc' | 'desc' = 'asc'
        -- ARGV[4] note: string?
        -- RETURNS left: long
        -- RETURNS orderId: string?
        -- RAISES SHORT
        local quantity, hold, order, note = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
        if order == 'desc' and #KEYS > 1 then return redis.error_reply('SHORT of ' .. hold) end
        return { redis.call('DECRBY', KEYS[1], quantity), note or false }
        """;

    private const string Strict = """
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <AnalysisLevel>latest-all</AnalysisLevel>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        """;

    [Fact]
    public async Task Compiles_without_a_warning_and_to_the_same_bytes_in_two_folders()
    {
        using var consumer = new Consumer(package);
        Write("Strict", "net8.0", Strict + "<LangVersion>12.0</LangVersion><IsAotCompatible>true</IsAotCompatible>");
        Write("StrictUsings", "net10.0", Strict);
        Write("Disabled", "net10.0", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><Nullable>disable</Nullable><ImplicitUsings>disable</ImplicitUsings>");
        Write("Targets", "net8.0;net10.0", "<LuaGenVisibility>internal</LuaGenVisibility>");
        foreach (var folder in new[] { "First", "Second" })
        {
            consumer.Write($"{folder}/Stock/Stock.csproj", Consumer.Project("<PathMap>$(MSBuildProjectDirectory)=/_</PathMap>", output: "Library"));
            consumer.Write($"{folder}/Stock/Scripts/Stock/Take.lua", Script);
            consumer.Write($"{folder}/Stock/Scripts/Stock/Give.lua", Script);
        }

        consumer.WriteSolution();

        void Write(string project, string framework, string properties)
        {
            // Abstractions of dependency injection, hosting and logging, so that registrations are compiled too.
            var file = Consumer.Project(properties, """<FrameworkReference Include="Microsoft.AspNetCore.App" />""", framework, "Library");
            consumer.Write($"{project}/{project}.csproj", framework.Contains(';', StringComparison.Ordinal) ? file.Replace("TargetFramework>", "TargetFrameworks>", StringComparison.Ordinal) : file);
            consumer.Write($"{project}/Scripts/Stock/Take.lua", Script);
        }

        var build = await consumer.BuildAsync("All.slnx");

        build.Succeeds();
        Assert.Contains("    0 Warning(s)", build.Output, StringComparison.Ordinal);
        const string Built = "Stock/bin/Debug/net10.0/Stock.dll";
        Assert.Equal(await File.ReadAllBytesAsync(consumer.PathOf("First/" + Built)), await File.ReadAllBytesAsync(consumer.PathOf("Second/" + Built)));
    }
}
