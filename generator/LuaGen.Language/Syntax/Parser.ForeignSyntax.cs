using LuaGen.Language.Rules;

namespace LuaGen.Language.Syntax;

/// <summary>Recognizes constructs of newer Lua versions and other languages at the token that the compiler refuses.</summary>
internal sealed partial class Parser
{
    private readonly record struct ForeignConstruct(SourceSpan Span, string What, string Remedy, Replacement? Replacement = null);

    private ForeignConstruct? FindForeignConstruct() => FindForeignOperator() ?? FindForeignCharacter() ?? FindForeignKeyword();

    private ForeignConstruct? FindForeignOperator()
    {
        var (start, span) = OperatorRun();
        return _text.Substring(start, span.End - start) switch
        {
            "!=" => Operator(start, span, "~="),
            "!==" => Operator(start, span, "~="),
            "===" => Operator(start, span, "=="),
            "<>" => Operator(start, span, "~="),
            "&&" => Operator(start, span, "and"),
            "||" => Operator(start, span, "or"),
            "!" => Operator(start, span, "not"),
            "++" => Increment(span),
            "+=" or "-=" or "*=" or "/=" or "%=" or "^=" or "..=" or "||=" or "&&=" or "//=" or "|=" or "&=" or "??=" =>
                Compound(span, _text.Substring(start, span.End - start)),
            "//" when AtStatementStart => new ForeignConstruct(span, "`//` does not start a comment in Lua", "write `--`", new Replacement(span, "--")),
            "//" => new ForeignConstruct(span, "`//` needs Lua 5.3, and Redis runs Lua 5.1", "write `math.floor(a / b)`, or `--` for a comment"),
            "/*" or "/**" => new ForeignConstruct(span, "`/*` does not start a comment in Lua", "write `--`, or `--[[ … ]]`"),
            "#" or "##" when AtStatementStart => new ForeignConstruct(span, "`#` does not start a comment in Lua", "write `--`", new Replacement(span, "--")),
            "#!" => new ForeignConstruct(span, "`#!` is allowed only at the very start of the script", "move the shebang line to the top"),
            "<<" => Bitwise(span, "<<", "bit.lshift(a, b)"),
            ">>" => Bitwise(span, ">>", "bit.rshift(a, b)"),
            "&" => Bitwise(span, "&", "bit.band(a, b)"),
            "|" => Bitwise(span, "|", "bit.bor(a, b)"),
            "~" => Bitwise(span, "~", "bit.bxor(a, b)` or `bit.bnot(a)"),
            "::" => new ForeignConstruct(span, "labels need Lua 5.2, and Redis runs Lua 5.1", "use `if`, a loop or a function instead of `goto`"),
            "?" or "?." or "??" => new ForeignConstruct(span, $"`{_text.Substring(start, span.End - start)}` is not a Lua operator", "write `a and b or c`, or `if … then … else … end`"),
            "=>" or "->" => new ForeignConstruct(span, $"`{_text.Substring(start, span.End - start)}` is not a Lua operator", "write `function(x) return … end`"),
            ";" when AtStatementStart => new ForeignConstruct(span, "an empty statement needs Lua 5.2, and Redis runs Lua 5.1", "remove this `;`", new Replacement(span, "")),
            "<" when IsAttribute() => new ForeignConstruct(span, "attributes such as `<const>` need Lua 5.4, and Redis runs Lua 5.1", "remove the attribute"),
            "=" when _previous.Kind is not (TokenKind.Equal or TokenKind.EqualEqual) && _statement.Kind is TokenKind.If or TokenKind.While or TokenKind.Repeat =>
                new ForeignConstruct(span, "`=` assigns and does not compare in Lua", "write `==`", new Replacement(span, "==")),
            "==" when _statement.Kind == TokenKind.Name => new ForeignConstruct(span, "`==` compares, and a comparison is not a statement", "write `=` to assign"),
            _ => null,
        };
    }

    private ForeignConstruct Increment(SourceSpan span)
    {
        var target = TargetBefore(span.Start);
        var code = $"{target ?? "x"} = {target ?? "x"} + 1";
        return new ForeignConstruct(span, "Lua has no `++`", $"write `{code}`", target is null ? null : new Replacement(SourceSpan.FromBounds(_statement.Start, span.End), code));
    }

