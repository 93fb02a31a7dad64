using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds comparisons that have the same result for every value, that always raise an error, or that compare numbers as text.</summary>
internal sealed class ComparisonChecks(CheckedScript checkedScript)
{
    private readonly TypedScript _script = checkedScript.Types;
    private readonly FindingBag _findings = checkedScript.Findings;

    public void Check(Expression expression)
    {
        if (expression is not BinaryExpression { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } comparison)
        {
            return;
        }

        if (TextComparison.Of(expression, _script) is { } text)
        {
            if (!(text.IsOfEquality && checkedScript.TestedLocals.IsComparedWithText(text.Compared)))
            {
                ReportText(comparison, text.Compared, text.Value, text.Problem, text.Remedy(_script.Script.Tree));
            }
        }
        else if (comparison.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            _ = CheckEquality(comparison, comparison.Left, comparison.Right) || CheckEquality(comparison, comparison.Right, comparison.Left)
                || CheckTypeName(comparison, comparison.Left, comparison.Right) || CheckTypeName(comparison, comparison.Right, comparison.Left)
                || CheckNeverEqual(comparison, comparison.Left, comparison.Right) || CheckNeverEqual(comparison, comparison.Right, comparison.Left);
        }
        else
        {
            CheckOrderOfNumerals(comparison);
        }
    }

    private bool CheckEquality(BinaryExpression comparison, Expression compared, Expression with)
    {
        var (left, right) = (_script.TypeOf(compared), _script.TypeOf(with));
        if (with is NilLiteral)
        {
            return CheckNil(comparison, compared, left);
        }

        if (right.Is(LuaKinds.String) && left.MayBe(LuaKinds.Status) && left.Is(LuaKinds.Status | LuaKinds.Error | LuaKinds.Falsy))
        {
            _findings.StatusComparedWithText(comparison.Span, NameOf(left, compared), RemedyForStatus(comparison, compared, left, with, right.Text));
            return true;
        }

        if (with is StringLiteral { Value: "nil" or "(nil)" } text && IsMissingReply(left) && !checkedScript.TestedLocals.Stores(text.Value))
        {
            var missing = left.MayBe(LuaKinds.False) ? "false" : "nil";
            _findings.TextForNil(comparison.Span, missing, text.Value, comparison.Operator == BinaryOperator.Equal ? $"not {Print(compared)}" : Print(compared));
            return true;
        }

        return false;
    }

    private static bool IsMissingReply(AbstractValue value) => value is { Detail: Reply } && value.MayBe(LuaKinds.String) && value.MayBe(LuaKinds.Falsy);

    /// <summary>A reply that may be false has no field: of a SET with NX, that there is one says all that its <c>OK</c> does.</summary>
    private Remedy RemedyForStatus(BinaryExpression comparison, Expression compared, AbstractValue value, Expression with, string? text)
    {
        var isEqual = comparison.Operator == BinaryOperator.Equal;
        if (value.MayBe(LuaKinds.Falsy) && !value.MayBe(LuaKinds.Error) && text == "OK")
        {
            return isEqual ? Present(comparison, compared, value) : Remedy.Of(_script.Script.Tree, comparison, print => $"not {print(compared)}");
        }

        return Remedy.Of(_script.Script.Tree, comparison, print =>
            $"{(value.MayBe(LuaKinds.Falsy) ? $"({print(compared)} or {{}})" : print(compared))}.ok {TextComparison.OperatorOf(comparison)} {print(with)}");
    }

    /// <summary>The message names the value itself, which decides a condition; an edit must be a boolean wherever the comparison was one.</summary>
    private Remedy Present(BinaryExpression comparison, Expression compared, AbstractValue value) => new(
        Print(compared),
        value.Is(LuaKinds.Any & ~LuaKinds.Nil) ? Remedy.Exact(_script.Script.Tree, comparison, print => $"{print(compared)} ~= false")
        : value.Is(LuaKinds.Any & ~LuaKinds.False) ? Remedy.Exact(_script.Script.Tree, comparison, print => $"{print(compared)} ~= nil")
        : null);

