using LuaGen.Language.Rules;

namespace LuaGen.Language.Syntax;

/// <summary>
/// Reads tokens as Lua 5.1 does: one at a time, and only when the parser asks, so that an error inside a later token is
/// not found before an earlier syntax error. The lexer reports errors inside a token; the parser continues after it.
/// </summary>
internal sealed partial class Lexer(string text, int start, StringTable symbols, FindingBag findings)
{
    private int _position = start;

    /// <summary>The current line, from 1: the line that Redis puts in front of an error message.</summary>
    public int Line { get; private set; } = 1;

    public List<Comment> Comments { get; } = [];

    /// <summary>Whether an error inside a token was reported since the parser last checked.</summary>
    public bool Faulted { get; set; }

    /// <summary>The line of an error from which the parser is still recovering. Further errors on that line are consequences and are not reported.</summary>
    public int MutedLine { get; set; }

    public void Scan(ref Token token)
    {
        SkipTrivia();
        token.Start = _position;
        token.Line = Line;
        token.Kind = ScanToken(ref token);
        token.End = _position;
    }

    /// <summary>Makes every further token the end of the file.</summary>
    public void Stop() => _position = text.Length;

    private TokenKind ScanToken(ref Token token)
    {
        if ((uint)_position >= (uint)text.Length)
        {
            return TokenKind.EndOfFile;
        }

        var c = text[_position];
        switch (c)
        {
            case '+': return Take(TokenKind.Plus);
            case '-': return Take(TokenKind.Minus);
            case '*': return Take(TokenKind.Star);
            case '/': return Take(TokenKind.Slash);
            case '%': return Take(TokenKind.Percent);
            case '^': return Take(TokenKind.Caret);
            case '#': return Take(TokenKind.Hash);
            case '(': return Take(TokenKind.OpenParen);
            case ')': return Take(TokenKind.CloseParen);
            case '{': return Take(TokenKind.OpenBrace);
            case '}': return Take(TokenKind.CloseBrace);
            case ']': return Take(TokenKind.CloseBracket);
            case ';': return Take(TokenKind.Semicolon);
            case ':': return Take(TokenKind.Colon);
            case ',': return Take(TokenKind.Comma);
            case '=': return TakeMaybeEqual(TokenKind.Equal, TokenKind.EqualEqual);
            case '<': return TakeMaybeEqual(TokenKind.Less, TokenKind.LessEqual);
            case '>': return TakeMaybeEqual(TokenKind.Greater, TokenKind.GreaterEqual);
            case '~': return TakeMaybeEqual(TokenKind.Unknown, TokenKind.TildeEqual);
            case '"' or '\'': return ScanQuotedString(ref token, c);
            case '[': return ScanBracket(ref token);
            case '.': return ScanDots(ref token);
            default:
                return Characters.IsDigit(c) ? ScanNumber(ref token)
                    : Characters.IsNamePart(c) ? ScanName(ref token)
                    : Take(TokenKind.Unknown);
        }
    }

    private TokenKind Take(TokenKind kind)
    {
        _position++;
        return kind;
    }

    private TokenKind TakeMaybeEqual(TokenKind alone, TokenKind withEqual)
    {
        _position++;
        return TryTake('=') ? withEqual : alone;
    }

    private bool TryTake(char c)
    {
        if (Peek() != c)
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>The character at the position plus <paramref name="offset"/>; a line end after the end of the text.</summary>
    private char Peek(int offset = 0) =>
        (uint)(_position + offset) < (uint)text.Length ? text[_position + offset] : '\n';

    private TokenKind ScanName(ref Token token)
    {
        var source = text;
        var start = _position;
        var end = start;
        var hash = 0;
        for (; (uint)end < (uint)source.Length && Characters.IsNamePart(source[end]); end++)
        {
            hash = StringTable.Hash(hash, source[end]);
        }

        _position = end;
        var word = source.AsSpan(start, end - start);
        var kind = Keywords.Find(word, hash);
        if (kind == TokenKind.Name)
        {
            token.Symbol = symbols.Get(word, hash);
        }

        return kind;
    }

    /// <summary>Skips spaces, line ends and comments.</summary>
    private void SkipTrivia()
    {
        var source = text;
        for (; (uint)_position < (uint)source.Length;)
        {
            var c = source[_position];
            if (Characters.IsLineEnd(c))
            {
                TakeLineEnd();
            }
            else if (Characters.IsSpace(c))
            {
                _position++;
            }
            else if (c == '-' && Peek(1) == '-')
            {
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipComment()
    {
        var start = _position;
        _position += 2;
        var isLong = Peek() == '[' && MeasureLongBracket() >= 0;
        if (isLong)
        {
            ScanLongBracket(start, MeasureLongBracket(), isComment: true);
        }
        else
        {
            var length = text.AsSpan(_position).IndexOfAny('\n', '\r');
            _position = length < 0 ? text.Length : _position + length;
        }

        Comments.Add(new Comment(SourceSpan.FromBounds(start, _position), isLong));
    }

    /// <summary>Takes LF, CR, CRLF or LFCR; each is one line end.</summary>
    private void TakeLineEnd()
    {
        var first = text[_position++];
        if ((uint)_position < (uint)text.Length && text[_position] is '\n' or '\r' && text[_position] != first)
        {
            _position++;
        }

        Line++;
    }

    /// <summary>Records an error inside a token; returns false if it must not be reported.</summary>
    private bool Fault()
    {
        Faulted = true;
        return Line != MutedLine;
    }

    /// <summary>The part of the text from <paramref name="start"/> that is on the current line.</summary>
    private SourceSpan OnThisLine(int start) => ScriptText.LastLineOf(text, SourceSpan.FromBounds(start, _position));
}
