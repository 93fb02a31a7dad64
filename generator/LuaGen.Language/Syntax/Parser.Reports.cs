using LuaGen.Language.Syntax.Limits;

namespace LuaGen.Language.Syntax;

/// <summary>What the parser reports: the compiler's own message text, and what to write instead.</summary>
internal sealed partial class Parser
{
    /// <summary>The line of the last <c>else if</c>, which may have been meant as <c>elseif</c>.</summary>
    private int _elseIfLine;

    private bool IsMuted => Panic || _stopped;

    public void LimitPassed(FunctionState function, Limit limit)
    {
        if (IsMuted || function.LimitReported)
        {
            return;
        }

        function.LimitReported = true;
        _findings.LimitPassed(CurrentSpan, limit, function.Line, Maximum.SyntaxLevels - _level);
    }

    /// <summary>Reports a structural error and starts a panic.</summary>
    private void Report(string wording, string remedy)
    {
        if (IsMuted)
        {
            return;
        }

        if (FindForeignConstruct() is { } slip)
        {
            _findings.ForeignSyntax(slip.Span, slip.What, slip.Remedy, slip.Replacement);
        }
        else
        {
            _findings.SyntaxError(CurrentSpan, $"{wording} near '{CurrentText()}'", remedy);
        }

        Panic = true;
    }

    /// <summary>Reports a violation that leaves the structure intact, so that no recovery is needed.</summary>
    private void ReportRule(SourceSpan span, string wording, string remedy)
    {
        if (!IsMuted)
        {
            _findings.SyntaxError(span, wording, remedy);
        }
    }

    private void ReportExpected(TokenKind kind, string remedy) => Report($"'{TextOf(kind)}' expected", remedy);

    private void ReportUnclosed(TokenKind kind, TokenKind opener, int line) =>
        Report(
            line == _lexer.Line ? $"'{TextOf(kind)}' expected" : $"'{TextOf(kind)}' expected (to close '{TextOf(opener)}' at line {line})",
            RemedyForUnclosed(kind, opener, line));

    private string RemedyForUnclosed(TokenKind kind, TokenKind opener, int line) => opener switch
    {
        TokenKind.OpenBrace => "separate fields with `,` and close the table with `}`",
        TokenKind.OpenParen => "separate arguments with `,` and close the parenthesis with `)`",
        TokenKind.If when _token.Kind == TokenKind.EndOfFile && _elseIfLine > 0 =>
            $"add the `end` for the `if` on line {line}, or write `elseif` instead of the `else if` on line {_elseIfLine}, which opens a nested `if`",
        _ when _token.Kind == TokenKind.EndOfFile => $"add the `{TextOf(kind)}` for the `{TextOf(opener)}` on line {line}",
        _ => $"close the `{TextOf(opener)}` on line {line} with `{TextOf(kind)}` first",
    };

    private void ReportStrayCloser() =>
        Report("'<eof>' expected", $"remove this `{CurrentText()}`, or open the block that it closes");

    private void ReportUnexpectedSymbol() => Report("unexpected symbol", Keywords.IsReserved(_token.Kind)
        ? "write the expression that is missing here"
        : "write a name, a value or `(` here");

    private void ReportNameExpected() => Report("'<name>' expected", Keywords.IsReserved(_token.Kind)
        ? $"choose a name other than the reserved word `{CurrentText()}`, or write `t[\"{CurrentText()}\"]` for a field"
        : "write a name here");

    private void ReportParameterExpected() =>
        Report("<name> or '...' expected", "write the name of a parameter, or `...` as the last one");

    private void ReportArgumentsExpected() =>
        Report("function arguments expected", "call the method with `(` … `)`, or write `.` to read a field");

    private void ReportForExpectsEqualOrIn() =>
        Report("'=' or 'in' expected", "write `for i = first, last do` or `for key, value in pairs(t) do`");

    private void ReportNotAssignable(Expression expression) => Report("syntax error", expression is ParenthesizedExpression
        ? "remove the parentheses, because only a variable or a field can be assigned to"
        : "assign to a variable or a field");

    private void ReportStatementAfterLast(bool isReturn)
    {
        var expected = _level == 1 && _function.Parent is null ? "'<eof>' expected" : "'end' expected";
        if (!StartsStatement(_token.Kind))
        {
            Report(expected, "end the statement here, or write an operator");
            return;
        }

        var word = isReturn ? "return" : "break";
        Report(expected, $"write `do {word} end`, because `{word}` must be the last statement of its block, or remove what follows");
    }

    private static bool StartsStatement(TokenKind kind) =>
        Keywords.IsReserved(kind) || kind is TokenKind.Name or TokenKind.OpenParen;

    private void ReportBreakOutsideLoop() =>
        ReportRule(CurrentSpan, $"no loop to break near '{CurrentText()}'", "use `break` inside a loop only, or `return` to leave the function");

    private void ReportAmbiguousCall() => ReportRule(
        CurrentSpan,
        $"ambiguous syntax (function call x new statement) near '{CurrentText()}'",
        "put the `(` on the line of the function that it calls, or put `;` before it to start a new statement");

    private void ReportVarargOutsideVarargFunction() => ReportRule(
        CurrentSpan,
        $"cannot use '...' outside a vararg function near '{CurrentText()}'",
        "add `...` to the parameters of the function, or name the values that you need");

    private string CurrentText() => _token.Kind switch
    {
        TokenKind.EndOfFile => "<eof>",
        _ => SyntaxFindings.Shorten(_text.Substring(_token.Start, _token.End - _token.Start)),
    };

    private static string TextOf(TokenKind kind) => kind switch
    {
        TokenKind.Equal => "=",
        TokenKind.OpenParen => "(",
        TokenKind.CloseParen => ")",
        TokenKind.OpenBrace => "{",
        TokenKind.CloseBrace => "}",
        TokenKind.CloseBracket => "]",
        TokenKind.Comma => ",",
        _ => Keywords.TextOf(kind),
    };

    private AssignmentStatement AssignmentWithoutValue(int start, Expression target) =>
        new(SpanFrom(start), [target], [Missing(out _)]);
}
