namespace LuaGen.Language.Syntax;

/// <summary>Recognizes constructs of newer Lua versions and other languages at the token that the compiler refuses.</summary>
internal sealed partial class Parser
{
    private readonly record struct Slip(SourceSpan Span, string What, string Remedy);

    private Slip? FindSlip() => FindOperatorSlip() ?? FindCharacterSlip() ?? FindWordSlip();

    private Slip? FindOperatorSlip()
    {
        var (start, span) = OperatorRun();
        return _text.Substring(start, span.End - start) switch
        {
            "!=" => new Slip(span, "`!=` is not a Lua operator", "write `~=`"),
            "!==" => new Slip(span, "`!==` is not a Lua operator", "write `~=`"),
            "===" => new Slip(span, "`===` is not a Lua operator", "write `==`"),
            "<>" => new Slip(span, "`<>` is not a Lua operator", "write `~=`"),
            "&&" => new Slip(span, "`&&` is not a Lua operator", "write `and`"),
            "||" => new Slip(span, "`||` is not a Lua operator", "write `or`"),
            "!" => new Slip(span, "`!` is not a Lua operator", "write `not`"),
            "++" => Increment(span),
            "+=" or "-=" or "*=" or "/=" or "%=" or "^=" or "..=" or "||=" or "&&=" or "//=" or "|=" or "&=" or "??=" =>
                Compound(span, _text.Substring(start, span.End - start)),
            "//" when AtStatementStart => new Slip(span, "`//` does not start a comment in Lua", "write `--`"),
            "//" => new Slip(span, "`//` needs Lua 5.3, and Redis runs Lua 5.1", "write `math.floor(a / b)`, or `--` for a comment"),
            "/*" or "/**" => new Slip(span, "`/*` does not start a comment in Lua", "write `--`, or `--[[ … ]]`"),
            "#" or "##" when AtStatementStart => new Slip(span, "`#` does not start a comment in Lua", "write `--`"),
            "#!" => new Slip(span, "`#!` is allowed only at the very start of the script", "move the shebang line to the top"),
            "<<" => Bitwise(span, "<<", "bit.lshift(a, b)"),
            ">>" => Bitwise(span, ">>", "bit.rshift(a, b)"),
            "&" => Bitwise(span, "&", "bit.band(a, b)"),
            "|" => Bitwise(span, "|", "bit.bor(a, b)"),
            "~" => Bitwise(span, "~", "bit.bxor(a, b)` or `bit.bnot(a)"),
            "::" => new Slip(span, "labels need Lua 5.2, and Redis runs Lua 5.1", "use `if`, a loop or a function instead of `goto`"),
            "?" or "?." or "??" => new Slip(span, $"`{_text.Substring(start, span.End - start)}` is not a Lua operator", "write `a and b or c`, or `if … then … else … end`"),
            "=>" or "->" => new Slip(span, $"`{_text.Substring(start, span.End - start)}` is not a Lua operator", "write `function(x) return … end`"),
            ";" when AtStatementStart => new Slip(span, "an empty statement needs Lua 5.2, and Redis runs Lua 5.1", "remove this `;`"),
            "<" when IsAttribute() => new Slip(span, "attributes such as `<const>` need Lua 5.4, and Redis runs Lua 5.1", "remove the attribute"),
            "=" when _previous.Kind is not (TokenKind.Equal or TokenKind.EqualEqual) && _statement.Kind is TokenKind.If or TokenKind.While or TokenKind.Repeat =>
                new Slip(span, "`=` assigns and does not compare in Lua", "write `==`"),
            "==" when _statement.Kind == TokenKind.Name => new Slip(span, "`==` compares, and a comparison is not a statement", "write `=` to assign"),
            _ => null,
        };
    }

    private Slip Increment(SourceSpan span)
    {
        var target = TargetBefore(span.Start) ?? "x";
        return new Slip(span, "Lua has no `++`", $"write `{target} = {target} + 1`");
    }

    private Slip Compound(SourceSpan span, string text)
    {
        var (target, operand) = TargetBefore(span.Start) is { } known ? (known, OperandAt(span.End)) : ("x", "y");
        var value = text.TrimEnd('=') switch
        {
            "||" or "??" => $"{target} or {operand}",
            "&&" => $"{target} and {operand}",
            "//" => $"math.floor({target} / {operand})",
            "|" => $"bit.bor({target}, {operand})",
            "&" => $"bit.band({target}, {operand})",
            var sign => $"{target} {sign} {operand}",
        };
        return new Slip(span, $"Lua has no `{text}`", $"write `{target} = {value}`");
    }

    /// <summary>The variable that the statement begins with, if nothing else precedes the operator.</summary>
    private string? TargetBefore(int end)
    {
        var text = _statement.Kind == TokenKind.Name && end - _statement.Start is > 0 and <= LongestTarget
            ? _text.Substring(_statement.Start, end - _statement.Start).TrimEnd(' ')
            : "";
        return text.Length > 0 && text.All(IsVariableCharacter) ? text : null;
    }

    /// <summary>A name or a number that ends its line; anything longer is left out.</summary>
    private string OperandAt(int start)
    {
        while (start < _text.Length && _text[start] == ' ')
        {
            start++;
        }

        var end = start;
        while (end < _text.Length && end - start <= LongestTarget && IsVariableCharacter(_text[end]))
        {
            end++;
        }

        return end > start && (end == _text.Length || _text[end] is '\r' or '\n' or ';') ? _text.Substring(start, end - start) : "…";
    }

