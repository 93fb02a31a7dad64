using LuaGen.Language.Syntax.Limits;

namespace LuaGen.Language.Syntax;

/// <summary>Statements that name variables: <c>local</c>, <c>for</c> and assignments; and calls, which begin like an assignment.</summary>
internal sealed partial class Parser
{
    /// <summary>Counts a local and keeps its name until the statement makes it visible.</summary>
    private void DeclareLocal(Symbol name, int symbolMark)
    {
        _function.DeclareLocal(_symbols.Count - symbolMark);
        _symbols.Push(name);
    }

    private void ActivateLocals(int symbolMark)
    {
        foreach (var name in _symbols.Since(symbolMark))
        {
            _function.ActivateLocal(name);
        }

        _symbols.DropTo(symbolMark);
    }

    /// <summary><c>local (function NAME body | NAME {',' NAME} ['=' explist])</c></summary>
    private Statement ParseLocal()
    {
        var start = _token.Start;
        Take();
        return TryTake(TokenKind.Function) ? ParseLocalFunction(start) : ParseLocalVariables(start);
    }

    private LocalFunctionStatement ParseLocalFunction(int start)
    {
        var name = ParseName(out var symbol);
        _function.DeclareLocal(0);
        var variable = Operand.Of(OperandKind.Local, _function.FreeRegister);
        _function.Reserve(1);
        _function.ActivateLocal(symbol);
        var body = ParseFunctionBody(hasSelf: false, _lexer.Line, out var function);
        _function.Store(variable, ref function);
        return new LocalFunctionStatement(SpanFrom(start), name, body);
    }

    private LocalStatement ParseLocalVariables(int start)
    {
        var mark = _names.Count;
        var symbolMark = _symbols.Count;
        var expressionMark = _expressions.Count;
        do
        {
            _names.Push(ParseName(out var symbol));
            DeclareLocal(symbol, symbolMark);
        }
        while (TryTake(TokenKind.Comma));

        Operand last = default;
        var values = TryTake(TokenKind.Equal) ? ParseExpressionList(out last) : 0;
        _function.Adjust(_symbols.Count - symbolMark, values, ref last);
        ActivateLocals(symbolMark);
        return new LocalStatement(SpanFrom(start), _names.TakeSince(mark), _expressions.TakeSince(expressionMark));
    }

    /// <summary><c>for (NAME '=' exp ',' exp [',' exp] | NAME {',' NAME} in explist) do block end</c></summary>
    private Statement ParseFor()
    {
        var start = _token.Start;
        var line = _lexer.Line;
        _function.EnterBlock(isLoop: true);
        Take();
        var nameMark = _names.Count;
        var symbolMark = _symbols.Count;
        _names.Push(ParseName(out var symbol));
        Statement statement;
        if (_token.Kind is TokenKind.Comma or TokenKind.In)
        {
            statement = ParseGenericFor(start, line, symbol, nameMark, symbolMark);
        }
        else
        {
            if (_token.Kind != TokenKind.Equal)
            {
                ReportForExpectsEqualOrIn();
            }

            statement = ParseNumericFor(start, line, symbol, nameMark, symbolMark);
        }

        _function.LeaveBlock();
        return statement;
    }

    private NumericForStatement ParseNumericFor(int start, int line, Symbol symbol, int nameMark, int symbolMark)
    {
        var variable = _names.TakeSince(nameMark)[0];
        DeclareForLocals(symbolMark);
        DeclareLocal(symbol, symbolMark);
        Expect(TokenKind.Equal, "write `for i = first, last do`");
        var first = ParseForExpression();
        Expect(TokenKind.Comma, "write both limits, as in `for i = first, last do`");
        var limit = ParseForExpression();
        Expression? step = null;
        if (TryTake(TokenKind.Comma))
        {
            step = ParseForExpression();
        }
        else
        {
            _function.DefaultStep();
        }

        var body = ParseForBody(symbolMark, isNumeric: true);
        Close(TokenKind.End, TokenKind.For, line);
        return new NumericForStatement(SpanFrom(start), variable, first, limit, step, body);
    }

    private Expression ParseForExpression()
    {
        var expression = ParseExpression(out var operand);
        _function.PutInNext(ref operand);
        return expression;
    }

