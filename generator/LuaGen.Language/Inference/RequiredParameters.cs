using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Inference;

/// <summary>
/// Which elements of <c>KEYS</c> and <c>ARGV</c> a script requires. An element that the script tests
/// (<c>ARGV[2] or 10</c>, <c>if ARGV[2] then</c>) is optional, and so is one that is read only when another element has
/// some value (<c>if ARGV[1] == 'hold' then … ARGV[2]</c>).
/// </summary>
internal sealed class RequiredParameters : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly PassedChoices _choices;
    private readonly bool[] _counted = [false, false];
    private readonly HashSet<(ParameterTable, int)> _optional = [];
    private readonly HashSet<(ParameterTable Table, int Index)> _needed = [];
    private readonly List<SourceSpan> _conditional = [];

    /// <summary>The number of enclosing choices: conditions on what is passed, and functions, which may never be called.</summary>
    private int _depth;

    private RequiredParameters(BoundScript script) => (_script, _choices) = (script, new PassedChoices(script));

    public static RequiredParameters Of(BoundScript script)
    {
        var parameters = new RequiredParameters(script);
        parameters.VisitBlock(script.Tree.Chunk);
        return parameters;
    }

    /// <summary>The highest required index; 0 if there is none.</summary>
    public int Highest(ParameterTable table) =>
        _needed.Where(need => need.Table == table && !_optional.Contains(need)).Select(need => need.Index).DefaultIfEmpty(0).Max();

    /// <summary>Whether the script reads the number of elements.</summary>
    public bool IsCounted(ParameterTable table) => _counted[(int)table];

    protected override void VisitStatement(Statement statement)
    {
        switch (statement)
        {
            case ReturnStatement @return:
                NeedAll(@return.Values);
                break;
            case WhileStatement @while:
                Ask(@while.Condition);
                break;
            case RepeatStatement repeat:
                Ask(repeat.Condition);
                break;
            case NumericForStatement numeric:
                NeedAll([numeric.Start, numeric.Limit]);
                break;
        }

        var isChoice = statement switch
        {
            WhileStatement @while => _choices.DependsOnPassed(@while.Condition),
            NumericForStatement numeric => _choices.DependsOnPassed(numeric.Start) || _choices.DependsOnPassed(numeric.Limit),
            GenericForStatement generic => generic.Iterators.Any(_choices.DependsOnPassed),
            _ => false,
        };
        Under(isChoice, () => base.VisitStatement(statement));
    }

    protected override void VisitIf(IfStatement statement)
    {
        // The first condition is evaluated in any case, the others only if those before them are false.
        var isChoice = false;
        foreach (var clause in statement.Clauses)
        {
            Ask(clause.Condition);
            Under(isChoice, () => VisitExpression(clause.Condition));
            isChoice |= _choices.DependsOnPassed(clause.Condition);
            Under(isChoice, () => VisitBlock(clause.Body));
        }

        Under(isChoice, () => VisitBlock(statement.Else ?? new Block(default, [])));
        if (isChoice && PassedChoices.MayLeave(statement))
        {
            // The statements that follow run only in some of the calls.
            _depth++;
        }
    }

    protected override void VisitFunctionBody(FunctionBody body, bool hasSelf)
    {
        var depth = _depth++;
        base.VisitFunctionBody(body, hasSelf);
        _depth = depth;
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case UnaryExpression { Operator: UnaryOperator.Not } not:
                Ask(not.Operand);
                break;
            case UnaryExpression { Operator: UnaryOperator.Length } length when _script.TableOf(length.Operand) is { } table:
                _counted[(int)table] = true;
                break;
            case UnaryExpression unary:
                Need(unary.Operand);
                break;
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } choice:
                Ask(choice.Left);
                if (_choices.DependsOnPassed(choice.Left))
                {
                    _conditional.Add(choice.Right.Span);
                }

                break;
            case BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } comparison:
                if (comparison.Left is NilLiteral || comparison.Right is NilLiteral)
                {
                    Ask(comparison.Left);
                    Ask(comparison.Right);
                }
                else if (_choices.DependsOnReply(comparison.Left) || _choices.DependsOnReply(comparison.Right))
                {
                    // A reply is never nil, so the comparison has the same result in every call that leaves the element out.
                    NeedAll([comparison.Left, comparison.Right]);
                }

                break;
            case BinaryExpression binary:
                NeedAll([binary.Left, binary.Right]);
                break;
            case CallExpression call when _script.IsGlobal(call.Function, "type") && call.Arguments.Count > 0:
                Ask(call.Arguments[0]);
                break;
            case CallExpression { Function: MemberExpression { Target: NameExpression library } } call when _script.LocalOf(library) is null:
                NeedAll(call.Arguments);
                break;
            case TableConstructor table:
                NeedAll(table.Fields.OfType<ListField>().Select(field => field.Value));
                break;
        }
    }

    private void Under(bool isChoice, Action visit)
    {
        _depth += isChoice ? 1 : 0;
        visit();
        _depth -= isChoice ? 1 : 0;
    }

    private void NeedAll(IEnumerable<Expression> expressions)
    {
        foreach (var expression in expressions)
        {
            Need(expression);
        }
    }

    /// <summary>A place where nil is an error, or is returned to the caller.</summary>
    private void Need(Expression expression)
    {
        if (_depth == 0 && !_conditional.Any(span => span.Contains(expression.Span)) && _choices.ElementOf(expression) is { } element)
        {
            _needed.Add(element);
        }
    }

    /// <summary>A place where the script tests whether the element was passed.</summary>
    private void Ask(Expression expression)
    {
        if (_choices.ElementOf(expression) is { } element)
        {
            _optional.Add(element);
        }
    }
}
