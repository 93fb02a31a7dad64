using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing;

/// <summary>
/// What surrounds a position, read from tokens alone: it is known while the text does not parse, which is the usual state of
/// a text that is being written.
/// </summary>
internal sealed class CursorContext
{
    private readonly string _text;
    private readonly List<Frame> _frames = [];
    private readonly Token[] _recent = new Token[8];
    private int _count;

    private CursorContext(string text, int offset) => (_text, Offset, Word) = (text, offset, new SourceSpan(offset, 0));

    public int Offset { get; }

    /// <summary>The comment that contains the position.</summary>
    public Comment? Comment { get; private set; }

    /// <summary>The content of the string that contains the position, up to its end or the end of its line.</summary>
    public SourceSpan? String { get; private set; }

    /// <summary>The name or number at the position, from its first character to its last.</summary>
    public SourceSpan Word { get; private set; }

    /// <summary>The names before the word, if a dot or a colon joins them to it: <c>redis</c> in <c>redis.ca</c>.</summary>
    public IReadOnlyList<string> Path { get; private set; } = [];

    /// <summary>The token before the word.</summary>
    public TokenKind Previous => Recent(0).Kind;

    /// <summary>The innermost call; <see langword="null"/> outside of calls, and in a function or table inside of one.</summary>
    public CallFrame? Call => _frames.Count > 0 ? _frames[_frames.Count - 1].Call : null;

    /// <summary>The table constructors that the position is in, up to the call that takes the outermost one; the innermost comes first.</summary>
    public IReadOnlyList<TableFrame> Tables => [.. Enumerable.Reverse(_frames).TakeWhile(frame => frame.Table is not null).Select(frame => frame.Table!)];

    /// <summary>The call whose first argument is the outermost of these tables.</summary>
    public CallFrame? TableCall =>
        Tables is not [.., { } outermost] ? null
        : outermost.Call ?? (Tables.Count < _frames.Count && _frames[_frames.Count - Tables.Count - 1].Call is { Active: 0 } call ? call : null);

    /// <summary>The name before the bracket that the position is in: <c>KEYS</c> in <c>KEYS[1</c>.</summary>
    public string? Indexed => _frames.Count > 0 && _frames[_frames.Count - 1] is { Kind: TokenKind.OpenBracket, Target: { } target } ? target : null;

    public static CursorContext At(SyntaxTree tree, int offset)
    {
        var context = new CursorContext(tree.Text, offset);
        context.Scan(tree.Shebang?.Span.End ?? 0);
        return context;
    }

    private void Scan(int start)
    {
        var lexer = new Lexer(_text, start, new StringTable(), new FindingBag());
        var token = default(Token);
        while (true)
        {
            lexer.Scan(ref token);
            if (token.Kind == TokenKind.EndOfFile || token.Start >= Offset || (token.End >= Offset && IsOpenAt(token)))
            {
                break;
            }

            Note(token);
            Remember(token);
        }

        foreach (var comment in lexer.Comments)
        {
            var isOpen = !comment.IsLong || comment.Span.End == _text.Length;
            if (comment.Span.Start + 2 <= Offset && (Offset < comment.Span.End || (isOpen && Offset == comment.Span.End)))
            {
                Comment = comment;
                return;
            }
        }

        if (token.Kind != TokenKind.EndOfFile && token.Start <= Offset && token.End >= Offset)
        {
            SetCurrent(token);
        }

        SetPath();
        if (_frames is [.., { Table: { } table }])
        {
            ScanRest(lexer, token, table);
        }
    }

    /// <summary>Reads the elements of a table after the position, up to its end.</summary>
    private void ScanRest(Lexer lexer, Token token, TableFrame table)
    {
        // A token at the position is the one that is written.
        if (token.Start < Offset || Word.Length > 0)
        {
            lexer.Scan(ref token);
        }

        var field = table.Field;
        var (previous, before) = (default(Token), default(Token));
        for (var depth = 0; depth >= 0 && token.Kind != TokenKind.EndOfFile; lexer.Scan(ref token))
        {
            depth += token.Kind is TokenKind.OpenBrace or TokenKind.OpenParen or TokenKind.Function or TokenKind.If or TokenKind.Do or TokenKind.Repeat ? 1
                : token.Kind is TokenKind.CloseBrace or TokenKind.CloseParen or TokenKind.End or TokenKind.Until ? -1
                : 0;
            if (depth == 0)
            {
                table.Add(token, previous, before);
                (previous, before) = (token, previous);
            }
        }

        table.Field = field;
    }

    /// <summary>Whether a token that reaches the position is still being written there.</summary>
    private bool IsOpenAt(in Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Number => true,
        TokenKind.String => token.End > Offset || !IsTerminated(token),
        _ => Keywords.IsReserved(token.Kind) || token.End > Offset,
    };

    private void SetCurrent(in Token token)
    {
        if (token.Kind == TokenKind.String)
        {
            var marks = _text[token.Start] == '[' ? _text.IndexOf('[', token.Start + 1) - token.Start + 1 : 1;
            if (token.Start + marks <= Offset)
            {
                String = SourceSpan.FromBounds(token.Start + marks, Math.Max(token.Start + marks, IsTerminated(token) ? token.End - marks : token.End));
            }
        }
        else if (token.Kind is TokenKind.Name or TokenKind.Number || Keywords.IsReserved(token.Kind))
        {
            Word = SourceSpan.FromBounds(token.Start, token.End);
        }
    }

