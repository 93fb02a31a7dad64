using System.Text.RegularExpressions;

namespace LuaGen.Package.Tests;

/// <summary>
/// Two projects of one solution that reference different versions of LuaGen, compiled by one process.
/// </summary>
/// <remarks>
/// The process runs on .NET, where Roslyn loads the analyzers of each folder into a separate load context. A compiler on .NET
/// Framework (Visual Studio, msbuild.exe) has one context for all, and only version and strong name distinguish assemblies
/// there. It runs only on Windows and is not tested here; <see cref="PackageContentTests"/> checks the assembly names.
/// </remarks>
public sealed partial class VersionsSideBySideTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string Script = "-- KEYS[1] counter\n-- RETURNS long\nreturn redis.call('INCR', KEYS[1])\n";

    [Fact]
    public async Task Each_project_of_one_compiler_server_gets_the_code_of_its_own_version()
    {
        // The version of the sources, as it is built before the tests: only its package is new.
        var newer = PackageFixture.Version.Replace("0.0.1-", "0.1.0-", StringComparison.Ordinal);
        (await PackageFixture.PackBuiltAsync(package.Feed, newer)).Succeeds();
        using var consumer = new Consumer(package);
        Write(consumer, "Older", PackageFixture.Version);
        Write(consumer, "Newer", newer);
        consumer.Write("All.slnx", """<Solution><Project Path="Older/Older.csproj" /><Project Path="Newer/Newer.csproj" /></Solution>""");

        // A private compiler server: no other build knows the name of its pipe.
        var pipe = "luagen-" + Guid.NewGuid().ToString("N");
        var log = consumer.PathOf("server.log");
        var environment = new Dictionary<string, string> { ["RoslynCommandLineLogFile"] = log };
        try
        {
            var build = await consumer.RunAsync(environment, "build", "All.slnx", "-tl:off", "--nologo", "-p:SharedCompilationId=" + pipe);

            build.Succeeds();
        }
        finally
        {
            DotNet.StopCompiler(pipe);
        }

        Assert.Equal("0.0.1", EmittingVersion(consumer, "Older"));
        Assert.Equal("0.1.0", EmittingVersion(consumer, "Newer"));
        var compilations = Compilations().Matches(await File.ReadAllTextAsync(log)).Select(match => match.Groups["process"].Value).ToArray();
        Assert.Equal(2, compilations.Length);
        Assert.Single(compilations.Distinct());
    }

    private static void Write(Consumer consumer, string name, string version)
    {
        consumer.Write($"{name}/{name}.csproj", Consumer.Project("<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>", output: "Library", version: version));
        consumer.Write($"{name}/Scripts/Counters/Increase.lua", Script);
    }

    private static string EmittingVersion(Consumer consumer, string name)
    {
        var source = File.ReadAllText(Directory.GetFiles(consumer.PathOf($"{name}/obj"), "*CountersScripts.g.cs", SearchOption.AllDirectories).Single());
        return GeneratedCode().Match(source).Groups["version"].Value;
    }

    [GeneratedRegex("""GeneratedCode\("LuaGen", "(?<version>[0-9.]+)"\)""")]
    private static partial Regex GeneratedCode();

    /// <summary>The line that the server logs after it has verified that the loaded analyzers are those of the project.</summary>
    [GeneratedRegex(@"ID=VBCSCompiler (?<process>[0-9]+) TID=[0-9]+: End (Older|Newer) \([^)]*\) C# compiler run")]
    private static partial Regex Compilations();
}
