using System.Globalization;
using System.IO.Compression;

namespace LuaGen.Package.Tests;

/// <summary>
/// Packs the package once for all test classes, into a folder that serves as a feed. The classes run in parallel, two at a time
/// on two cores, because most of a build waits for processes to start.
/// </summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>A version that is new in each run, so that no package cache has it.</summary>
    public static string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.0.1-test{DateTime.UtcNow.Ticks}");

    private static readonly string Shared = Directory.CreateTempSubdirectory("luagen-package-").FullName;

    private static readonly Lazy<Task<DotNetResult>> Packed = new(static () => PackAsync(Path.Combine(Shared, "feed"), Version));

    private static readonly SemaphoreSlim Packing = new(1);

    static PackageFixture() => AppDomain.CurrentDomain.ProcessExit += (_, _) => End();

    /// <summary>The part of the package version that its assemblies carry.</summary>
    public static Version AssemblyVersion { get; } = new(0, 0, 1, 0);

    public string Root { get; } = Shared;

    public string Feed => Path.Combine(Root, "feed");

    /// <summary>The packages of the consumers, initially empty. What the machine has already is read from its own cache.</summary>
    public string Packages => Path.Combine(Root, "packages");

    public string PackagePath => Path.Combine(Feed, $"LuaGen.{Version}.nupkg");

    public async Task InitializeAsync() => (await Packed.Value).Succeeds();

    /// <summary>Packs a version into a folder.</summary>
    /// <remarks>
    /// A new version recompiles everything. The repository's own analyzers, which take most of that time, are turned off: the
    /// build before the tests has run them.
    /// </remarks>
    internal static Task<DotNetResult> PackAsync(string folder, string version, params string[] more) => PackAsync(folder, ["-p:Version=" + version, "-p:RunAnalyzers=false", .. more]);

    /// <summary>Packs the assemblies that were built with the tests, which have the version of the sources.</summary>
    internal static Task<DotNetResult> PackBuiltAsync(string folder, string version) => PackAsync(folder, ["-c", "Debug", "-p:PackageVersion=" + version, "-p:RunAnalyzers=false"]);

    private static async Task<DotNetResult> PackAsync(string folder, string[] options)
    {
        // Every version has the same output folders.
        await Packing.WaitAsync();
        try
        {
            return await DotNet.RunAsync(Repository.Root, DefaultPackages, null, ["pack", "runtime/LuaGen", "-o", folder, .. options]);
        }
        finally
        {
            Packing.Release();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public ZipArchive Open() => ZipFile.OpenRead(PackagePath);

    /// <summary>The package cache of the machine: the repository is packed with the packages that it was restored to.</summary>
    internal static string DefaultPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static void End()
    {
        DotNet.StopCompiler();
        Directory.Delete(Shared, recursive: true);
    }
}
