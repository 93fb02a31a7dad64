using LuaGen.Language.Syntax.Limits;

namespace LuaGen.Language.Syntax;

/// <summary>Expressions.</summary>
internal sealed partial class Parser
{
    /// <summary><c>exp</c></summary>
    private Expression ParseExpression(out Operand operand) => ParseSubexpression(0, out operand);

    /// <summary><c>subexp ::= (simpleexp | unop subexp) {binop subexp}</c>, for operators whose precedence is higher than the limit.</summary>
    private Expression ParseSubexpression(int limit, out Operand operand)
    {
        if (!TryEnter())
        {
            Leave();
            return Missing(out operand);
        }

        var expression = Operators.TryGetUnary(_token.Kind, out var unary)
            ? ParseUnaryExpression(unary, out operand)
            : ParseSimpleExpression(out operand);
        var start = expression.Span.Start;
        while (Operators.TryGetBinary(_token.Kind, out var binary) && Operators.LeftPriority(binary) > limit)
        {
            Take();
            _function.Infix(binary, ref operand);
            var right = ParseSubexpression(Operators.RightPriority(binary), out var rightOperand);
            _function.Postfix(binary, ref operand, ref rightOperand);
            expression = new BinaryExpression(SpanFrom(start), expression, binary, right);
        }

        Leave();
        return expression;
    }

    private UnaryExpression ParseUnaryExpression(UnaryOperator unary, out Operand operand)
    {
        var start = _token.Start;
        Take();
        var inner = ParseSubexpression(Operators.UnaryPriority, out operand);
        _function.Prefix(unary, ref operand);
        return new UnaryExpression(SpanFrom(start), unary, inner);
    }

    /// <summary><c>simpleexp ::= NUMBER | STRING | nil | true | false | '...' | constructor | function body | primaryexp</c></summary>
    private Expression ParseSimpleExpression(out Operand operand)
    {
        var span = SourceSpan.FromBounds(_token.Start, _token.End);
        Expression expression;
        switch (_token.Kind)
        {
            case TokenKind.Number:
                operand = new Operand { Kind = OperandKind.Number, Number = _token.Number };
                expression = new NumberLiteral(span, _token.Number);
                break;
            case TokenKind.String:
                operand = _function.StringOperand(_token.Symbol!);
                expression = new StringLiteral(span, ByteStrings.Display(_token.Symbol!.Text));
                break;
            case TokenKind.Nil:
                operand = Operand.Of(OperandKind.Nil);
                expression = new NilLiteral(span);
                break;
            case TokenKind.True or TokenKind.False:
                var value = _token.Kind == TokenKind.True;
                operand = Operand.Of(value ? OperandKind.True : OperandKind.False);
                expression = new BooleanLiteral(span, value);
                break;
            case TokenKind.DotDotDot:
                if (!_function.IsVararg)
                {
                    ReportVarargOutsideVarargFunction();
                }

                operand = _function.VarargOperand();
                expression = new VarargExpression(span);
                break;
            case TokenKind.OpenBrace:
                return ParseTableConstructor(out operand);
            case TokenKind.Function:
                return ParseFunctionExpression(out operand);
            default:
                return ParsePrimaryExpression(out operand);
        }

        Take();
        return expression;
    }

