using LuaGen.Language.Syntax.Limits;

namespace LuaGen.Language.Syntax;

/// <summary>
/// Error recovery in panic mode. A report starts a panic, in which nothing more is reported. Productions continue as if
/// the missing tokens were present. The panic ends at a token that is unambiguous: the closing bracket or keyword that a
/// production waits for, or the start of a statement. So each error gives one report, and the next error gives its own.
/// </summary>
internal sealed partial class Parser
{
    private bool _isPanicking;
    private bool _stopped;

    private bool Panic
    {
        get => _isPanicking;
        set
        {
            _isPanicking = value;
            _lexer.MutedLine = value ? _lexer.Line : 0;
        }
    }

    /// <summary>The first token of the current statement.</summary>
    private Token _statement;

    private bool IsFirstOnLine => _token.Line > _previousLine;

    /// <summary>The position at which the compiler reports an error: the look-ahead token, on the line where it ends.</summary>
    private SourceSpan CurrentSpan
    {
        get
        {
            ref var token = ref _hasAhead ? ref _ahead : ref _token;
            return ScriptText.LastLineOf(_text, SourceSpan.FromBounds(token.Start, token.End));
        }
    }

    /// <summary>Takes a token that ends the panic.</summary>
    private void Resume()
    {
        Panic = false;
        Take();
    }

    private void Expect(TokenKind kind, string remedy)
    {
        if (!TryTake(kind))
        {
            ReportExpected(kind, remedy);
        }
    }

    /// <summary>The keyword between the head and the body of a statement; unexpected tokens before it are skipped.</summary>
    private void ExpectHeaderEnd(TokenKind kind, string remedy)
    {
        if (_token.Kind != kind)
        {
            ReportExpected(kind, remedy);
            if (IsFirstOnLine || !SkipTo(TokenSet.Of(kind)))
            {
                return;
            }
        }

        Resume();
    }

    private void ExpectEndOfParameters()
    {
        if (_token.Kind != TokenKind.CloseParen)
        {
            ReportExpected(TokenKind.CloseParen, "separate parameters with `,` and close the list with `)`");
            if (!SkipTo(TokenSet.Of(TokenKind.CloseParen)))
            {
                return;
            }
        }

        Resume();
    }

    /// <summary>The keyword that ends a block.</summary>
    private void Close(TokenKind kind, TokenKind opener, int line)
    {
        if (_token.Kind == kind)
        {
            Resume();
        }
        else
        {
            ReportUnclosed(kind, opener, line);
        }
    }

    private void CloseBracket(TokenKind kind, TokenKind opener, int line)
    {
        if (_token.Kind != kind)
        {
            ReportUnclosed(kind, opener, line);
            if (!SkipTo(TokenSet.Of(kind)))
            {
                return;
            }
        }

        Resume();
    }

    private void CloseIndex()
    {
        if (_token.Kind != TokenKind.CloseBracket)
        {
            ReportExpected(TokenKind.CloseBracket, "close the index with `]`");
            if (!SkipTo(TokenSet.Of(TokenKind.CloseBracket)))
            {
                return;
            }
        }

        Resume();
    }

    /// <summary>Whether the script uses a reserved word as a name: <c>t.end</c>, <c>local end = 1</c>.</summary>
    private bool IsMeantAsName()
    {
        if (!Keywords.IsReserved(_token.Kind))
        {
            return false;
        }

        var next = _token.End;
        while (next < _text.Length && _text[next] == ' ')
        {
            next++;
        }

        return (_previous.Kind is TokenKind.Dot or TokenKind.Colon && _previous.End == _token.Start)
            || (next + 1 < _text.Length && _text[next] is '=' or ',' && _text[next + 1] != '=');
    }

    /// <summary>Takes the separator between two fields; after an error inside a field, skips to the next one.</summary>
    private bool TryTakeFieldSeparator(int tableLine)
    {
        if (_token.Kind is TokenKind.Comma or TokenKind.Semicolon)
        {
            Resume();
            return true;
        }

        if (_token.Kind == TokenKind.CloseBrace)
        {
            return false;
        }

        ReportUnclosed(TokenKind.CloseBrace, TokenKind.OpenBrace, tableLine);
        if (StartsField(_token.Kind))
        {
            // Most likely only the comma is missing.
            return true;
        }

        if (!SkipTo(FieldEnds) || _token.Kind == TokenKind.CloseBrace)
        {
            return false;
        }

        Resume();
        return true;
    }

