using System.Diagnostics;

namespace LuaGen.Package.Tests;

/// <summary>A consumer's folder: it contains only the files that a test writes, and the path to the feed.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly PackageFixture _package;

    public Consumer(PackageFixture package)
    {
        _package = package;
        Folder = Directory.CreateTempSubdirectory("luagen-consumer-").FullName;
        // The machine's own package sources and the feed; versions and settings of this repository do not apply here.
        // What the machine has restored before is not downloaded again.
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <RestoreAdditionalProjectSources>{package.Feed}</RestoreAdditionalProjectSources>
                <RestoreFallbackFolders>{PackageFixture.DefaultPackages}</RestoreFallbackFolders>
              </PropertyGroup>
            </Project>
            """);
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    public string Folder { get; }

    /// <summary>A project file that references the package.</summary>
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

    /// <summary>Writes a solution of all projects, so that one restore and one build are enough for them.</summary>
    public void WriteSolution()
    {
        var projects = Directory.GetFiles(Folder, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'));

        // Projects of one name need different solution folders.
        Write("All.slnx", $"<Solution>{string.Concat(projects.Select(path => $"<Folder Name=\"/{path}/\"><Project Path=\"{path}\" /></Folder>"))}</Solution>");
    }

    /// <summary>Runs the built program of a project.</summary>
    public async Task<string[]> LinesOfAsync(string project, string redis = "")
    {
        var run = await RunAsync(new Dictionary<string, string> { ["REDIS"] = redis }, PathOf($"{project}/bin/Debug/net10.0/{project}.dll"));
        run.Succeeds();
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public Task<DotNetResult> BuildAsync(params string[] more) => RunAsync(null, ["build", "-tl:off", "--nologo", .. more]);

    public Task<DotNetResult> RunAsync(IReadOnlyDictionary<string, string>? environment, params string[] arguments) =>
        DotNet.RunAsync(Folder, _package.Packages, environment, arguments);

    /// <summary>Runs a program that needs no SDK until it ends, and returns its output.</summary>
    public async Task<string> RunProgramAsync(string path, IReadOnlyDictionary<string, string> environment)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var start = new ProcessStartInfo(PathOf(path)) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            return await process.StandardOutput.ReadToEndAsync(limit.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
