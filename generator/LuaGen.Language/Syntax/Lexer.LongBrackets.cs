using System.Text;

namespace LuaGen.Language.Syntax;

/// <summary>Long brackets, <c>[[ … ]]</c> and <c>[=[ … ]=]</c>, in strings and comments.</summary>
internal sealed partial class Lexer
{
    private TokenKind ScanBracket(ref Token token)
    {
        var level = MeasureLongBracket();
        if (level >= 0)
        {
            token.Symbol = symbols.Get(ScanLongBracket(token.Start, level, isComment: false));
            return TokenKind.String;
        }

        if (Peek(1) != '=')
        {
            return Take(TokenKind.OpenBracket);
        }

        do
        {
            _position++;
        }
        while (Peek() == '=');
        token.Symbol = symbols.Get("");
        if (Fault())
        {
            findings.InvalidLongBracket(OnThisLine(token.Start), text.Substring(token.Start, _position - token.Start));
        }
        return TokenKind.String;
    }

    /// <summary>The level (number of equal signs) of the long bracket that opens at the current position; negative if none does.</summary>
    private int MeasureLongBracket()
    {
        var level = 0;
        while (Peek(level + 1) == '=')
        {
            level++;
        }

        return Peek(level + 1) == '[' ? level : -1;
    }

    /// <summary>Scans from the opening bracket and returns the value; the value of a comment is not built.</summary>
    private string ScanLongBracket(int start, int level, bool isComment)
    {
        var line = Line;
        _position += level + 2;
        if (_position < text.Length && Characters.IsLineEnd(text[_position]))
        {
            TakeLineEnd();
        }

        var value = isComment ? null : new StringBuilder();
        while (true)
        {
            var length = text.AsSpan(_position).IndexOfAny(Stops.AsSpan());
            var stop = length < 0 ? text.Length : _position + length;
            value?.Append(text, _position, stop - _position);
            _position = stop;
            if (stop == text.Length)
            {
                if (Fault())
                {
                    findings.UnfinishedLongBracket(OnThisLine(start), isComment, level, line);
                }
                return "";
            }

            switch (text[stop])
            {
                case ']' when TryTakeClosing(level):
                    return value?.ToString() ?? "";
                case '[' when level == 0 && Peek(1) == '[':
                    findings.NestedLongBracket(new SourceSpan(stop, 2));
                    value?.Append("[[");
                    _position += 2;
                    break;
                case '\n' or '\r':
                    TakeLineEnd();
                    value?.Append('\n');
                    break;
                default:
                    value?.Append(text[stop]);
                    _position++;
                    break;
            }
        }
    }

    private const string Stops = "]\n\r[";

    private bool TryTakeClosing(int level)
    {
        var length = 1;
        while (length <= level && Peek(length) == '=')
        {
            length++;
        }

        if (length != level + 1 || Peek(length) != ']')
        {
            return false;
        }

        _position += length + 1;
        return true;
    }
}