    /// <summary><c>primaryexp ::= prefixexp {'.' NAME | '[' exp ']' | ':' NAME funcargs | funcargs}</c></summary>
    private Expression ParsePrimaryExpression(out Operand operand)
    {
        var expression = ParsePrefixExpression(out operand);
        var start = expression.Span.Start;
        while (true)
        {
            switch (_token.Kind)
            {
                case TokenKind.Dot:
                    expression = ParseMember(start, expression, ref operand);
                    break;
                case TokenKind.OpenBracket:
                    _function.PutInAny(ref operand);
                    var index = ParseIndex(out var key);
                    _function.Index(ref operand, ref key);
                    expression = new IndexExpression(SpanFrom(start), expression, index);
                    break;
                case TokenKind.Colon:
                    Take();
                    var method = ParseName(out var symbol);
                    _function.Self(ref operand, symbol);
                    var methodArguments = ParseArguments(ref operand);
                    expression = new MethodCallExpression(SpanFrom(start), expression, method, methodArguments);
                    break;
                case TokenKind.OpenParen or TokenKind.String or TokenKind.OpenBrace:
                    _function.PutInNext(ref operand);
                    var arguments = ParseArguments(ref operand);
                    expression = new CallExpression(SpanFrom(start), expression, arguments);
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary><c>prefixexp ::= NAME | '(' exp ')'</c></summary>
    private Expression ParsePrefixExpression(out Operand operand)
    {
        var start = _token.Start;
        switch (_token.Kind)
        {
            case TokenKind.Name:
                return ParseVariable(out operand);
            case TokenKind.OpenParen:
                var line = _lexer.Line;
                Take();
                var inner = ParseExpression(out operand);
                CloseBracket(TokenKind.CloseParen, TokenKind.OpenParen, line);
                _function.Read(ref operand);
                return new ParenthesizedExpression(SpanFrom(start), inner);
            default:
                ReportUnexpectedSymbol();
                return Missing(out operand);
        }
    }

    private NameExpression ParseVariable(out Operand operand)
    {
        var name = ParseName(out var symbol);
        operand = _function.Variable(symbol);
        return new NameExpression(name.Span, name.Name, _variables++);
    }

    /// <summary><c>'.' NAME</c></summary>
    private MemberExpression ParseMember(int start, Expression target, ref Operand operand)
    {
        _function.PutInAny(ref operand);
        Take();
        var member = ParseName(out var symbol);
        var key = _function.StringOperand(symbol);
        _function.Index(ref operand, ref key);
        return new MemberExpression(SpanFrom(start), target, member);
    }

    /// <summary><c>'[' exp ']'</c></summary>
    private Expression ParseIndex(out Operand key)
    {
        Take();
        var index = ParseExpression(out key);
        _function.MakeValue(ref key);
        CloseIndex();
        return index;
    }

    /// <summary><c>funcargs ::= '(' [explist] ')' | constructor | STRING</c></summary>
    private Expression[] ParseArguments(ref Operand function)
    {
        var mark = _expressions.Count;
        var line = _lexer.Line;
        Operand last = default;
        switch (_token.Kind)
        {
            case TokenKind.OpenParen:
                if (line != _previousLine)
                {
                    ReportAmbiguousCall();
                }

                Take();
                if (_token.Kind != TokenKind.CloseParen)
                {
                    ParseExpressionList(out last);
                    _function.TakeManyValues(last);
                }

                CloseBracket(TokenKind.CloseParen, TokenKind.OpenParen, line);
                break;
            case TokenKind.OpenBrace:
                _expressions.Push(ParseTableConstructor(out last));
                break;
            case TokenKind.String:
                _expressions.Push(ParseSimpleExpression(out last));
                break;
            default:
                ReportArgumentsExpected();
                break;
        }

        _function.Call(ref function, ref last);
        return _expressions.TakeSince(mark);
    }

    /// <summary>
    /// <c>explist ::= exp {',' exp}</c>; leaves the expressions on the scratch stack, and all values but the last in
    /// registers.
    /// </summary>
    private int ParseExpressionList(out Operand last)
    {
        var count = 1;
        _expressions.Push(ParseExpression(out last));
        while (TryTake(TokenKind.Comma))
        {
            _function.PutInNext(ref last);
            _expressions.Push(ParseExpression(out last));
            count++;
        }

        return count;
    }

    private Identifier ParseName(out Symbol symbol)
    {
        if (_token.Kind != TokenKind.Name)
        {
            ReportNameExpected();
            symbol = _workspace.MissingName;
            if (IsMeantAsName())
            {
                Take();
            }

            return new Identifier("", new SourceSpan(_previous.End, 0));
        }

        symbol = _token.Symbol!;
        var name = new Identifier(symbol.Text, SourceSpan.FromBounds(_token.Start, _token.End));
        Take();
        return name;
    }

    private MissingExpression Missing(out Operand operand)
    {
        operand = Operand.Of(OperandKind.Nil);
        return new MissingExpression(new SourceSpan(_previous.End, 0));
    }
}
