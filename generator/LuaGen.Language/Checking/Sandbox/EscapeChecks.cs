using System.Globalization;
using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds escapes of newer Lua and of other languages, which Lua 5.1 reads as the letter itself.</summary>
internal static class EscapeChecks
{
    private const string Known = "abfnrtv";

    public static void Check(BoundScript script, StringLiteral literal, FindingBag findings)
    {
        var text = script.Tree.Text;
        var (start, end) = (literal.Span.Start, literal.Span.End);
        if (end - start < 3 || text[start] is not ('"' or '\''))
        {
            return;
        }

        var at = text.IndexOf('\\', start + 1, end - start - 2);
        while (at >= 0 && at + 1 < end - 1)
        {
            var letter = text[at + 1];
            if (letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') && Known.IndexOf(letter) < 0)
            {
                findings.UnknownEscape(new SourceSpan(at, 2), $"\\{letter}", $"{letter}", Remedy(text, at, end, letter));
                return;
            }

            at = at + 2 < end - 1 ? text.IndexOf('\\', at + 2, end - at - 3) : -1;
        }
    }

    private static string Remedy(string text, int at, int end, char letter) => letter switch
    {
        'x' when at + 4 <= end && int.TryParse(text.Substring(at + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) => $"\\{value:000}",
        'u' => "the character itself",
        'd' or 's' or 'w' or 'D' or 'S' or 'W' => $"%{letter}",
        _ => $"\\\\{letter}",
    };
}
