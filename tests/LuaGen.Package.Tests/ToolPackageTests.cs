using System.Diagnostics;
using System.Globalization;

namespace LuaGen.Package.Tests;

/// <summary>The tool as its users install it: packed into a folder, installed from that folder, and run.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private const string Script = "-- KEYS[1] stock\n-- RETURNS long\nreturn redis.call('GTE', KEYS[1])\n";
    private const string Expected = "Scripts/Take.lua(3,19): warning LUA4001: 'GTE' is not a Redis command: write 'GET'";

    /// <summary>A version that is new in each run, so that no package cache has it.</summary>
    private static readonly string Version = string.Create(CultureInfo.InvariantCulture, $"0.0.1-tool{DateTime.UtcNow.Ticks}");

    private readonly string _folder = Directory.CreateTempSubdirectory("luagen-tool-").FullName;

    [Fact]
    public async Task The_portable_tool_is_installed_from_a_folder_and_finds_what_is_wrong()
    {
        (await PackAsync()).Succeeds();

        await InstalledToolReportsAsync();
    }

    [NativeFact]
    public async Task The_native_tool_is_installed_from_a_folder_and_finds_what_is_wrong()
    {
        var result = await RunAsync("bash", Repository.PathOf("tool", "pack.sh"), Path.Combine(_folder, "feed"), "-p:Version=" + Version, "-p:RunAnalyzers=false");
        Assert.True(result.ExitCode == 0, result.Output);

        await InstalledToolReportsAsync();
        Assert.Contains(Directory.GetFiles(Path.Combine(_folder, "tools"), "*", SearchOption.AllDirectories), IsNativeTool);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The program itself, large and without an assembly beside it.</summary>
    private static bool IsNativeTool(string file) =>
        Path.GetFileName(file) == "luagen" && new FileInfo(file).Length > 1_000_000 && !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "luagen.dll"));

    private async Task InstalledToolReportsAsync()
    {
        // No other source: a tool brings all that it needs.
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), """
            <configuration>
              <packageSources>
                <clear />
                <add key="local" value="feed" />
              </packageSources>
            </configuration>
            """);
        var install = await DotNet.RunAsync(_folder, Path.Combine(_folder, "packages"), null, "tool", "install", "LuaGen.Tool", "--tool-path", "tools", "--version", Version, "--configfile", "nuget.config");
        install.Succeeds();
        Directory.CreateDirectory(Path.Combine(_folder, "Scripts"));
        File.WriteAllText(Path.Combine(_folder, "Scripts", "Take.lua"), Script);
        var tool = Path.Combine(_folder, "tools", OperatingSystem.IsWindows() ? "luagen.exe" : "luagen");

        var wrong = await RunAsync(tool, "check", "Scripts");
        File.WriteAllText(Path.Combine(_folder, "Scripts", "Take.lua"), Script.Replace("GTE", "STRLEN", StringComparison.Ordinal).Replace("-- KEYS", "-- @readonly\n-- KEYS", StringComparison.Ordinal));
        var right = await RunAsync(tool, "check", "Scripts");

        Assert.Equal((1, Expected), (wrong.ExitCode, wrong.Output.Split('\n')[0]));
        Assert.Equal((0, "0 errors, 0 warnings, 0 infos in 1 script\n"), (right.ExitCode, right.Output));
    }

    private Task<DotNetResult> PackAsync() => DotNet.RunAsync(
        Repository.Root, PackageFixture.DefaultPackages, null, "pack", "tool/LuaGen.Tool", "-o", Path.Combine(_folder, "feed"), "-p:Version=" + Version, "-p:RunAnalyzers=false");

    private async Task<DotNetResult> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        DotNet.RemoveVariables(start);
        start.Environment["NO_COLOR"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new DotNetResult(process.ExitCode, output + await error);
    }
}
