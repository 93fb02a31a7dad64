using System.Globalization;
using System.IO.Compression;

namespace LuaGen.Package.Tests;

/// <summary>The package, packed once into a folder that serves as a feed, and a package cache that begins empty.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>No cache of the machine has it, and each run has another.</summary>
    public static string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.0.1-test{DateTime.UtcNow.Ticks}");

    /// <summary>What the assemblies of the package have of its version.</summary>
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
    /// A version of its own compiles everything again. The repository's analyzers, which take most of that time, are left out: the
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

    /// <summary>The repository's own restore stays where it is.</summary>
    internal static string DefaultPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}

[CollectionDefinition(Name)]
public sealed class SharedPackage : ICollectionFixture<PackageFixture>
{
    public const string Name = "package";
}
