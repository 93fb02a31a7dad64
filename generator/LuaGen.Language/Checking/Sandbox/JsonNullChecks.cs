using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds fields of declared JSON that are tested as conditions: a null of JSON is <c>cjson.null</c>, which is true.</summary>
internal sealed class JsonNullChecks(CheckedScript checkedScript) : SyntaxWalker
{
    private readonly BoundScript _script = checkedScript.Bound;
    private Expression? _tested;
    private bool _handlesNull;

    public static void Run(CheckedScript script)
    {
        if (script.Header.IsComplete && script.Header.Arguments.Any(argument => argument.Type.JsonTypes().Any()))
        {
            var checks = new JsonNullChecks(script);
            checks.VisitBlock(script.Bound.Tree.Chunk);
            checks.Report();
        }
    }

    protected override void EnterCondition(Expression condition) => Test(condition);

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case UnaryExpression { Operator: UnaryOperator.Not } negation:
                Test(negation.Operand);
                break;
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logical:
                Test(logical.Left);
                break;
            case MemberExpression { Member.Name: "null" } member when _script.GlobalNamed(member) is ("cjson", "null"):
                _handlesNull = true;
                break;
            case CallExpression call when _script.FunctionCalled(call) is { FullName: "type" }:
                _handlesNull = true;
                break;
        }
    }

    private void Test(Expression condition)
    {
        var decoded = condition is NameExpression or MemberExpression or IndexExpression ? _script.Resolve(condition) switch
        {
            MemberExpression member => member.Target,
            IndexExpression { Index: StringLiteral } index => index.Target,
            _ => null,
        } : null;
        if (_tested is null && decoded is not null && _script.Resolve(decoded) is CallExpression { Arguments: [var text] } decode
            && _script.FunctionCalled(decode) is { FullName: "cjson.decode" } && checkedScript.Arguments.Of(text) is { Type: JsonType or NullableType { Inner: JsonType } })
        {
            _tested = condition;
        }
    }

    private void Report()
    {
        if (_tested is not null && !_handlesNull)
        {
            var print = SourceExcerpt.Of(_script.Tree, _tested);
            checkedScript.Findings.JsonNull(_tested.Span, print, $"{print} and {print} ~= cjson.null");
        }
    }
}
