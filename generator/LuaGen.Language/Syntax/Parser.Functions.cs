using LuaGen.Language.Syntax.Limits;

namespace LuaGen.Language.Syntax;

/// <summary>Functions and table constructors.</summary>
internal sealed partial class Parser
{
    private FunctionExpression ParseFunctionExpression(out Operand operand)
    {
        var start = _token.Start;
        Take();
        var body = ParseFunctionBody(hasSelf: false, _lexer.Line, out operand);
        return new FunctionExpression(SpanFrom(start), body);
    }

    /// <summary><c>body ::= '(' [parlist] ')' block end</c></summary>
    private FunctionBody ParseFunctionBody(bool hasSelf, int line, out Operand operand)
    {
        var start = _token.Kind == TokenKind.OpenParen ? _token.Start : _previous.End;
        var outer = _function;
        _function = outer.OpenInner(line);
        Expect(TokenKind.OpenParen, "open the parameter list with `(`");
        if (hasSelf)
        {
            _function.DeclareLocal(0);
            _function.ActivateLocal(_workspace.Self);
        }

        var parameters = ParseParameters();
        ExpectEndOfParameters();
        var block = ParseChunk();
        Close(TokenKind.End, TokenKind.Function, line);
        _function.Close();
        operand = outer.Closure(_function);
        var isVararg = _function.IsVararg;
        _function = outer;
        return new FunctionBody(SpanFrom(start), parameters, isVararg, block);
    }

    /// <summary><c>parlist ::= NAME {',' NAME} [',' '...'] | '...'</c></summary>
    private Identifier[] ParseParameters()
    {
        var mark = _names.Count;
        var symbolMark = _symbols.Count;
        if (_token.Kind != TokenKind.CloseParen)
        {
            do
            {
                if (_token.Kind == TokenKind.Name)
                {
                    _names.Push(ParseName(out var symbol));
                    DeclareLocal(symbol, symbolMark);
                }
                else if (_token.Kind == TokenKind.DotDotDot)
                {
                    // As in Lua 5.0, a vararg function also has a local `arg`.
                    Take();
                    DeclareLocal(_workspace.Arg, symbolMark);
                    _function.IsVararg = true;
                }
                else
                {
                    // The parameter list may have been meant to end in `...`.
                    ReportParameterExpected();
                    _function.IsVararg = true;
                    break;
                }
            }
            while (!_function.IsVararg && TryTake(TokenKind.Comma));
        }

        ActivateLocals(symbolMark);
        _function.Reserve(_function.ActiveLocals);
        return _names.TakeSince(mark);
    }

    /// <summary><c>constructor ::= '{' [field {(',' | ';') field} [',' | ';']] '}'</c></summary>
    private TableConstructor ParseTableConstructor(out Operand table)
    {
        var start = _token.Start;
        var line = _lexer.Line;
        var mark = _fields.Count;
        table = _function.NewTable();
        Take();
        var list = default(ListFields);
        do
        {
            if (_token.Kind == TokenKind.CloseBrace)
            {
                break;
            }

            StoreListField(table, ref list);
            _fields.Push(ParseField(ref list));
        }
        while (TryTakeFieldSeparator(line));

        CloseBracket(TokenKind.CloseBrace, TokenKind.OpenBrace, line);
        if (list.Pending > 0)
        {
            StoreLastListField(table, ref list);
        }

        return new TableConstructor(SpanFrom(start), _fields.TakeSince(mark));
    }

    /// <summary>The list items that the compiler still holds in registers.</summary>
    private struct ListFields
    {
        public Operand Last;
        public int Count;
        public int Pending;
    }

    /// <summary>Puts the list item before this field into its register, and a full batch of items into the table.</summary>
    private void StoreListField(in Operand table, ref ListFields list)
    {
        if (list.Last.Kind == OperandKind.Void)
        {
            return;
        }

        _function.PutInNext(ref list.Last);
        list.Last.Kind = OperandKind.Void;
        if (list.Pending == Maximum.PendingItems)
        {
            _function.StoreItems(table, list.Count);
            list.Pending = 0;
        }
    }

    private void StoreLastListField(in Operand table, ref ListFields list)
    {
        if (list.Last.HasManyValues)
        {
            _function.TakeManyValues(list.Last);
        }
        else if (list.Last.Kind != OperandKind.Void)
        {
            _function.PutInNext(ref list.Last);
        }

        _function.StoreItems(table, list.Count);
    }

    /// <summary><c>field ::= '[' exp ']' '=' exp | NAME '=' exp | exp</c></summary>
    private TableField ParseField(ref ListFields list)
    {
        if (_token.Kind == TokenKind.OpenBracket)
        {
            return ParseKeyedField();
        }

        if (_token.Kind == TokenKind.Name && PeekAhead() == TokenKind.Equal)
        {
            return ParseNamedField();
        }

        var value = ParseExpression(out list.Last);
        list.Count++;
        list.Pending++;
        return new ListField(value);
    }

    private NamedField ParseNamedField()
    {
        var start = _token.Start;
        var free = _function.FreeRegister;
        var name = ParseName(out var symbol);
        var key = _function.StringOperand(symbol);
        var value = ParseFieldValue(ref key, free);
        return new NamedField(SpanFrom(start), name, value);
    }

    private KeyedField ParseKeyedField()
    {
        var start = _token.Start;
        var free = _function.FreeRegister;
        var index = ParseIndex(out var key);
        var value = ParseFieldValue(ref key, free);
        return new KeyedField(SpanFrom(start), index, value);
    }

    private Expression ParseFieldValue(ref Operand key, int free)
    {
        Expect(TokenKind.Equal, "write `[key] = value`");
        _function.TableKey(ref key);
        var value = ParseExpression(out var operand);
        _function.StoreField(ref operand, free);
        return value;
    }
}
