using System.Text;

namespace LuaGen.Tool.Tests;

/// <summary>What a run of the tool in this process came to.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of findings, without the source lines below them and the sum.</summary>
    public string[] Findings => [.. Output.Split('\n').Where(line => line.Contains("): ", StringComparison.Ordinal) && line.Contains(" LUA", StringComparison.Ordinal))];

    public static ToolResult Of(string folder, string input, string[] arguments, bool usesColors = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(input));
        var code = LuaGenTool.Run(arguments, new ToolConsole(bytes, output, error, folder) { UsesColors = usesColors });
        return new ToolResult(code, output.ToString(), error.ToString());
    }
}
