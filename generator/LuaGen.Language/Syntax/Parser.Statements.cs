using LuaGen.Language.Syntax.Limits;

namespace LuaGen.Language.Syntax;

/// <summary>Statements.</summary>
internal sealed partial class Parser
{
    /// <summary><c>block</c>, with its own scope.</summary>
    private Block ParseBlock()
    {
        _function.EnterBlock(isLoop: false);
        var block = ParseChunk();
        _function.LeaveBlock();
        return block;
    }

    private Block ParseChunk()
    {
        var mark = _statements.Count;
        ParseStatements();
        return TakeBlock(mark);
    }

    /// <summary>Takes the statements since the mark as a block that starts at the first token of the first statement.</summary>
    private Block TakeBlock(int mark)
    {
        var statements = _statements.TakeSince(mark);
        var span = SpanFrom(statements.Length > 0 ? statements[0].Span.Start : _previous.End);
        return new Block(span, statements);
    }

    /// <summary><c>chunk ::= {stat [';']} [laststat [';']]</c>; leaves the statements on the scratch stack.</summary>
    private void ParseStatements()
    {
        if (TryEnter())
        {
            while (!AtEndOfStatements())
            {
                var statement = ParseStatement();
                TryTake(TokenKind.Semicolon);
                _function.EndStatement();
                if (statement is ReturnStatement or BreakStatement && !TokenSet.AfterBlock.Contains(_token.Kind))
                {
                    // The statement on the next line is still parsed, as if it were allowed here.
                    ReportStatementAfterLast(statement is ReturnStatement);
                }
            }
        }

        Leave();
    }

    /// <summary>One statement; null if nothing could be read.</summary>
    private Statement? ParseStatement()
    {
        _statement = _token;
        Statement? statement = _token.Kind switch
        {
            TokenKind.If => ParseIf(),
            TokenKind.While => ParseWhile(),
            TokenKind.Do => ParseDo(),
            TokenKind.For => ParseFor(),
            TokenKind.Repeat => ParseRepeat(),
            TokenKind.Function => ParseFunctionStatement(),
            TokenKind.Local => ParseLocal(),
            TokenKind.Return => ParseReturn(),
            TokenKind.Break => ParseBreak(),
            _ => ParseExpressionStatement(),
        };
        if (statement is not null)
        {
            _statements.Push(statement);
        }

        return statement;
    }

    /// <summary><c>do block end</c></summary>
    private DoStatement ParseDo()
    {
        var start = _token.Start;
        var line = _lexer.Line;
        Take();
        var body = ParseBlock();
        Close(TokenKind.End, TokenKind.Do, line);
        return new DoStatement(SpanFrom(start), body);
    }

    /// <summary><c>while exp do block end</c></summary>
    private WhileStatement ParseWhile()
    {
        var start = _token.Start;
        var line = _lexer.Line;
        Take();
        var top = _function.Label();
        var condition = ParseCondition(out var exit);
        _function.EnterBlock(isLoop: true);
        ExpectHeaderEnd(TokenKind.Do, "write `do` after the condition");
        var body = ParseBlock();
        _function.PatchTo(_function.Jump(), top);
        Close(TokenKind.End, TokenKind.While, line);
        _function.LeaveBlock();
        _function.PatchToHere(exit);
        return new WhileStatement(SpanFrom(start), condition, body);
    }

    /// <summary><c>repeat block until exp</c></summary>
    private RepeatStatement ParseRepeat()
    {
        var start = _token.Start;
        var line = _lexer.Line;
        var top = _function.Label();
        _function.EnterBlock(isLoop: true);
        _function.EnterBlock(isLoop: false);
        Take();
        var body = ParseChunk();
        Close(TokenKind.Until, TokenKind.Repeat, line);
        var condition = ParseCondition(out var exit);
        if (!_function.InnermostBlockHasUpvalue)
        {
            _function.LeaveBlock();
            _function.PatchTo(exit, top);
        }
        else
        {
            // Captured locals must be closed on both exits.
            _function.TryBreak();
            _function.PatchToHere(exit);
            _function.LeaveBlock();
            _function.PatchTo(_function.Jump(), top);
        }

        _function.LeaveBlock();
        return new RepeatStatement(SpanFrom(start), body, condition);
    }

