using System.Diagnostics;

namespace LuaGen.Tool.Tests;

/// <summary>The tool as a process of its own.</summary>
internal static class ToolProcess
{
    private static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "luagen.dll");

    /// <summary>A file that starts the tool by the name <c>luagen</c>, in a folder to put on the PATH.</summary>
    private static string Launcher(TestFolder folder)
    {
        folder.Write("bin/luagen", $"#!/bin/sh\nexec dotnet \"{Assembly}\" \"$@\"\n");
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("These tests need a POSIX shell.");
        }

        File.SetUnixFileMode(folder.Full("bin/luagen"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder.Full("bin");
    }

    /// <summary>Runs a shell script with <c>luagen</c> on the PATH.</summary>
    public static async Task<ToolResult> ShellAsync(TestFolder folder, string script)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = Launcher(folder) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ToolResult(process.ExitCode, output, await error);
    }
}