    private const int LongestTarget = 30;

    private static bool IsVariableCharacter(char c) => Characters.IsNamePart(c) || c is '.' or '[' or ']';

    private static Slip Bitwise(SourceSpan span, string text, string remedy) => new(
        span, $"`{text}` needs Lua 5.3, and Redis runs Lua 5.1", $"write `{remedy}`");

    private bool AtStatementStart => _token.Start == _statement.Start;

    private bool IsAttribute() =>
        string.CompareOrdinal(_text, _token.End, "const>", 0, 6) == 0 || string.CompareOrdinal(_text, _token.End, "close>", 0, 6) == 0;

    /// <summary>
    /// The run of operator characters around the token. An operator of another language is several Lua tokens, and the
    /// compiler may refuse the first or a later one.
    /// </summary>
    private (int Start, SourceSpan Span) OperatorRun()
    {
        var start = _token.Start;
        var end = start;
        while (start > _statement.Start && start > _token.Start - LongestOperator && IsOperatorCharacter(_text[start - 1]))
        {
            start--;
        }

        while (end < _text.Length && end < _token.Start + LongestOperator && IsOperatorCharacter(_text[end]))
        {
            end++;
        }

        return end > _token.Start || _token.Kind == TokenKind.Semicolon
            ? (start, SourceSpan.FromBounds(start, Math.Max(end, _token.End)))
            : (_token.Start, SourceSpan.FromBounds(_token.Start, _token.End));
    }

    private const int LongestOperator = 4;

    private static bool IsOperatorCharacter(char c) =>
        c is '!' or '=' or '<' or '>' or '&' or '|' or '+' or '-' or '*' or '/' or '%' or '^' or '.' or '#' or '~' or ':' or '?';

    private Slip? FindCharacterSlip()
    {
        if (_token.Kind is not (TokenKind.Unknown or TokenKind.CloseBrace or TokenKind.OpenBrace))
        {
            return null;
        }

        var span = SourceSpan.FromBounds(_token.Start, _token.End);
        return _text[_token.Start] switch
        {
            '{' when _statement.Kind is TokenKind.If or TokenKind.While or TokenKind.For or TokenKind.Function =>
                new Slip(span, "blocks have no braces in Lua", "write `then` or `do`, and close the block with `end`"),
            '}' when AtStatementStart => new Slip(span, "no table is open here, and blocks have no braces in Lua", "close the block with `end`"),
            '`' => new Slip(span, "Lua has no backquoted strings", "write `\"…\"`, or `[[…]]` for a multi-line string"),
            '\u201C' or '\u201D' or '\u2018' or '\u2019' => new Slip(span, "typographic quotes do not delimit strings in Lua", "write `\"` or `'`"),
            '\u00A0' or '\u200B' or '\u2007' or '\u202F' => new Slip(span, $"U+{(int)_text[_token.Start]:X4} is an invisible character that Lua does not skip", "write a plain space"),
            '\uFEFF' => new Slip(span, "the script contains a byte order mark", "remove it, save the file as UTF-8, and join files without their marks"),
            '\0' => new Slip(span, "the script contains a NUL character", "remove it, and save the file as UTF-8"),
            >= '\u0080' => new Slip(span, $"U+{(int)_text[_token.Start]:X4} is allowed only in strings and comments", "name variables with `A-Z`, `a-z`, `0-9` and `_` only"),
            _ => null,
        };
    }

    /// <summary>A name that begins the statement and is a keyword in another language.</summary>
    private Slip? FindWordSlip()
    {
        if (_statement.Kind != TokenKind.Name || _statement.End != _previous.End || _statement.Symbol is not { } word)
        {
            return null;
        }

        // The compiler refuses the next token, but the name itself is the better place if it is on the same line.
        var start = _statement.Line == _lexer.Line ? _statement.Start : CurrentSpan.Start;
        var span = SourceSpan.FromBounds(start, Math.Max(start, CurrentSpan.End));
        return word.Text switch
        {
            "goto" => new Slip(span, "`goto` needs Lua 5.2, and Redis runs Lua 5.1", "use `if`, `break` or a function instead"),
            "continue" => new Slip(span, $"`continue` (line {_statement.Line}) is not a Lua statement", "put the rest of the loop body into `if … then … end`"),
            "var" or "let" or "const" when _token.Kind == TokenKind.Name => new Slip(span, $"`{word.Text}` does not declare a variable in Lua", "write `local`"),
            "elif" or "elsif" => new Slip(span, $"`{word.Text}` is not a Lua keyword", "write `elseif`"),
            "func" or "fn" or "def" => new Slip(span, $"`{word.Text}` is not a Lua keyword", "write `function`"),
            "switch" => new Slip(span, "Lua has no `switch`", "write `if … elseif … else … end`, or look the value up in a table"),
            "try" or "catch" or "throw" or "raise" => new Slip(span, $"Lua has no `{word.Text}`", "use `pcall(f)` or `redis.pcall`, and `error(…)` or `return redis.error_reply(…)`"),
            "foreach" => new Slip(span, "Lua has no `foreach`", "write `for key, value in pairs(t) do`"),
            _ => null,
        };
    }
}
