using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.CallSites;

/// <summary>The script that <c>LuaScript.Prepare</c> sends for a text with <c>@names</c>: each name becomes an element of <c>ARGV</c>.</summary>
/// <param name="Sent">The script that the server receives, each character with its position in C#.</param>
/// <param name="Parameters">The names, in the order of the elements.</param>
internal sealed record PreparedText(ScriptConstant Sent, IReadOnlyList<string> Parameters)
{
    /// <remarks>
    /// Works as the client does: it also looks into comments and strings of the script. An <c>@</c> after a letter, a digit or
    /// another <c>@</c> declares no parameter, but is still replaced if a parameter has its name.
    /// </remarks>
    public static PreparedText Of(ScriptConstant script)
    {
        var text = script.Text;
        var names = Matches(text).Where(match => IsParameter(text, match.Start)).Select(match => NameOf(text, match)).Distinct(StringComparer.Ordinal).ToList();
        var sent = new StringBuilder(text.Length);
        var characters = new List<SourceCharacter>(text.Length);
        var position = 0;
        foreach (var match in Matches(text))
        {
            Copy(position, match.Start);
            position = match.Start;
            var index = names.IndexOf(NameOf(text, match));
            if (index >= 0)
            {
                Replace(match, $"ARGV[{index + 1}]");
                position = match.End;
            }
            else if (position > 0 && text[position - 1] == '@')
            {
                // "@@" is an escaped "@".
                position++;
            }
        }

        Copy(position, text.Length);
        return new PreparedText(new ScriptConstant(sent.ToString(), characters, script.Owner), names);

        void Copy(int start, int end)
        {
            sent.Append(text, start, end - start);
            characters.AddRange(script.Characters.Skip(start).Take(end - start));
        }

        void Replace(TextSpan match, string element)
        {
            var (first, last) = (script.Characters[match.Start], script.Characters[match.End - 1]);
            var place = first.Tree == last.Tree && last.End > first.Start ? first with { End = last.End } : first;
            sent.Append(element);
            characters.AddRange(Enumerable.Repeat(place, element.Length));
        }
    }

    /// <summary>Replaces elements of <c>ARGV</c> in a message by the names of the parameters.</summary>
    public string Named(string message)
    {
        for (var i = Parameters.Count; i > 0; i--)
        {
            message = message.Replace($"ARGV[{i}]", "@" + Parameters[i - 1]);
        }

        return message;
    }

    /// <summary>Every <c>@</c> that is followed by a name.</summary>
    private static IEnumerable<TextSpan> Matches(string text)
    {
        for (var i = text.IndexOf('@'); i >= 0; i = i + 1 < text.Length ? text.IndexOf('@', i + 1) : -1)
        {
            var end = i + 1;
            while (end < text.Length && (IsLetter(text[end]) || (end > i + 1 && char.IsDigit(text[end]))))
            {
                end++;
            }

            if (end > i + 1)
            {
                yield return TextSpan.FromBounds(i, end);
            }
        }
    }

    private static bool IsParameter(string text, int start) =>
        start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '@');

    private static string NameOf(string text, TextSpan match) => text.Substring(match.Start + 1, match.Length - 1);

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
}
