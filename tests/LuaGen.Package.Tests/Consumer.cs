namespace LuaGen.Package.Tests;

/// <summary>Somebody else's folder: only the files that a test writes into it, and the way to the feed.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly PackageFixture _package;

    public Consumer(PackageFixture package)
    {
        _package = package;
        Folder = Directory.CreateTempSubdirectory("luagen-consumer-").FullName;
        // The sources of the machine, and one more; neither versions nor settings of this repository reach here.
        Write("Directory.Build.props", $"<Project><PropertyGroup><RestoreAdditionalProjectSources>{package.Feed}</RestoreAdditionalProjectSources></PropertyGroup></Project>");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    public string Folder { get; }

    /// <summary>A project that refers to the package.</summary>
    public static string Project(string properties = "", string items = "", string framework = "net10.0", string output = "Exe", string? version = null) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>{framework}</TargetFramework>
            <OutputType>{output}</OutputType>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="LuaGen" Version="{version ?? PackageFixture.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """;

    public void Write(string path, string text)
    {
        var file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public string PathOf(string path) => Path.Combine(Folder, path);

    public Task<DotNetResult> BuildAsync(params string[] more) => RunAsync(null, ["build", "-tl:off", "--nologo", .. more]);

    public Task<DotNetResult> RunAsync(IReadOnlyDictionary<string, string>? environment, params string[] arguments) =>
        DotNet.RunAsync(Folder, _package.Packages, environment, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
