using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace LuaGen.Package.Tests;

/// <summary>The content of the package, file by file.</summary>
public sealed class PackageContentTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    [Fact]
    public void Holds_these_files()
    {
        using var archive = package.Open();

        Assert.Equal(
            [
                "LuaGen.nuspec",
                "README.md",
                "analyzers/dotnet/roslyn4.8/cs/LuaGen.CodeFixes.dll",
                "analyzers/dotnet/roslyn4.8/cs/LuaGen.Generator.dll",
                "analyzers/dotnet/roslyn4.8/cs/LuaGen.Language.dll",
                "build/LuaGen.targets",
                "buildTransitive/LuaGen.props",
                "icon.png",
                "lib/net8.0/LuaGen.dll",
                "lib/net8.0/LuaGen.xml",
                "lib/netstandard2.0/LuaGen.dll",
                "lib/netstandard2.0/LuaGen.xml",
                "ref/net8.0/LuaGen.dll",
                "ref/net8.0/LuaGen.xml",
                "ref/netstandard2.0/LuaGen.dll",
                "ref/netstandard2.0/LuaGen.xml",
            ],
            archive.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
                .Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.ChangeExtension(package.PackagePath, "snupkg")));
    }

    /// <summary>A compiler on .NET Framework distinguishes the assemblies of two packages only by these two.</summary>
    [Theory]
    [InlineData("analyzers/dotnet/roslyn4.8/cs/LuaGen.CodeFixes.dll")]
    [InlineData("analyzers/dotnet/roslyn4.8/cs/LuaGen.Generator.dll")]
    [InlineData("analyzers/dotnet/roslyn4.8/cs/LuaGen.Language.dll")]
    [InlineData("lib/net8.0/LuaGen.dll")]
    [InlineData("lib/netstandard2.0/LuaGen.dll")]
    public void Each_assembly_has_the_packages_version_and_a_strong_name(string path)
    {
        using var archive = package.Open();
        using var content = archive.GetEntry(path)!.Open();
        using var seekable = new MemoryStream();
        content.CopyTo(seekable);
        using var assembly = new PEReader(new MemoryStream(seekable.ToArray()));
        var metadata = assembly.GetMetadataReader();
        var own = metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())
            .Where(name => name.Name!.StartsWith("LuaGen", StringComparison.Ordinal))
            .Append(metadata.GetAssemblyDefinition().GetAssemblyName());

        Assert.All(own, name =>
        {
            Assert.Equal(PackageFixture.AssemblyVersion, name.Version);
            Assert.Equal("e683b018a65bc311", Convert.ToHexStringLower(name.GetPublicKeyToken()!));
        });
        Assert.True(assembly.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned), "The signature is missing.");
    }

    /// <summary>netstandard2.0 has two more dependencies, which .NET itself provides. A plain version is a minimum without an upper bound.</summary>
    [Theory]
    [InlineData("net8.0", "StackExchange.Redis 2.7.27")]
    [InlineData(".NETStandard2.0", "StackExchange.Redis 2.7.27", "System.Diagnostics.DiagnosticSource 8.0.1", "System.Text.Json 8.0.6")]
    public void Depends_on_the_client_alone(string framework, params string[] expected)
    {
        var groups = Metadata().Elements().Single(element => element.Name.LocalName == "dependencies").Elements().ToArray();
        var group = Assert.Single(groups, group => group.Attribute("targetFramework")!.Value == framework);

        Assert.Equal(2, groups.Length);
        Assert.Equal(expected, group.Elements().Select(dependency => $"{dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}"));
    }

    [Theory]
    [InlineData("license", "MIT")]
    [InlineData("readme", "README.md")]
    [InlineData("icon", "icon.png")]
    [InlineData("releaseNotes", "https://github.com/luagen/LuaGen/blob/main/CHANGELOG.md")]
    [InlineData("projectUrl", "https://github.com/luagen/LuaGen")]
    public void Says_of_itself(string name, string value) =>
        Assert.Equal(value, Metadata().Elements().Single(element => element.Name.LocalName == name).Value);

    /// <summary>The page of the package shows the README, but none of the repository's files.</summary>
    [Fact]
    public void Links_of_its_page_lead_to_the_repository()
    {
        using var archive = package.Open();
        using var reader = new StreamReader(archive.GetEntry("README.md")!.Open());
        var links = System.Text.RegularExpressions.Regex.Matches(reader.ReadToEnd(), @"\]\(([^)\s]+)\)").Select(match => match.Groups[1].Value).ToArray();
        const string Repository = "https://github.com/luagen/LuaGen/blob/main/";

        Assert.Contains(links, link => link.StartsWith(Repository, StringComparison.Ordinal));
        Assert.All(links, link => Assert.True(Uri.IsWellFormedUriString(link, UriKind.Absolute), link));
        Assert.All(
            links.Where(link => link.StartsWith(Repository, StringComparison.Ordinal)).Select(link => link[Repository.Length..].Split('#')[0]),
            path => Assert.True(Path.Exists(TestSupport.Repository.PathOf(path.Split('/'))), path));
    }

    [Fact]
    public async Task Is_not_made_without_an_analyzer()
    {
        var packed = await PackageFixture.PackAsync(Path.Combine(package.Root, "incomplete"), PackageFixture.Version, "--no-build", "-p:BuildProjectReferences=false", "-p:AlsoRequiredAnalyzer=LuaGen.Forgotten");

        packed.Fails();
        Assert.Contains("The package would not contain LuaGen.Forgotten.dll: the build did not produce it.", packed.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(package.Root, "incomplete")) && Directory.GetFiles(Path.Combine(package.Root, "incomplete"), "*.nupkg").Length > 0);
    }

    [Fact]
    public void Names_no_folder_of_the_machine()
    {
        using var archive = package.Open();
        foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);

            // Assemblies contain paths as UTF-8 in debug information, and as UTF-16 in literals.
            Assert.False(Contains(memory.ToArray(), System.Text.Encoding.UTF8.GetBytes(Repository.Root)), entry.FullName);
            Assert.False(Contains(memory.ToArray(), System.Text.Encoding.Unicode.GetBytes(Repository.Root)), entry.FullName);
        }
    }

    private static bool Contains(byte[] bytes, byte[] text) => bytes.AsSpan().IndexOf(text) >= 0;

    private XElement Metadata()
    {
        using var archive = package.Open();
        using var nuspec = archive.GetEntry("LuaGen.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }
}
