using System.Text.RegularExpressions;

namespace LuaGen.Language.Tests.Syntax.Differential;

/// <summary>Breaks scripts in the ways that people and merges do. The same seed gives the same mutants.</summary>
internal sealed partial class Mutator(int seed)
{
    public static readonly string[] Snippets =
    [
        " ", "\n", "\r", "\r\n", "\n\r", ";", ",", ".", "..", "...", ":", "::", "(", ")", "{", "}", "[", "]", "[[", "]]", "[=[", "]=]", "--", "--[[",
        "'", "\"", "\\", "=", "==", "~=", "~", "!=", "!", "+", "+=", "-", "*", "/", "//", "%", "^", "#", "&", "|", "<", ">", "<<", "?", "@", "$", "`",
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "if", "in", "local", "nil", "not", "or", "repeat", "return", "then",
        "true", "until", "while", "goto", "continue", "0", "1", "0x", "0x1p4", "1e", "1e5", "3..2", "08", ".5", "\\300", "\\65", "\\x41", "\0", "\t", "\v", "\f",
        "\u00e9", "\ufeff", "\u00a0", "#!lua", "#!lua flags=no-writes\n", "x", "KEYS[1]", "f(", "f()", "x=", "a.b", "a:b", "local x", "return 1", "end end",
    ];

    private readonly Random _random = new(seed);

    public string Mutate(string script)
    {
        var mutant = script;
        for (var changes = _random.Next(4) == 0 ? 2 + _random.Next(3) : 1; changes > 0; changes--)
        {
            mutant = Change(mutant);
        }

        return mutant;
    }

    private string Change(string text)
    {
        if (text.Length < 2)
        {
            return text + Snippet();
        }

        var at = _random.Next(text.Length);
        switch (_random.Next(11))
        {
            case 0:
                return text.Remove(at, 1);
            case 1:
                return text.Remove(at, Math.Min(1 + _random.Next(20), text.Length - at));
            case 2 or 3:
                return text.Insert(at, Snippet());
            case 4:
                return text.Remove(at, 1).Insert(at, Snippet());
            case 5:
                return text[..at];
            case 6:
                var length = Math.Min(1 + _random.Next(40), text.Length - at);
                return text.Insert(_random.Next(text.Length), text.Substring(at, length));
            case 7:
                return SwapTokens(text);
            case 8:
                return ChangeToken(text, _ => "");
            case 9:
                return ChangeToken(text, _ => Snippet());
            default:
                return ChangeToken(text, token => token + " " + token);
        }
    }

    private string Snippet() => Snippets[_random.Next(Snippets.Length)];

    private string ChangeToken(string text, Func<string, string> change)
    {
        var tokens = Token().Matches(text);
        if (tokens.Count == 0)
        {
            return text + Snippet();
        }

        var token = tokens[_random.Next(tokens.Count)];
        return text[..token.Index] + change(token.Value) + text[(token.Index + token.Length)..];
    }

    private string SwapTokens(string text)
    {
        var tokens = Token().Matches(text);
        if (tokens.Count < 2)
        {
            return text;
        }

        var first = _random.Next(tokens.Count - 1);
        var second = Math.Min(first + 1 + _random.Next(3), tokens.Count - 1);
        var (a, b) = (tokens[first], tokens[second]);
        return string.Concat(text.AsSpan(0, a.Index), b.Value, text.AsSpan(a.Index + a.Length, b.Index - a.Index - a.Length), a.Value)
            + text[(b.Index + b.Length)..];
    }

    [GeneratedRegex(@"\w+|""[^""\n]*""|'[^'\n]*'|[^\w\s]")]
    private static partial Regex Token();
}
