using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace LuaGen.Package.Tests;

/// <summary>The Shop sample as a project outside of the repository, with the package, compiled to native code.</summary>
public sealed partial class NativeSampleTests(PackageFixture package, ITestOutputHelper output) : IClassFixture<PackageFixture>
{
    private const int MaximumMegabytes = 16;

    [NativeFact]
    public async Task The_sample_is_published_without_a_warning_and_every_answer_is_right()
    {
        using var server = RedisServerProcess.Start();
        using var consumer = new Consumer(package);
        Copy(consumer, "samples/Shop", "tests/LuaGen.TestServers");
        consumer.Write("Directory.Packages.props", Versions());
        var project = Repository.PathOf("samples", "Shop", "Shop.csproj");
        consumer.Write("samples/Shop/Shop.csproj", WithPackage(await File.ReadAllTextAsync(project)));

        var publish = await consumer.RunAsync(
            null, "publish", "samples/Shop", "-r", RuntimeInformation.RuntimeIdentifier, "-o", consumer.PathOf("published"), "-tl:off", "--nologo", "-p:TreatWarningsAsErrors=true");

        publish.Succeeds();
        Assert.DoesNotContain("warning", publish.Output, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(consumer.PathOf("published/Shop.dll")));
        var answers = await consumer.RunProgramAsync("published/Shop", new Dictionary<string, string> { ["REDIS_CONNECTION"] = server.ConnectionString });
        Assert.Matches(@"All \d\d answers are what they should be\.\s*$", answers);

        var megabytes = new FileInfo(consumer.PathOf("published/Shop")).Length / 1e6;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Measured: the Shop sample is a native program of {megabytes:0.0} MB."));
        Assert.InRange(megabytes, 1, MaximumMegabytes);
    }

    private static void Copy(Consumer consumer, params string[] folders)
    {
        foreach (var folder in folders)
        {
            foreach (var file in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            {
                var path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
                if (!path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
                {
                    consumer.Write(path, File.ReadAllText(file));
                }
            }
        }
    }

    /// <summary>The versions of this repository, and that of the package.</summary>
    private static string Versions() => File.ReadAllText(Repository.PathOf("Directory.Packages.props"))
        .Replace("</Project>", $"""<ItemGroup><PackageVersion Include="LuaGen" Version="{PackageFixture.Version}" /></ItemGroup></Project>""", StringComparison.Ordinal);

    /// <summary>One reference to the package in place of the three projects, as the project file says, and no imports.</summary>
    private static string WithPackage(string project)
    {
        Assert.Equal((3, 2), (ProjectOfRepository().Count(project), ImportOfRepository().Count(project)));
        var withPackage = ProjectOfRepository().Replace(project, """<PackageReference Include="LuaGen" />""", 1);
        return ImportOfRepository().Replace(ProjectOfRepository().Replace(withPackage, ""), "").Replace(
            "<TargetFramework>", "<ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable><LangVersion>14.0</LangVersion><TargetFramework>", StringComparison.Ordinal);
    }

    [GeneratedRegex("""<ProjectReference Include="../../(runtime|generator)/.*/>""")]
    private static partial Regex ProjectOfRepository();

    [GeneratedRegex("""<Import Project="../../runtime/.*/>""")]
    private static partial Regex ImportOfRepository();
}
