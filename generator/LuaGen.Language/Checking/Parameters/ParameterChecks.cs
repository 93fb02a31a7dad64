using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Parameters;

/// <summary>Compares the uses of <c>KEYS</c> and <c>ARGV</c> with the header, in one walk that feeds all checks.</summary>
internal sealed class ParameterChecks : SyntaxWalker
{
    private readonly LocalNameChecks? _names;
    private readonly DigitChecks? _digits;
    private readonly UseChecks? _uses;
    private readonly KeyRoleChecks? _roles;

    private ParameterChecks(CheckedScript script)
    {
        _roles = KeyRoleChecks.Of(script);
        if (script.Header.IsComplete)
        {
            var arguments = script.Arguments;
            _names = new LocalNameChecks(script.Bound, script.Header, script.Findings);
            _digits = new DigitChecks(script.Types, arguments, script.Findings);
            _uses = new UseChecks(script.Types, arguments, script.Findings);
        }
    }

    public static void Run(CheckedScript script)
    {
        var checks = new ParameterChecks(script);
        checks.VisitBlock(script.Bound.Tree.Chunk);
        checks._uses?.Report();
        checks._digits?.Run();
        KeyArgumentChecks.Run(script);
        checks._roles?.Report();
    }

    protected override void VisitStatement(Statement statement)
    {
        _roles?.Check(statement);
        _names?.Check(statement);
        _uses?.Check(statement);
        base.VisitStatement(statement);
    }

    protected override void EnterCondition(Expression condition) => _uses?.CheckCondition(condition);

    protected override void Enter(Expression expression)
    {
        _roles?.Check(expression);
        _uses?.Check(expression);
        if (expression is BinaryExpression { Operator: BinaryOperator.Concatenate } concatenation)
        {
            _digits?.Check(concatenation);
        }
        else if (expression is CallExpression call)
        {
            _digits?.Check(call);
        }
        else if (expression is MethodCallExpression method)
        {
            _digits?.Check(method);
        }
    }
}