    private static readonly TokenSet FieldEnds = TokenSet.Of(TokenKind.Comma, TokenKind.Semicolon, TokenKind.CloseBrace);

    private static bool StartsField(TokenKind kind) =>
        kind is TokenKind.Name or TokenKind.String or TokenKind.Number or TokenKind.OpenBracket or TokenKind.OpenBrace
            or TokenKind.True or TokenKind.False or TokenKind.Nil;

    /// <summary>
    /// Skips to one of these tokens, outside any brackets that open on the way. Returns false, and skips less, if a
    /// statement begins first.
    /// </summary>
    private bool SkipTo(TokenSet stops)
    {
        var depth = 0;
        while (true)
        {
            if (depth == 0 && stops.Contains(_token.Kind))
            {
                return true;
            }

            if (TokenSet.OutsideExpressions.Contains(_token.Kind) || StartsStatementLine())
            {
                return false;
            }

            depth = _token.Kind switch
            {
                TokenKind.OpenParen or TokenKind.OpenBrace or TokenKind.OpenBracket => depth + 1,
                TokenKind.CloseParen or TokenKind.CloseBrace or TokenKind.CloseBracket => Math.Max(depth - 1, 0),
                _ => depth,
            };
            Skip();
        }
    }

    /// <summary>A name that begins a line, when the previous line does not need a continuation.</summary>
    private bool StartsStatementLine() =>
        _token.Kind == TokenKind.Name && IsFirstOnLine
        && _previous.Kind is not (TokenKind.Comma or TokenKind.Semicolon or TokenKind.Equal or TokenKind.OpenBrace or TokenKind.OpenParen or TokenKind.OpenBracket)
        && !Operators.TryGetBinary(_previous.Kind, out _);

    /// <summary>Skips a token, or a whole function, whose own errors are still reported.</summary>
    private void Skip()
    {
        if (_token.Kind != TokenKind.Function || _level >= Maximum.SyntaxLevels)
        {
            Take();
            return;
        }

        // The grammar does not have this recursion, so it must be counted against the level limit here.
        _level++;
        Panic = false;
        _ = ParseFunctionExpression(out _);
        Panic = true;
        _level--;
    }

    /// <summary>Whether the block has ended; after an error, first finds the next statement.</summary>
    private bool AtEndOfStatements()
    {
        while (Panic && !TokenSet.AfterBlock.Contains(_token.Kind))
        {
            if (TokenSet.OutsideExpressions.Contains(_token.Kind)
                || _token.Kind == TokenKind.Do
                || (IsFirstOnLine && _token.Kind is TokenKind.Name or TokenKind.Function))
            {
                Panic = false;
            }
            else if (_token.Kind == TokenKind.Semicolon)
            {
                Resume();
            }
            else if (_token.Kind == TokenKind.Then && _statement.Symbol?.Text is not ("elif" or "elsif"))
            {
                ParseRestOfIf();
            }
            else
            {
                Skip();
            }
        }

        return TokenSet.AfterBlock.Contains(_token.Kind);
    }

    /// <summary>A <c>then</c> without its <c>if</c>: reads the blocks, so that their <c>end</c> is not reported as superfluous.</summary>
    private void ParseRestOfIf()
    {
        var start = _token.Start;
        var line = _lexer.Line;
        Resume();
        var body = ParseBlock();
        while (_token.Kind == TokenKind.ElseIf)
        {
            _ = ParseIfClause(out _);
        }

        if (_token.Kind == TokenKind.Else)
        {
            Resume();
            _ = ParseBlock();
        }

        Close(TokenKind.End, TokenKind.If, line);
        _statements.Push(new DoStatement(SpanFrom(start), body));
    }

    /// <summary>Stops reading: every further token is the end of the file.</summary>
    private void StopReading()
    {
        _stopped = true;
        _hasAhead = false;
        _lexer.Stop();
        _token.Kind = TokenKind.EndOfFile;
        _token.End = _token.Start;
    }
}
