using System.Diagnostics;
using System.Text;

namespace LuaGen.Package.Tests;

/// <summary>The result of a <c>dotnet</c> command.</summary>
internal sealed record DotNetResult(int ExitCode, string Output)
{
    public void Succeeds() => Assert.True(ExitCode == 0, Output);

    public void Fails() => Assert.True(ExitCode != 0, Output);

    /// <summary>The distinct output lines with a diagnostic, without the project at the end.</summary>
    public string[] Lines(string id) =>
        [.. Output.Split('\n').Where(line => line.Contains($" {id}:", StringComparison.Ordinal)).Select(line => line.Split(" [")[0].Split(" (https://")[0].Trim()).Distinct()];
}

/// <summary>Runs the SDK as a consumer does: from the command line, with its own environment.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly string CompilerPipe = "luagen-" + Guid.NewGuid().ToString("N");

    /// <param name="folder">The working directory.</param>
    /// <param name="packages">The package cache.</param>
    /// <param name="environment">Additional environment variables.</param>
    /// <param name="arguments">The arguments of the command.</param>
    public static async Task<DotNetResult> RunAsync(string folder, string packages, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        using var process = Process.Start(StartInfo(folder, packages, environment, arguments))!;
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} took longer than {Limit}:\n{output}");
        }

        return new DotNetResult(process.ExitCode, output.ToString());
    }

    /// <summary>Ends the compiler server, if one was started.</summary>
    public static void StopCompiler() => StopCompiler(CompilerPipe);

    /// <param name="pipe">The name of the server.</param>
    public static void StopCompiler(string pipe)
    {
        // The tests run on the runtime of the newest SDK, which is beside it: dotnet/shared/Microsoft.NETCore.App/<version>.
        var sdks = new DirectoryInfo(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory()).Parent?.Parent?.Parent?.GetDirectories("sdk").FirstOrDefault();
        var compiler = sdks?.GetDirectories().Select(sdk => Path.Combine(sdk.FullName, "Roslyn", "bincore", "VBCSCompiler.dll")).Where(File.Exists).Max(StringComparer.Ordinal);
        if (compiler is not null)
        {
            using var stopping = Process.Start(new ProcessStartInfo("dotnet", [compiler, "-shutdown", "-pipename:" + pipe]) { RedirectStandardOutput = true });
            stopping?.WaitForExit((int)TimeSpan.FromSeconds(10).TotalMilliseconds);
        }
    }

    /// <summary>How the SDK is started, for a command that runs until a test ends it.</summary>
    public static ProcessStartInfo StartInfo(string folder, string packages, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        RemoveVariables(start);
        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // No build node may outlive the tests, because it would hold files in their folders open. The compiler is one server for
        // all of them, whose name no other build knows; it ends with the tests.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "true";
        start.Environment["SharedCompilationId"] = CompilerPipe;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>The test host sets MSBuild's own variables, and CI sets versions; both would change the builds.</summary>
    public static void RemoveVariables(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "CI" or "DOTNET_HOST_PATH").ToArray())
        {
            start.Environment.Remove(name);
        }
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.Append(line).Append('\n');
        }
    }
}