    /// <summary>A missing reply is <c>false</c>; a script that tests for that elsewhere handles it.</summary>
    private bool CheckNil(BinaryExpression comparison, Expression compared, AbstractValue value)
    {
        var isReply = (value.Provenance & ~Provenance.Unknown) == Provenance.Reply && value.MayBe(LuaKinds.False) && !value.MayBe(LuaKinds.Nil) && value.Detail is Reply;
        if (!isReply || checkedScript.TestedLocals.IsTested(compared))
        {
            return isReply;
        }

        var isEqual = comparison.Operator == BinaryOperator.Equal;
        _findings.ReplyComparedWithNil(comparison.Span, NameOf(value, compared), compared is NameExpression && !isEqual
            ? Present(comparison, compared, value)
            : Remedy.Of(_script.Script.Tree, comparison, print => compared is NameExpression ? $"not {print(compared)}" : $"{print(compared)} {TextComparison.OperatorOf(comparison)} false"));
        return true;
    }

    /// <summary>The name of a type that no value has, or <c>type(reply) == 'nil'</c>, where a missing reply is false.</summary>
    private bool CheckTypeName(BinaryExpression comparison, Expression compared, Expression with)
    {
        if (compared is not CallExpression { Arguments: [var asked] } call || with is not (StringLiteral or NilLiteral) || _script.Script.FunctionCalled(call) is not { FullName: "type" })
        {
            return false;
        }

        if (TypeNames.Instead(with) is { } name)
        {
            _findings.NeverEqual(comparison.Span, Print(compared), "the name of a type", Print(with), name);
            return true;
        }

        if (with is not StringLiteral { Value: "nil" })
        {
            return false;
        }

        var value = _script.TypeOf(asked);
        if (!IsOfReply(value) || !value.MayBe(LuaKinds.False) || value.MayBe(LuaKinds.Nil) || checkedScript.TestedLocals.IsTested(asked))
        {
            return false;
        }

        _findings.NeverEqual(comparison.Span, Print(compared), $"the type of {KindNames.Of(value)}", Print(with), $"`{(comparison.Operator == BinaryOperator.Equal ? "not " : "")}{Print(asked)}`");
        return true;
    }

    /// <summary>A reply, or its number, and a value of a kind that it never has. A script that tests the reply in another way too only takes care.</summary>
    private bool CheckNeverEqual(BinaryExpression comparison, Expression compared, Expression with)
    {
        var (left, right) = (_script.TypeOf(compared), _script.TypeOf(with));
        var isTable = with is TableConstructor && left.Kinds != LuaKinds.None;
        if (compared is UnaryExpression { Operator: UnaryOperator.Length } && with is NilLiteral or BooleanLiteral)
        {
            _findings.NeverEqual(comparison.Span, Print(compared), "a number", Print(with), $"`{Print(compared)} {TextComparison.OperatorOf(comparison)} 0`");
            return true;
        }

        if (!isTable && (!IsOfReply(left) || right.Kinds == LuaKinds.None || (Widened(left.Kinds) & Widened(right.Kinds)) != 0))
        {
            return false;
        }

        if (isTable ? !left.MayBe(LuaKinds.AnyTable) : with is not (BooleanLiteral or NilLiteral or NumberLiteral or StringLiteral))
        {
            return false;
        }

        if (checkedScript.TestedLocals.IsTestedOtherwise(compared, with))
        {
            return false;
        }

        _findings.NeverEqual(comparison.Span, Print(compared), isTable ? "another table" : KindNames.Of(left), Print(with), RemedyFor(comparison, compared, left, with));
        return true;
    }

    private static bool IsOfReply(AbstractValue value) => value.Detail is Reply or NumberOf { Source: Reply } || value.Table is { Command: not null, IsOpen: false };

    /// <summary>Whole numbers and fractions, and all tables, can be equal to each other.</summary>
    private static LuaKinds Widened(LuaKinds kinds) =>
        kinds | ((kinds & LuaKinds.Number) != 0 ? LuaKinds.Number : 0) | ((kinds & LuaKinds.AnyTable) != 0 ? LuaKinds.AnyTable : 0);

