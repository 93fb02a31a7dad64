using System.Diagnostics;
using System.Globalization;

namespace LuaGen.Benchmarks.Calls;

/// <summary>
/// The time that a call takes with <c>redis-benchmark</c>, which comes with the server and does nothing with a reply: the
/// limit of what a client can reach.
/// </summary>
internal static class RedisBenchmark
{
    private const int Calls = 20_000;

    /// <summary>Microseconds of a call on one connection; <see langword="null"/> if the program is not on the PATH.</summary>
    /// <param name="port">The server's port on the loopback interface.</param>
    /// <param name="pipelined">How many calls are sent before their replies are read.</param>
    /// <param name="sha1">The script.</param>
    public static async Task<double?> MicrosecondsAsync(int port, int pipelined, string sha1)
    {
        var start = new ProcessStartInfo("redis-benchmark") { RedirectStandardOutput = true };
        string[] arguments = ["-p", Text(port), "-c", "1", "-n", Text(Calls), "-P", Text(pipelined), "--csv", "EVALSHA", sha1, "2", "counter", "other", "1", "note", "owner"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            await process.WaitForExitAsync();

            // The second column of the last line: calls a second.
            return 1_000_000 / double.Parse(lines[^1].Split(',')[1].Trim('"'), CultureInfo.InvariantCulture);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
