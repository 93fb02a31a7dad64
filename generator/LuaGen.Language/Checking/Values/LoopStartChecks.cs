using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>
/// Finds loops from 0 whose first round reads an element that does not exist, and uses it where only a value works:
/// <c>for i = 0, #KEYS - 1 do redis.call('DEL', KEYS[i]) end</c>.
/// </summary>
internal sealed class LoopStartChecks(CheckedScript checkedScript)
{
    private readonly TypedScript _script = checkedScript.Types;
    private LocalSymbol? _variable;
    private IndexExpression? _read;

    public void Check(Statement statement)
    {
        if (statement is not NumericForStatement loop || _script.TypeOf(loop.Start).Value is not < 1 || (loop.Step is { } step && _script.TypeOf(step).Value is not > 0)
            || _script.Script.DeclaredBy(loop.Variable) is not { IsReassigned: false } variable)
        {
            return;
        }

        (_variable, _read) = (variable, null);
        VisitFirstRound(loop.Body);
        if (_read is { } read)
        {
            var problem = $"`{Print(read)}` is nil when `{loop.Variable.Name}` is {Print(loop.Start)}";
            var remedy = $"`for {loop.Variable.Name} = 1, {LimitOf(loop)} do`";
            if (_script.Script.TableOf(read.Target) is { } table)
            {
                checkedScript.Findings.FirstParameterIsNil(read.Span, problem, table.Name(), remedy);
            }
            else
            {
                checkedScript.Findings.FirstElementIsNil(read.Span, problem, _script.TypeOf(read.Target).Table?.Command, remedy);
            }
        }
    }

    /// <summary>What the first round surely evaluates: up to the first statement with a body, which may leave the loop or test the variable.</summary>
    private void VisitFirstRound(Block body)
    {
        foreach (var statement in body.Statements)
        {
            switch (statement)
            {
                case LocalStatement local:
                    VisitAll(local.Values);
                    break;
                case AssignmentStatement assignment:
                    VisitAll(assignment.Values);
                    break;
                case CallStatement call:
                    Visit(call.Call);
                    break;
                case IfStatement { Clauses: [{ Condition: var condition }, ..] }:
                    Visit(condition);
                    return;
                case GenericForStatement { Iterators: var iterators }:
                    VisitAll(iterators);
                    return;
                default:
                    return;
            }
        }
    }

    private void VisitAll(IReadOnlyList<Expression> expressions)
    {
        foreach (var expression in expressions)
        {
            Visit(expression);
        }
    }

    /// <summary>The operands that are certainly evaluated; chains are followed along their left side in a loop.</summary>
    private void Visit(Expression? expression)
    {
        while (expression is not null)
        {
            switch (expression)
            {
                case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or }:
                    break;
                case BinaryExpression binary:
                    if (binary.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
                    {
                        Use(binary.Left);
                        Use(binary.Right);
                    }

                    Visit(binary.Right);
                    break;
                case UnaryExpression unary:
                    if (unary.Operator != UnaryOperator.Not)
                    {
                        Use(unary.Operand);
                    }

                    Visit(unary.Operand);
                    break;
                case ParenthesizedExpression parenthesized:
                    Visit(parenthesized.Inner);
                    break;
                case CallExpression call:
                    if (_script.CallAt(call) is not null)
                    {
                        foreach (var argument in call.Arguments)
                        {
                            Use(argument);
                        }
                    }

                    VisitAll(call.Arguments);
                    break;
                case MethodCallExpression method:
                    Use(method.Target);
                    VisitAll(method.Arguments);
                    break;
                case IndexExpression index:
                    Use(index.Target);
                    Visit(index.Index);
                    break;
            }

            expression = SyntaxWalker.LeftOf(expression);
        }
    }

    /// <summary>A value that must not be nil: the element itself, or a local that has it.</summary>
    private void Use(Expression used)
    {
        var value = used is NameExpression name && _script.Script.LocalOf(name)?.OnlyValue is { } only ? only : used;
        if (_read is null && value is IndexExpression { Index: NameExpression index } read && _script.Script.LocalOf(index) == _variable && IsArray(read.Target))
        {
            _read = read;
        }
    }

    private bool IsArray(Expression target) =>
        _script.Script.TableOf(target) is not null || _script.TypeOf(target).ReplyArray is not null;

    private string LimitOf(NumericForStatement loop) =>
        Print(loop.Limit is BinaryExpression { Operator: BinaryOperator.Subtract, Right: NumberLiteral { Value: 1 }, Left: var limit } ? limit : loop.Limit);

    private string Print(Expression expression) => SourceExcerpt.Of(_script.Script.Tree, expression);
}
