using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Inference;

/// <summary>
/// The values that a script returns, where more is known than the type of the expression: an error in a branch that tests for
/// it, and the reply of a command whose arguments are collected in a table.
/// </summary>
internal sealed class ReturnedValues : SyntaxWalker
{
    private readonly TypedScript _types;
    private readonly List<LocalSymbol> _errors = [];
    private readonly HashSet<ReturnStatement> _returnedErrors = [];

    private ReturnedValues(TypedScript types) => _types = types;

    public static ReturnedValues Of(TypedScript types)
    {
        var values = new ReturnedValues(types);
        values.VisitBlock(types.Script.Tree.Chunk);
        return values;
    }

    /// <summary>The first value of a statement that returns any.</summary>
    public AbstractValue First(ReturnStatement statement)
    {
        var value = _types.TypeOf(statement.Values[0]);
        if (_returnedErrors.Contains(statement))
        {
            return value with { Kinds = value.Kinds & (LuaKinds.Error | LuaKinds.Table) };
        }

        return statement.Values[0] is CallExpression call && CollectedCommand(call) is { } command
            ? ReplyShapes.Of(command, new ValueList([AbstractValue.Of(command.Name)], AbstractValue.Any), new Fixpoint())
            : value;
    }

    protected override void VisitIf(IfStatement statement)
    {
        foreach (var clause in statement.Clauses)
        {
            var known = _errors.Count;
            AddErrors(clause.Condition);
            VisitBlock(clause.Body);
            _errors.RemoveRange(known, _errors.Count - known);
        }

        if (statement.Else is { } @else)
        {
            VisitBlock(@else);
        }
    }

    protected override void VisitStatement(Statement statement)
    {
        if (statement is ReturnStatement { Values: [NameExpression name] } @return && _types.Script.LocalOf(name) is { } symbol && _errors.Contains(symbol))
        {
            _returnedErrors.Add(@return);
        }

        base.VisitStatement(statement);
    }

    /// <summary><c>reply.err</c>, by itself or with other conditions that must hold too: only a table with that field passes.</summary>
    private void AddErrors(Expression condition)
    {
        var pending = new Stack<Expression>([condition]);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case ParenthesizedExpression parenthesized:
                    pending.Push(parenthesized.Inner);
                    break;
                case BinaryExpression { Operator: BinaryOperator.And } and:
                    pending.Push(and.Left);
                    pending.Push(and.Right);
                    break;
                case MemberExpression { Member.Name: "err", Target: NameExpression target } when _types.Script.LocalOf(target) is { IsReassigned: false } symbol:
                    _errors.Add(symbol);
                    break;
            }
        }
    }

    /// <summary>The command of <c>redis.call(unpack(command))</c>, if <c>command</c> begins with its name and the script only appends to it.</summary>
    private CommandInfo? CollectedCommand(CallExpression call)
    {
        var script = _types.Script;
        return script.Calls.All.FirstOrDefault(each => each.Expression == call) is { Arguments: [], Function: "redis.call" or "server.call", Rest: CallExpression { Arguments: [NameExpression list] } rest }
            && script.IsGlobal(script.Resolve(rest.Function), "unpack")
            && script.LocalOf(list) is { OnlyValue: TableConstructor { Fields: [ListField { Value: StringLiteral name }, ..] } } symbol
            && AppendedLists.IsOnlyAppended(script, symbol)
            ? CommandTable.Find(name.Value)
            : null;
    }
}