    private ForeignConstruct Compound(SourceSpan span, string text)
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
        var code = $"{target} = {value}";
        return new ForeignConstruct(span, $"Lua has no `{text}`", $"write `{code}`", operand == Unknown || TargetBefore(span.Start) is null
            ? null
            : new Replacement(SourceSpan.FromBounds(_statement.Start, _text.IndexOf(operand, span.End, StringComparison.Ordinal) + operand.Length), code));
    }

    private const string Unknown = "…";

    private ForeignConstruct Operator(int start, SourceSpan span, string operation)
    {
        // A word needs spaces where the operator has none.
        var isWord = Characters.IsNamePart(operation[0]);
        var before = isWord && start > 0 && !Characters.IsSpace(_text[start - 1]) && _text[start - 1] != '(' ? " " : "";
        var after = isWord && span.End < _text.Length && !Characters.IsSpace(_text[span.End]) ? " " : "";
        return new ForeignConstruct(
            span, $"`{_text.Substring(start, span.End - start)}` is not a Lua operator", $"write `{operation}`",
            new Replacement(SourceSpan.FromBounds(start, span.End), before + operation + after));
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

        return end > start && (end == _text.Length || _text[end] is '\r' or '\n' or ';') ? _text.Substring(start, end - start) : Unknown;
    }

    private const int LongestTarget = 30;

    private static bool IsVariableCharacter(char c) => Characters.IsNamePart(c) || c is '.' or '[' or ']';

    private static ForeignConstruct Bitwise(SourceSpan span, string text, string remedy) => new(
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

    private ForeignConstruct? FindForeignCharacter()
    {
        if (_token.Kind is not (TokenKind.Unknown or TokenKind.CloseBrace or TokenKind.OpenBrace))
        {
            return null;
        }

        var span = SourceSpan.FromBounds(_token.Start, _token.End);
        return _text[_token.Start] switch
        {
            '{' when _statement.Kind is TokenKind.If or TokenKind.While or TokenKind.For or TokenKind.Function =>
                new ForeignConstruct(span, "blocks have no braces in Lua", "write `then` or `do`, and close the block with `end`"),
            '}' when AtStatementStart => new ForeignConstruct(span, "no table is open here, and blocks have no braces in Lua", "close the block with `end`"),
            '`' => new ForeignConstruct(span, "Lua has no backquoted strings", "write `\"…\"`, or `[[…]]` for a multi-line string"),
            '\u201C' or '\u201D' or '\u2018' or '\u2019' => new ForeignConstruct(span, "typographic quotes do not delimit strings in Lua", "write `\"` or `'`"),
            '\u00A0' or '\u200B' or '\u2007' or '\u202F' => new ForeignConstruct(span, $"U+{(int)_text[_token.Start]:X4} is an invisible character that Lua does not skip", "write a plain space", new Replacement(span, " ")),
            '\uFEFF' => new ForeignConstruct(span, "the script contains a byte order mark", "remove it, save the file as UTF-8, and join files without their marks"),
            '\0' => new ForeignConstruct(span, "the script contains a NUL character", "remove it, and save the file as UTF-8"),
            >= '\u0080' => new ForeignConstruct(span, $"U+{(int)_text[_token.Start]:X4} is allowed only in strings and comments", "name variables with `A-Z`, `a-z`, `0-9` and `_` only"),
            _ => null,
        };
    }

    /// <summary>A name that begins the statement and is a keyword in another language.</summary>
    private ForeignConstruct? FindForeignKeyword()
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
            "goto" => new ForeignConstruct(span, "`goto` needs Lua 5.2, and Redis runs Lua 5.1", "use `if`, `break` or a function instead"),
            "continue" => new ForeignConstruct(span, $"`continue` (line {_statement.Line}) is not a Lua statement", "put the rest of the loop body into `if … then … end`"),
            "var" or "let" or "const" when _token.Kind == TokenKind.Name => new ForeignConstruct(span, $"`{word.Text}` does not declare a variable in Lua", "write `local`", Keyword("local")),
            "elif" or "elsif" => new ForeignConstruct(span, $"`{word.Text}` is not a Lua keyword", "write `elseif`", Keyword("elseif")),
            "func" or "fn" or "def" => new ForeignConstruct(span, $"`{word.Text}` is not a Lua keyword", "write `function`", Keyword("function")),
            "switch" => new ForeignConstruct(span, "Lua has no `switch`", "write `if … elseif … else … end`, or look the value up in a table"),
            "try" or "catch" or "throw" or "raise" => new ForeignConstruct(span, $"Lua has no `{word.Text}`", "use `pcall(f)` or `redis.pcall`, and `error(…)` or `return redis.error_reply(…)`"),
            "foreach" => new ForeignConstruct(span, "Lua has no `foreach`", "write `for key, value in pairs(t) do`"),
            _ => null,
        };
    }

    private Replacement Keyword(string keyword) => new(SourceSpan.FromBounds(_statement.Start, _statement.End), keyword);
}
