using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>An example script for a rule.</summary>
/// <param name="Id">The ID of the rule.</param>
/// <param name="Shown">The script as the table shows it.</param>
/// <param name="Files">The scripts that are compiled; the first one is sent to the server, or all of them if they are libraries.</param>
/// <param name="IsForCluster">Whether the script is sent to a cluster node.</param>
/// <param name="Servers">The project's <c>LuaGenServers</c>.</param>
internal sealed partial record Example(string Id, string Shown, IReadOnlyList<TestScript> Files, bool IsForCluster, string Servers)
{
    public string Script => Files[0].GetText()!.ToString();

    public bool IsLibrary => Script.StartsWith("#!lua name=", StringComparison.Ordinal);

    public static Example[] ReadAll(string path) =>
        [.. ("\n" + System.IO.File.ReadAllText(path)).Split("\n== ", StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    private static Example Read(string block)
    {
        var (head, body) = (block[..block.IndexOf('\n', StringComparison.Ordinal)], block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimEnd('\n'));
        var words = head.Split(' ');
        var files = body.StartsWith("==> ", StringComparison.Ordinal)
            ? body.Split("==> ", StringSplitOptions.RemoveEmptyEntries).Select(file => file.Split('\n', 2)).Select(file => File(file[0], file[1].TrimEnd('\n')))
            : [File("Scripts/Test/Script.lua", body)];
        var servers = head.Split("servers=", 2) is [_, var list] ? list : "";
        return new Example(words[0], body, [.. files], words.Contains("cluster"), servers);
    }

    /// <summary>Creates the file; <c>⟪byte 80⟫</c> makes it invalid UTF-8.</summary>
    private static TestScript File(string path, string text) => Byte().IsMatch(text)
        ? TestScript.FromBytes(path, Encoding.Latin1.GetBytes(Byte().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())))
        : new TestScript(path, Expand(text));

    /// <summary>Expands escapes for text that cannot be shown as it is: <c>⟪U+202E⟫</c>, <c>⟪text* 250⟫</c>.</summary>
    private static string Expand(string text) => Escaped().Replace(text, match => match.Groups["code"] is { Success: true } code
        ? ((char)int.Parse(code.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
        : string.Concat(Enumerable.Repeat(match.Groups["text"].Value, int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture))));

    [GeneratedRegex("⟪byte ([0-9A-F]{2})⟫")]
    private static partial Regex Byte();

    [GeneratedRegex(@"⟪(U\+(?<code>[0-9A-F]{4})|(?<text>[^⟫]*)\* (?<count>\d+))⟫")]
    private static partial Regex Escaped();
}
