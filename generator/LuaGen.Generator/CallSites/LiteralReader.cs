using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Maps each character of a literal's value to its position in the source. The value comes from the compiler; if the
/// mapping disagrees with it, every character maps to the whole literal.
/// </summary>
internal static class LiteralReader
{
    public static void Read(SyntaxToken token, StringBuilder text, List<SourceCharacter> characters)
    {
        var value = HasDoubledBraces(token) ? token.ValueText.Replace("{{", "{").Replace("}}", "}") : token.ValueText;
        var places = Places(token, value);
        for (var i = 0; i < value.Length; i++)
        {
            var (start, end) = places is null ? (0, token.Span.Length) : places[i];
            characters.Add(new SourceCharacter(token.SyntaxTree!, token.SpanStart + start, token.SpanStart + end, IsExact: places is not null));
        }

        text.Append(value);
    }

    /// <summary>The token's value still contains the doubled braces; the compiler reduces them when it binds the string.</summary>
    private static bool HasDoubledBraces(SyntaxToken token) =>
        token.IsKind(SyntaxKind.InterpolatedStringTextToken)
        && (token.Parent?.Parent as InterpolatedStringExpressionSyntax)?.StringStartToken.Kind() is SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken;

    /// <summary>Start and end of each character, relative to the token's start.</summary>
    private static List<(int Start, int End)>? Places(SyntaxToken token, string value)
    {
        var source = token.Text;
        var places = new List<(int, int)>(value.Length);
        var isRead = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when source.StartsWith("@", StringComparison.Ordinal) => TryDouble(source, 2, source.Length - 1, value, "\"", places),
            SyntaxKind.StringLiteralToken => TryUnescape(source, 1, source.Length - 1, value, places),
            SyntaxKind.SingleLineRawStringLiteralToken => TryAlign(source, QuotesOf(source), value, places),
            SyntaxKind.MultiLineRawStringLiteralToken => TryAlign(source, source.IndexOf('\n') + 1, value, places),
            SyntaxKind.InterpolatedStringTextToken => TryInterpolated(token, source, value, places),
            _ => false,
        };

        return isRead && places.Count == value.Length ? places : null;
    }

    private static bool TryInterpolated(SyntaxToken token, string source, string value, List<(int, int)> places) =>
        (token.Parent?.Parent as InterpolatedStringExpressionSyntax)?.StringStartToken.Kind() switch
        {
            SyntaxKind.InterpolatedStringStartToken => TryUnescape(source, 0, source.Length, value, places, hasBraces: true),
            SyntaxKind.InterpolatedVerbatimStringStartToken => TryDouble(source, 0, source.Length, value, "\"{}", places),
            _ => TryAlign(source, 0, value, places),
        };

    /// <summary><c>"…"</c>, with every escape sequence of C#.</summary>
    private static bool TryUnescape(string source, int start, int end, string value, List<(int, int)> places, bool hasBraces = false)
    {
        for (var i = start; i < end;)
        {
            var isBrace = hasBraces && source[i] is '{' or '}';
            var length = source[i] == '\\' ? EscapeLength(source, i, end) : isBrace ? 2 : 1;
            var units = source[i] == '\\' && i + 1 < end && source[i + 1] == 'U' && IsBeyondBasicPlane(source, i + 2) ? 2 : 1;
            for (var unit = 0; unit < units; unit++)
            {
                places.Add((i, i + length));
            }

            // A character without an escape equals its value: a cheap proof that source and value are still in step.
            if (length == 1 && (places.Count > value.Length || value[places.Count - 1] != source[i]))
            {
                return false;
            }

            i += length;
        }

        return true;
    }

    private static int EscapeLength(string source, int start, int end)
    {
        var digits = start + 1 >= end ? 0 : source[start + 1] switch
        {
            'u' => 4,
            'U' => 8,
            'x' => 4,
            _ => 0,
        };

        var isVariable = digits > 0 && source[start + 1] == 'x';
        var length = 2;
        while (length < 2 + digits && start + length < end && (!isVariable || Uri.IsHexDigit(source[start + length])))
        {
            length++;
        }

        return length;
    }

    private static bool IsBeyondBasicPlane(string source, int start) =>
        start + 8 <= source.Length
        && int.TryParse(source.Substring(start, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codePoint)
        && codePoint > char.MaxValue;

    /// <summary><c>@"…"</c>: doubled characters are the only escapes.</summary>
    private static bool TryDouble(string source, int start, int end, string value, string doubled, List<(int, int)> places)
    {
        for (var i = start; i < end;)
        {
            var length = doubled.IndexOf(source[i]) >= 0 ? 2 : 1;
            if (places.Count == value.Length || value[places.Count] != source[i])
            {
                return false;
            }

            places.Add((i, i + length));
            i += length;
        }

        return true;
    }

    /// <summary><c>"""…"""</c>: verbatim except for indentation. Only white space is removed, so the next equal character is the right one.</summary>
    private static bool TryAlign(string source, int start, string value, List<(int, int)> places)
    {
        var position = start;
        foreach (var c in value)
        {
            while (position < source.Length && source[position] != c && source[position] is ' ' or '\t')
            {
                position++;
            }

            if (position >= source.Length || source[position] != c)
            {
                return false;
            }

            places.Add((position, ++position));
        }

        return true;
    }

    private static int QuotesOf(string source) => source.Length - source.TrimStart('"').Length;
}
