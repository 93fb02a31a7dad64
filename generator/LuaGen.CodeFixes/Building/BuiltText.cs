using System.Globalization;
using System.Text;
using LuaGen.Generator.CallSites;
using LuaGen.Language.Fixing;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Building;

/// <summary>
/// A script that C# builds from literals and values. The text contains a name in place of each value, so that Lua's own
/// tokens show which values are complete Lua values.
/// </summary>
internal sealed class BuiltText
{
    private const string Mark = "luagen_value_";

    private readonly StringBuilder _text = new();
    private readonly List<SourceCharacter> _characters = [];
    private readonly List<ExpressionSyntax?> _pieces = [];
    private readonly List<ExpressionSyntax> _values = [];

    private BuiltText()
    {
    }

    public string Text => _text.ToString();

    /// <summary>The values, in order.</summary>
    public IReadOnlyList<ExpressionSyntax> Values => _values;

    /// <summary><see langword="null"/> for a text that is built in other ways.</summary>
    public static BuiltText? Of(ExpressionSyntax script)
    {
        var built = new BuiltText();
        var isRead = script switch
        {
            InterpolatedStringExpressionSyntax interpolated => built.TryRead(interpolated),
            BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => built.TryRead(sum),
            _ => false,
        };
        return isRead ? built : null;
    }

    public static string NameOf(int value) => Mark + value.ToString(CultureInfo.InvariantCulture) + "_";

    /// <summary>The token that is the value, including quotes; <see langword="null"/> if the value is only part of a token, or several tokens.</summary>
    public (TextSpan Span, bool IsQuoted)? TokenOf(int value)
    {
        var text = Text;
        var name = NameOf(value);
        var lexer = new Lexer(text, HeaderPlace.AfterShebang(text), new StringTable(), new FindingBag());
        var token = default(Token);
        do
        {
            lexer.Scan(ref token);
            var span = TextSpan.FromBounds(token.Start, token.End);
            if (token.Kind == TokenKind.Name && token.Symbol!.Text == name)
            {
                return (span, false);
            }

            if (token.Kind == TokenKind.String && text[token.Start] is '\'' or '"' && span.Length == name.Length + 2 && token.Symbol!.Text == name)
            {
                return (span, true);
            }
        }
        while (token.Kind != TokenKind.EndOfFile);

        return null;
    }

    /// <summary>Replaces a value by Lua code.</summary>
    public TextChange? Replace(int value, TextSpan token, bool isQuoted, string lua)
    {
        var hole = _values[value];
        if (isQuoted)
        {
            var (first, last) = (_characters[token.Start], _characters[token.End - 1]);
            var isHere = first.IsExact && last.IsExact && first.Tree == hole.SyntaxTree && last.Tree == hole.SyntaxTree;
            return isHere && (hole.Parent is InterpolationSyntax || AreAlike(Neighbour(value, -1), Neighbour(value, 1)))
                ? new TextChange(TextSpan.FromBounds(first.Start, last.End), lua)
                : null;
        }

        if (hole.Parent is InterpolationSyntax interpolation)
        {
            return new TextChange(interpolation.Span, lua);
        }

        var (left, right) = (Neighbour(value, -1), Neighbour(value, 1));
        return left is null || !IsPlain(left) ? null
            : right is null ? new TextChange(TextSpan.FromBounds(left.Span.End - 1, hole.Span.End), lua + "\"")
            : AreAlike(left, right) ? new TextChange(TextSpan.FromBounds(left.Span.End - 1, right.SpanStart + right.Token.Text.IndexOf('"') + 1), lua)
            : null;
    }

    private bool TryRead(InterpolatedStringExpressionSyntax interpolated)
    {
        foreach (var content in interpolated.Contents)
        {
            if (content is InterpolatedStringTextSyntax text)
            {
                LiteralReader.Read(text.TextToken, _text, _characters);
            }
            else
            {
                AddValue(((InterpolationSyntax)content).Expression, content.Span);
            }
        }

        return true;
    }

    private bool TryRead(BinaryExpressionSyntax sum)
    {
        foreach (var operand in TextParts.OperandsOf(sum))
        {
            if (operand is LiteralExpressionSyntax literal && literal.Token.Value is string)
            {
                LiteralReader.Read(literal.Token, _text, _characters);
                _pieces.Add(literal);
            }
            else
            {
                _pieces.Add(operand);
                AddValue(operand, operand.Span);
            }
        }

        // C# adds operands before the first string as numbers, not as text.
        return _pieces[0] is LiteralExpressionSyntax;
    }

    private void AddValue(ExpressionSyntax value, TextSpan place)
    {
        var name = NameOf(_values.Count);
        _values.Add(value);
        _text.Append(name);
        _characters.AddRange(Enumerable.Repeat(new SourceCharacter(value.SyntaxTree, place.Start, place.End, IsExact: false), name.Length));
    }

    private LiteralExpressionSyntax? Neighbour(int value, int distance)
    {
        var index = _pieces.IndexOf(_values[value]) + distance;
        return index >= 0 && index < _pieces.Count ? _pieces[index] as LiteralExpressionSyntax : null;
    }

    private static bool AreAlike(LiteralExpressionSyntax? left, LiteralExpressionSyntax? right) =>
        left is not null && right is not null && IsPlain(left) && IsPlain(right) && left.Token.Text[0] == right.Token.Text[0];

    /// <summary><c>"…"</c> and <c>@"…"</c>, which end at one quotation mark.</summary>
    private static bool IsPlain(LiteralExpressionSyntax literal) => literal.Token.IsKind(SyntaxKind.StringLiteralToken);
}
