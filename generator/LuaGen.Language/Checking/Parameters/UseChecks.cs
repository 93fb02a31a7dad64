using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Parameters;

/// <summary>
/// Finds uses of an argument that contradict the form in which its declared type is sent. A script that tests the
/// argument elsewhere handles the case, so uses are collected first and reported only for arguments without such a test.
/// </summary>
internal sealed class UseChecks
{
    private readonly TypedScript _script;
    private readonly DeclaredArguments _arguments;
    private readonly FindingBag _findings;
    private readonly List<Suspicion> _suspicions = [];
    private readonly HashSet<int> _guarded = [];

    public UseChecks(TypedScript script, DeclaredArguments arguments, FindingBag findings) =>
        (_script, _arguments, _findings) = (script, arguments, findings);

    public void Report()
    {
        HashSet<(Rule, int)>? reported = null;
        foreach (var suspicion in _suspicions)
        {
            if (!_guarded.Contains(suspicion.Index) && (reported ??= []).Add((suspicion.Rule, suspicion.Index)))
            {
                Report(suspicion);
            }
        }
    }

    public void Check(Statement statement)
    {
        switch (statement)
        {
            case LocalStatement local:
                GuardAll(local.Values);
                break;
            case AssignmentStatement assignment:
                GuardAll(assignment.Values);
                break;
        }
    }

