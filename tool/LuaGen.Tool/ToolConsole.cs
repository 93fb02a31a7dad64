using System.Text;

namespace LuaGen.Tool;

/// <summary>What the tool reads from and writes to.</summary>
/// <param name="Input">Standard input, as bytes: whether they are UTF-8 is a finding.</param>
/// <param name="Output">The report, and nothing else.</param>
/// <param name="Error">Why something could not be read, notes and progress.</param>
/// <param name="Directory">The folder that paths are relative to.</param>
internal sealed record ToolConsole(Stream Input, TextWriter Output, TextWriter Error, string Directory)
{
    public bool UsesColors { get; init; }

    /// <summary>Whether the report goes to a terminal.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether a user is watching, who may wonder what takes so long.</summary>
    public bool ShowsProgress { get; init; }

    public static ToolConsole OfProcess()
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new ToolConsole(
            Console.OpenStandardInput(),
            new StreamWriter(Console.OpenStandardOutput(), encoding, bufferSize: 1 << 16),
            new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true },
            Environment.CurrentDirectory)
        {
            UsesColors = !Console.IsOutputRedirected
                && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") != "dumb",
            IsTerminal = !Console.IsOutputRedirected,
            ShowsProgress = !Console.IsErrorRedirected && !Console.IsOutputRedirected,
        };
    }

    /// <summary>A path as it is shown: relative where it is in the folder, with <c>/</c>.</summary>
    public string Display(string path)
    {
        var relative = Path.GetRelativePath(Directory, path);
        var isInside = !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return (isInside ? relative : path).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Says on one line why something could not be done.</summary>
    public void WriteError(string message) => Error.WriteLine("luagen: " + Printable.Of(message));

    /// <summary>Says on one line what is not an error, but unexpected.</summary>
    public void WriteNote(string message) => Error.WriteLine("luagen: note: " + Printable.Of(message));
}