    /// <summary>The condition of a loop or a branch, and the jumps that are taken when it is false.</summary>
    private Expression ParseCondition(out JumpList exit)
    {
        var condition = ParseExpression(out var operand);
        if (operand.Kind == OperandKind.Nil)
        {
            operand.Kind = OperandKind.False;
        }

        _function.GoIfTrue(ref operand);
        exit = operand.WhenFalse;
        return condition;
    }

    /// <summary><c>if exp then block {elseif exp then block} [else block] end</c></summary>
    private IfStatement ParseIf()
    {
        var start = _token.Start;
        var line = _lexer.Line;
        var mark = _clauses.Count;
        JumpList escapes = default;
        _clauses.Push(ParseIfClause(out var exit));
        while (_token.Kind == TokenKind.ElseIf)
        {
            _function.Join(ref escapes, _function.Jump());
            _function.PatchToHere(exit);
            _clauses.Push(ParseIfClause(out exit));
        }

        Block? otherwise = null;
        if (_token.Kind == TokenKind.Else)
        {
            _function.Join(ref escapes, _function.Jump());
            _function.PatchToHere(exit);
            Resume();
            if (_token.Kind == TokenKind.If && !IsFirstOnLine)
            {
                _elseIfLine = _token.Line;
            }

            otherwise = ParseBlock();
        }
        else
        {
            _function.Join(ref escapes, exit);
        }

        _function.PatchToHere(escapes);
        Close(TokenKind.End, TokenKind.If, line);
        return new IfStatement(SpanFrom(start), _clauses.TakeSince(mark), otherwise);
    }

    /// <summary><c>(if | elseif) exp then block</c></summary>
    private IfClause ParseIfClause(out JumpList exit)
    {
        var start = _token.Start;
        Take();
        var condition = ParseCondition(out exit);
        ExpectHeaderEnd(TokenKind.Then, "write `then` after the condition");
        var body = ParseBlock();
        return new IfClause(SpanFrom(start), condition, body);
    }

    /// <summary><c>function NAME {'.' NAME} [':' NAME] body</c></summary>
    private FunctionStatement ParseFunctionStatement()
    {
        var start = _token.Start;
        var line = _lexer.Line;
        Take();
        Expression name = ParseVariable(out var variable);
        var nameStart = name.Span.Start;
        while (_token.Kind == TokenKind.Dot)
        {
            name = ParseMember(nameStart, name, ref variable);
        }

        Identifier? method = null;
        if (_token.Kind == TokenKind.Colon)
        {
            method = ParseMember(nameStart, name, ref variable).Member;
        }

        var body = ParseFunctionBody(method is not null, line, out var function);
        _function.Store(variable, ref function);
        return new FunctionStatement(SpanFrom(start), name, method, body);
    }

    /// <summary><c>return [explist]</c></summary>
    private ReturnStatement ParseReturn()
    {
        var start = _token.Start;
        var mark = _expressions.Count;
        Take();
        Operand last = default;
        var count = TokenSet.AfterBlock.Contains(_token.Kind) || _token.Kind == TokenKind.Semicolon
            ? 0
            : ParseExpressionList(out last);
        _function.Return(ref last, count);
        return new ReturnStatement(SpanFrom(start), _expressions.TakeSince(mark));
    }

    /// <summary><c>break</c></summary>
    private BreakStatement ParseBreak()
    {
        var start = _token.Start;
        Take();
        if (!_function.TryBreak())
        {
            ReportBreakOutsideLoop();
        }

        return new BreakStatement(SpanFrom(start));
    }
}