    private GenericForStatement ParseGenericFor(int start, int line, Symbol symbol, int nameMark, int symbolMark)
    {
        DeclareForLocals(symbolMark);
        DeclareLocal(symbol, symbolMark);
        while (TryTake(TokenKind.Comma))
        {
            _names.Push(ParseName(out symbol));
            DeclareLocal(symbol, symbolMark);
        }

        var variables = _names.TakeSince(nameMark);
        Expect(TokenKind.In, "write `for key, value in pairs(t) do`");
        var mark = _expressions.Count;
        var count = ParseExpressionList(out var last);
        _function.Adjust(3, count, ref last);
        _function.CheckStack(3);
        var iterators = _expressions.TakeSince(mark);
        var body = ParseForBody(symbolMark, isNumeric: false);
        Close(TokenKind.End, TokenKind.For, line);
        return new GenericForStatement(SpanFrom(start), variables, iterators, body);
    }

    /// <summary>Each <c>for</c> has three hidden locals.</summary>
    private void DeclareForLocals(int symbolMark)
    {
        for (var i = 0; i < ForLocals; i++)
        {
            DeclareLocal(_workspace.MissingName, symbolMark);
        }
    }

    private const int ForLocals = 3;

    /// <summary><c>do block</c></summary>
    private Block ParseForBody(int symbolMark, bool isNumeric)
    {
        var variables = _symbols.Count - symbolMark - ForLocals;
        _function.ActivateHidden(ForLocals);
        ExpectHeaderEnd(TokenKind.Do, "write `do` after the loop header");
        var begin = _function.BeginFor(isNumeric);
        _function.EnterBlock(isLoop: false);
        ActivateLocals(symbolMark + ForLocals);
        _symbols.DropTo(symbolMark);
        _function.Reserve(variables);
        var body = ParseBlock();
        _function.LeaveBlock();
        _function.EndFor(begin, isNumeric);
        return body;
    }

    /// <summary><c>stat ::= func | assignment</c>; null if nothing could be read.</summary>
    private Statement? ParseExpressionStatement()
    {
        var expression = ParsePrimaryExpression(out var operand);
        var start = expression.Span.Start;
        if (operand.Kind == OperandKind.Call)
        {
            return new CallStatement(expression);
        }

        if (expression is MissingExpression)
        {
            return null;
        }

        if (!operand.IsAssignable)
        {
            ReportNotAssignable(expression);
            return AssignmentWithoutValue(start, expression);
        }

        return ParseAssignment(start, expression, operand);
    }

    /// <summary><c>assignment ::= primaryexp {',' primaryexp} '=' explist</c></summary>
    private AssignmentStatement ParseAssignment(int start, Expression first, in Operand firstOperand)
    {
        var mark = _expressions.Count;
        var targetMark = _targets.Count;
        _expressions.Push(first);
        _targets.Push(firstOperand);
        while (TryTake(TokenKind.Comma))
        {
            var target = ParsePrimaryExpression(out var operand);
            if (operand.Kind == OperandKind.Local)
            {
                _function.KeepForEarlierTargets(_targets.Since(targetMark), operand);
            }

            if (_targets.Count - targetMark > Maximum.SyntaxLevels - _level)
            {
                LimitPassed(_function, Limit.AssignmentTargets);
            }

            _expressions.Push(target);
            _targets.Push(operand);
            if (!operand.IsAssignable)
            {
                ReportNotAssignable(target);
                break;
            }
        }

        var targets = _expressions.TakeSince(mark);
        Expect(TokenKind.Equal, "write `variable = value`, or call it as a function");
        var values = ParseAssignedValues(targetMark, targets.Length);
        _targets.DropTo(targetMark);
        return new AssignmentStatement(SpanFrom(start), targets, values);
    }

    private Expression[] ParseAssignedValues(int targetMark, int variables)
    {
        var mark = _expressions.Count;
        var values = ParseExpressionList(out var last);
        var targets = _targets.Since(targetMark);
        var remaining = variables;
        if (values == variables)
        {
            _function.TakeOneValue(ref last);
            _function.Store(targets[--remaining], ref last);
        }
        else
        {
            _function.Adjust(variables, values, ref last);
            if (values > variables)
            {
                _function.DropValues(values - variables);
            }
        }

        while (remaining > 0)
        {
            var value = _function.LastRegister();
            _function.Store(targets[--remaining], ref value);
        }

        return _expressions.TakeSince(mark);
    }
}