    public void Check(Expression expression)
    {
        switch (expression)
        {
            case UnaryExpression { Operator: UnaryOperator.Not } negation:
                CheckTruth(negation.Operand, isNegated: true, negation);
                break;
            case UnaryExpression { Operator: UnaryOperator.Length } length:
                Guard(length.Operand);
                break;
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logical:
                CheckLogical(logical);
                break;
            case BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } comparison:
                CheckComparison(comparison, comparison.Left, comparison.Right);
                CheckComparison(comparison, comparison.Right, comparison.Left);
                break;
            case CallExpression { Arguments: [var converted] } call when IsToNumber(call):
                CheckConversion(call, converted);
                break;
            case CallExpression { Arguments: [var measured, ..], Function: MemberExpression { Target: NameExpression { Name: "string" } } }:
                // string.len, string.match and others inspect the text.
                Guard(measured);
                break;
            case MethodCallExpression method:
                Guard(method.Target);
                break;
        }
    }

    public void CheckCondition(Expression condition)
    {
        switch (condition)
        {
            case ParenthesizedExpression parenthesized:
                CheckCondition(parenthesized.Inner);
                break;
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logical:
                CheckCondition(logical.Right);
                break;
            default:
                CheckTruth(condition, isNegated: false, condition);
                break;
        }
    }

    private void CheckLogical(BinaryExpression logical)
    {
        if (logical is { Operator: BinaryOperator.Or, Right: StringLiteral { Value: "" or "0" or "1" } })
        {
            // (x or '') == '': the comparison has a different operand, so the test is recorded here.
            Guard(logical.Left);
        }

        GuardConversion(logical.Left);
        GuardConversion(logical.Right);
        CheckTruth(logical.Left, isNegated: false, logical);
    }

    /// <summary><c>if x</c>, <c>not x</c>, <c>x or y</c></summary>
    private void CheckTruth(Expression tested, bool isNegated, Expression place)
    {
        if (_arguments.Of(tested) is not { } argument)
        {
            return;
        }

        // The remedy of "not x" and of "x or y" replaces the whole expression.
        var isDefault = place is BinaryExpression { Operator: BinaryOperator.Or };
        if (argument.Type is NamedType { Type.Kind: WireKind.Boolean })
        {
            var remedy = Quoted(isNegated ? place : tested, print => $"{print(tested)} {(isNegated ? "~=" : "==")} '1'");
            Suspect(Rule.TypeContradicted, tested, argument, "is '1' or '0', and both are true in Lua", isDefault ? Remedy.Advice(remedy.Shown) : remedy);
        }
        else if (_arguments.IsSentEmpty(argument))
        {
            Suspect(Rule.EmptyTakenForNil, tested, argument, "", Remedy.Of(_script.Script.Tree, isNegated || isDefault ? place : tested, print =>
                Emptiness(print(tested), argument, isEmpty: isNegated) + (isDefault ? $" and {print(tested)} or {print(((BinaryExpression)place).Right)}" : "")));
        }
    }

    private void CheckComparison(BinaryExpression comparison, Expression compared, Expression with)
    {
        if (_arguments.Of(compared) is not { } argument)
        {
            return;
        }

        if (with is NilLiteral)
        {
            if (_arguments.IsSentEmpty(argument))
            {
                Suspect(Rule.EmptyTakenForNil, comparison, argument, "", Remedy.Of(_script.Script.Tree, comparison, print =>
                    Emptiness(print(compared), argument, isEmpty: comparison.Operator == BinaryOperator.Equal)));
            }

            return;
        }

        if (_script.TypeOf(with).Text is not { } text)
        {
            return;
        }

        var bare = argument.Type is NullableType nullable ? nullable.Inner : argument.Type;
        if (text.Length == 0 || (bare is NamedType { Type.Kind: WireKind.Boolean } && text is "0" or "1"))
        {
            _guarded.Add(argument.Index);
        }
        else if (bare is NamedType { Type.Kind: WireKind.Boolean })
        {
            var means = text is "true" or "True" or "TRUE" or "t" or "yes" or "on" ? "1" : "0";
            Suspect(Rule.TypeContradicted, comparison, argument, $"is '1' or '0', and never equals '{SourceExcerpt.OneLine(text)}'",
                Quoted(comparison, print => $"{print(compared)} {TextComparison.OperatorOf(comparison)} '{means}'"));
        }
        else if (bare is EnumType { Literals: var literals } && !literals.Contains(text))
        {
            Suspect(Rule.TypeContradicted, comparison, argument, $"is never '{SourceExcerpt.OneLine(text)}', because its declaration does not list that value",
                Remedy.Advice($"`'{NearestName.Of(text, literals) ?? literals[0]}'`, or declare `'{SourceExcerpt.OneLine(text)}'` too"));
        }
    }

    private void CheckConversion(CallExpression call, Expression converted)
    {
        if (_arguments.Of(converted) is not { } argument)
        {
            return;
        }

        switch (argument.Type)
        {
            case NamedType { Type.Kind: WireKind.Guid }:
                Suspect(Rule.TypeContradicted, call, argument, "is a GUID, for which `tonumber` returns nil", Quoted(call, print => print(converted)));
                break;
            case EnumType { Literals: var literals } when literals.All(literal => literal.Length > 0 && !literal.Any(char.IsDigit) && literal.ToLowerInvariant() is not ("inf" or "nan" or "infinity")):
                Suspect(Rule.TypeContradicted, call, argument, "is one of its declared values, for which `tonumber` returns nil", Quoted(call, print => print(converted)));
                break;
        }
    }

    /// <summary><c>tonumber('')</c> is nil, and the script can test the result that it keeps.</summary>
    private void GuardAll(IReadOnlyList<Expression> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            GuardConversion(values[i]);
        }
    }

    private void GuardConversion(Expression value)
    {
        if (value is CallExpression { Arguments: [var converted] } call && IsToNumber(call) && _arguments.Of(converted) is { Type: NullableType } argument)
        {
            _guarded.Add(argument.Index);
        }
    }

    private void Guard(Expression expression)
    {
        if (_arguments.Of(expression) is { } argument)
        {
            _guarded.Add(argument.Index);
        }
    }

    private void Report(Suspicion suspicion)
    {
        if (suspicion.Rule == Rule.EmptyTakenForNil)
        {
            _findings.EmptyTakenForNil(suspicion.Expression.Span, suspicion.Argument, suspicion.Remedy);
        }
        else
        {
            _findings.TypeContradicted(suspicion.Expression.Span, suspicion.Argument, suspicion.Problem, suspicion.Remedy);
        }
    }

    private void Suspect(Rule rule, Expression place, ArgumentDeclaration argument, string problem, Remedy remedy) =>
        _suspicions.Add(new Suspicion(rule, place, argument.Index, $"ARGV[{argument.Index}]", problem, remedy));

    private string Emptiness(string tested, ArgumentDeclaration argument, bool isEmpty) =>
        $"{(_arguments.IsLeftOut(argument) ? $"({tested} or '')" : tested)} {(isEmpty ? "==" : "~=")} ''";

    private Remedy Quoted(Expression replaced, Func<Func<Expression, string>, string> write) => Remedy.Quoted(_script.Script.Tree, replaced, write);

    private bool IsToNumber(CallExpression call) => _script.Script.IsGlobal(_script.Script.Resolve(call.Function), "tonumber");

    private sealed record Suspicion(Rule Rule, Expression Expression, int Index, string Argument, string Problem, Remedy Remedy);
}
