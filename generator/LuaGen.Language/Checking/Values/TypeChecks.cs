using LuaGen.Language.Checking.Parameters;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Holds a script against the types of its expressions; one walk, from which each check takes what concerns it.</summary>
internal sealed class TypeChecks : SyntaxWalker
{
    private readonly ComparisonChecks _comparisons;
    private readonly ConditionChecks _conditions;
    private readonly OperationChecks _operations;
    private readonly RaisesChecks? _raises;
    private readonly LocalNameChecks? _names;
    private readonly DigitChecks? _digits;
    private readonly UseChecks? _uses;

    private TypeChecks(TypedScript script, ScriptHeader header, bool isCanonical, FindingBag findings)
    {
        _comparisons = new ComparisonChecks(script, header, findings);
        _conditions = new ConditionChecks(script, findings);
        _operations = new OperationChecks(script, findings);
        if (isCanonical)
        {
            var arguments = new DeclaredArguments(script, header);
            _raises = new RaisesChecks(script, header, findings);
            _names = new LocalNameChecks(script.Script, header, findings);
            _digits = new DigitChecks(script, arguments, findings);
            _uses = new UseChecks(script, arguments, findings);
        }
    }

    public static void Run(TypedScript script, ScriptHeader header, bool isCanonical, FindingBag findings)
    {
        var checks = new TypeChecks(script, header, isCanonical, findings);
        checks.VisitBlock(script.Script.Tree.Chunk);
        checks._raises?.Report();
        checks._uses?.Report();
        checks._digits?.Run();

        var reply = DeclaredReply.Of(header);
        ReturnChecks.Run(script, reply, findings);
        if (isCanonical)
        {
            ReplyChecks.Run(script, header, reply, findings);
        }
    }

    protected override void VisitStatement(Statement statement)
    {
        _operations.Check(statement);
        _names?.Check(statement);
        _uses?.Check(statement);
        base.VisitStatement(statement);
    }

    protected override void EnterCondition(Expression condition)
    {
        _conditions.CheckCondition(condition);
        _uses?.CheckCondition(condition);
    }

    protected override void Enter(Expression expression)
    {
        _comparisons.Check(expression);
        _conditions.Check(expression);
        _operations.Check(expression);
        _raises?.Check(expression);
        _uses?.Check(expression);
        if (expression is BinaryExpression { Operator: BinaryOperator.Concatenate } concatenation)
        {
            _digits?.Check(concatenation);
        }
    }
}