    private string RemedyFor(BinaryExpression comparison, Expression compared, AbstractValue value, Expression with)
    {
        var @operator = TextComparison.OperatorOf(comparison);
        var wantsAbsent = with is NilLiteral or BooleanLiteral { Value: false } or TableConstructor;
        return value.Is(LuaKinds.Number) && with is BooleanLiteral or NilLiteral ? $"`{Print(compared)} {@operator} {(value.Detail is Reply reply && ReplyShapes.IsTimeToLive(reply.Command) ? "-2" : wantsAbsent ? "0" : "1")}`"
            : value.Is(LuaKinds.Table) && wantsAbsent ? $"`#{Print(compared)} {@operator} 0`"
            : value.Is(LuaKinds.Status | LuaKinds.Falsy) && value.MayBe(LuaKinds.Status) && with is NumberLiteral or BooleanLiteral ? $"`{Print(compared)}.ok {@operator} 'OK'`"
            : value.MayBe(LuaKinds.Nil) && with is BooleanLiteral { Value: false } ? $"`{Print(compared)} {@operator} nil`"
            : value.MayBe(LuaKinds.Falsy) && with is BooleanLiteral ? $"`{(comparison.Operator == BinaryOperator.Equal ? "" : "not ")}{Print(compared)}`"
            : "a comparison with such a value";
    }

    /// <summary>Two texts that are numbers, in the order of text: '10' &lt; '9'. One of them is known to be a number; the other is an argument or a reply.</summary>
    private void CheckOrderOfNumerals(BinaryExpression comparison)
    {
        var (left, right) = (_script.TypeOf(comparison.Left), _script.TypeOf(comparison.Right));
        // A script that compares the lengths first orders numbers as text, and keeps all their digits.
        if (checkedScript.TestedLocals.IsMeasured(comparison.Left) || checkedScript.TestedLocals.IsMeasured(comparison.Right) || !IsText(left) || !IsText(right) || !(IsNumeral(comparison.Left, left) ? MayBeNumeral(comparison.Right, right) : IsNumeral(comparison.Right, right) && MayBeNumeral(comparison.Left, left)))
        {
            return;
        }

        var culprit = left.Detail is Parameter || right.Detail is not Parameter ? comparison.Left : comparison.Right;
        ReportText(comparison, culprit, _script.TypeOf(culprit), left.Detail is Parameter && right.Detail is Parameter ? "is compared with another argument as a string, and `'10' < '9'` is true" : "is compared as a string, and `'10' < '9'` is true",
            Remedy.Of(_script.Script.Tree, comparison, print => $"tonumber({print(comparison.Left)}) {TextComparison.OperatorOf(comparison)} tonumber({print(comparison.Right)})"));
    }

    private static bool IsText(AbstractValue value) => value.MayBe(LuaKinds.String) && value.Is(LuaKinds.String | LuaKinds.Falsy) && value.Text is null;

    /// <summary>An argument that is declared as a number, or a reply that is one.</summary>
    private bool IsNumeral(Expression expression, AbstractValue value) => value.Detail switch
    {
        Parameter => checkedScript.Arguments.Of(expression) is { Type: NamedType { Type.IsNumber: true } },
        Reply reply => IsNumeral(reply),
        _ => false,
    };

    private static bool IsNumeral(Reply reply) => reply switch
    {
        { IsElement: false } => reply.Command is "ZSCORE" or "INCRBYFLOAT" or "HINCRBYFLOAT" or "ZINCRBY" or "GEODIST",
        _ => reply.Command is "TIME" or "ZMSCORE" || (ReplyShapes.IsPage(reply.Command) && reply.Element == 1),
    };

    /// <summary>An argument that is declared as text sorts as text by intention.</summary>
    private bool MayBeNumeral(Expression expression, AbstractValue value) => value.Detail switch
    {
        Parameter { Table: ParameterTable.Argv, Index: > 0 } => checkedScript.Arguments.Of(expression) is not { } declared || (declared.Type is NamedType { Type: var type } && (type.IsNumber || type == HeaderType.Value)),
        Reply => true,
        _ => false,
    };

    private void ReportText(BinaryExpression comparison, Expression compared, AbstractValue value, string problem, Remedy remedy)
    {
        if (value.Detail is Parameter { Table: ParameterTable.Argv } parameter)
        {
            _findings.TextComparedAsNumber(comparison.Span, ParameterFindings.ArgumentName(parameter), problem.StartsWith("is compared", StringComparison.Ordinal) ? problem : $"is a string and {problem}", remedy);
        }
        else
        {
            _findings.NumberComparedWithText(comparison.Span, NameOf(value, compared), problem, remedy);
        }
    }

    private string Print(Expression expression) => SourceExcerpt.Of(_script.Script.Tree, expression);

    /// <summary>The name of a value in a message: its command, otherwise the expression as written.</summary>
    private string NameOf(AbstractValue value, Expression expression) => value.Detail is Reply { IsElement: false } reply ? $"The reply of {reply.Command}" : $"`{Print(expression)}`";
}
