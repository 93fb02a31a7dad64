using System.Globalization;
using System.IO.Compression;

namespace LuaGen.Package.Tests;

/// <summary>Packs the package once, into a folder that serves as a feed, and provides a package cache that is initially empty.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>A version that is new in each run, so that no package cache has it.</summary>
    public static string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.0.1-test{DateTime.UtcNow.Ticks}");

    /// <summary>The part of the package version that its assemblies carry.</summary>
    public static Version AssemblyVersion { get; } = new(0, 0, 1, 0);

    public string Root { get; } = Directory.CreateTempSubdirectory("luagen-package-").FullName;

    public string Feed => Path.Combine(Root, "feed");

    public string Packages => Path.Combine(Root, "packages");

    public string PackagePath => Path.Combine(Feed, $"LuaGen.{Version}.nupkg");

    public async Task InitializeAsync()
    {
        var packed = await PackAsync(Feed, Version);
        packed.Succeeds();
    }

    /// <summary>Packs a version into a folder.</summary>
    /// <remarks>
    /// A new version recompiles everything. The repository's own analyzers, which take most of that time, are turned off: the
    /// build before the tests has run them.
    /// </remarks>
    internal static Task<DotNetResult> PackAsync(string folder, string version, params string[] more) => DotNet.RunAsync(
        Repository.Root, DefaultPackages, null, ["pack", "runtime/LuaGen", "-o", folder, "-p:Version=" + version, "-p:RunAnalyzers=false", .. more]);

    public Task DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return Task.CompletedTask;
    }

    public ZipArchive Open() => ZipFile.OpenRead(PackagePath);

    /// <summary>The package cache of the machine: the repository is packed with the packages that it was restored to.</summary>
    internal static string DefaultPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}

[CollectionDefinition(Name)]
public sealed class SharedPackage : ICollectionFixture<PackageFixture>
{
    public const string Name = "package";
}
