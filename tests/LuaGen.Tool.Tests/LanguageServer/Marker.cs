using System.Globalization;
using System.Text.RegularExpressions;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>
/// What a feature shows at a place, written below it as a comment:
/// <code>
/// local stock = redis.call('GET', KEYS[1])
/// --    ^ hover: string, or false when the key is missing
/// </code>
/// The caret is below the place. <c>--@0</c> names a column instead, for those below the two dashes; <c>--&gt;</c> is about the whole line,
/// and <c>--=</c> about the file. The server never sees these lines.
/// </summary>
/// <param name="Number">The line of the comment in the file.</param>
/// <param name="Prefix">The comment up to the colon.</param>
/// <param name="Line">The line that it is about, in the text without markers.</param>
/// <param name="Column">The column; -1 for the whole line.</param>
/// <param name="Kind">The feature.</param>
/// <param name="Argument">What is handed to it, such as a new name.</param>
/// <param name="Expected">What it shows.</param>
internal sealed partial record Marker(int Number, string Prefix, int Line, int Column, string Kind, string Argument, string Expected)
{
    /// <summary>The text without markers, and the markers.</summary>
    public static (string Text, IReadOnlyList<Marker> Markers) Parse(string file)
    {
        var text = new List<string>();
        var markers = new List<Marker>();
        var lines = file.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Form().Match(lines[i]) is { Success: true } match)
            {
                var sign = match.Groups["sign"];
                var column = sign.Value[0] switch { '^' => sign.Index, '@' => int.Parse(sign.ValueSpan[1..], CultureInfo.InvariantCulture), _ => -1 };
                markers.Add(new Marker(i, match.Groups["prefix"].Value, Math.Max(0, text.Count - 1), column, match.Groups["kind"].Value, match.Groups["argument"].Value, match.Groups["expected"].Value));
            }
            else
            {
                text.Add(lines[i]);
            }
        }

        return (string.Join('\n', text), markers);
    }

    [GeneratedRegex("^(?<prefix>\\s*--\\s*(?<sign>\\^+|@\\d+|>|=) ?(?<kind>[a-z]+)(?: (?<argument>[^:]+))?:)(?: (?<expected>.*))?$")]
    private static partial Regex Form();
}