    private bool IsTerminated(in Token token) =>
        token.End - token.Start >= 2 && (_text[token.Start] == '[' ? _text[token.End - 1] == ']' : _text[token.End - 1] == _text[token.Start] && !EndsWithEscape(token));

    private bool EndsWithEscape(in Token token)
    {
        var backslashes = 0;
        for (var i = token.End - 2; i > token.Start && _text[i] == '\\'; i--)
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    private void SetPath()
    {
        if (String is null)
        {
            var names = new List<string>();
            for (var back = 0; Recent(back).Kind is TokenKind.Dot or TokenKind.Colon && Recent(back + 1).Kind == TokenKind.Name; back += 2)
            {
                names.Insert(0, Recent(back + 1).Symbol!.Text);
            }

            Path = names;
        }
    }

    private void Note(in Token token)
    {
        if (_frames is [.., { Table: { } table }])
        {
            table.Add(token, Recent(0), Recent(1));
        }

        switch (token.Kind)
        {
            case TokenKind.OpenParen or TokenKind.OpenBrace or TokenKind.OpenBracket:
                AddToArgument(token);
                _frames.Add(new Frame(token.Kind, token.Start)
                {
                    Call = token.Kind == TokenKind.OpenParen ? CallAt(token) : null,
                    Table = token.Kind == TokenKind.OpenBrace ? new TableFrame(CallAt(token)) : null,
                    Target = TargetBefore(0),
                });
                break;
            case TokenKind.CloseParen or TokenKind.CloseBrace or TokenKind.CloseBracket:
                var opener = token.Kind - 1;
                Close(frame => frame.Kind == opener);
                AddToArgument(token);
                break;
            case TokenKind.Function or TokenKind.Do or TokenKind.If or TokenKind.Repeat:
                CloseBrokenCalls(token.Kind);
                AddToArgument(token);
                _frames.Add(new Frame(token.Kind, token.Start));
                break;
            case TokenKind.End or TokenKind.Until:
                var isUntil = token.Kind == TokenKind.Until;
                Close(frame => (frame.Kind == TokenKind.Repeat) == isUntil && IsBlock(frame.Kind));
                AddToArgument(token);
                break;
            case TokenKind.Local or TokenKind.Return or TokenKind.For or TokenKind.While or TokenKind.Break or TokenKind.Else or TokenKind.ElseIf:
                CloseBrokenCalls(token.Kind);
                break;
            case TokenKind.Comma when Call is { } call:
                call.Arguments.Add(new FrameArgument());
                break;
            default:
                AddToArgument(token);
                break;
        }
    }

    private void AddToArgument(in Token token)
    {
        if (Call is { } call)
        {
            call.Arguments[call.Active].Add(token, _text);
        }
    }

    /// <summary>A statement begins only where all calls before it have ended, whether their parentheses are closed or not.</summary>
    private void CloseBrokenCalls(TokenKind statement)
    {
        while (statement != TokenKind.Function && _frames.Count > 0 && !IsBlock(_frames[_frames.Count - 1].Kind))
        {
            _frames.RemoveAt(_frames.Count - 1);
        }
    }

    private void Close(Func<Frame, bool> isOpener)
    {
        var index = _frames.FindLastIndex(frame => isOpener(frame));
        if (index >= 0)
        {
            _frames.RemoveRange(index, _frames.Count - index);
        }
    }

    private CallFrame? CallAt(in Token open)
    {
        var names = new List<string>();
        var back = 0;
        while (Recent(back).Kind == TokenKind.Name)
        {
            names.Insert(0, Recent(back).Symbol!.Text);
            if (Recent(back + 1).Kind is not (TokenKind.Dot or TokenKind.Colon))
            {
                break;
            }

            back += 2;
        }

        var isDeclaration = Recent(0).Kind == TokenKind.Function || (names.Count > 0 && Recent(back + 1).Kind == TokenKind.Function);
        var isCall = names.Count > 0 || Recent(0).Kind is TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.String;
        return isCall && !isDeclaration ? new CallFrame(names, names.Count > 0 ? Recent(back).Start : open.Start, open.End) : null;
    }

    private string? TargetBefore(int back) => Recent(back).Kind == TokenKind.Name && Recent(back + 1).Kind is not (TokenKind.Dot or TokenKind.Colon) ? Recent(back).Symbol!.Text : null;

    private static bool IsBlock(TokenKind kind) => kind is TokenKind.Function or TokenKind.Do or TokenKind.If or TokenKind.Repeat;

    private void Remember(in Token token) => _recent[_count++ % _recent.Length] = token;

    /// <summary>A token before the position: 0 is the last one.</summary>
    private Token Recent(int back) => back < _count && back < _recent.Length ? _recent[(_count - 1 - back) % _recent.Length] : default;

    /// <summary>A bracket or a block that is open at the position.</summary>
    private sealed record Frame(TokenKind Kind, int Start)
    {
        public CallFrame? Call { get; init; }

        public TableFrame? Table { get; init; }

        /// <summary>The name before the bracket.</summary>
        public string? Target { get; init; }
    }
}
