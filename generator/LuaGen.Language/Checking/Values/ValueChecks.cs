using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Values;

/// <summary>Checks the values of a script's expressions, in one walk that feeds all checks.</summary>
internal sealed class ValueChecks : SyntaxWalker
{
    private readonly ComparisonChecks _comparisons;
    private readonly ConditionChecks _conditions;
    private readonly OperationChecks _operations;
    private readonly FieldChecks _fields;
    private readonly ResultChecks _results;
    private readonly MissingReplyChecks _missing;
    private readonly FurtherResultChecks _further;
    private readonly RaisesChecks _raises;
    private readonly LoopStartChecks _loopStarts;
    private readonly LoopIndexChecks _loopIndexes;

    private ValueChecks(CheckedScript script)
    {
        _comparisons = new ComparisonChecks(script);
        _conditions = new ConditionChecks(script);
        _operations = new OperationChecks(script.Types, script.Findings);
        _fields = new FieldChecks(script);
        _results = new ResultChecks(script);
        _missing = new MissingReplyChecks(script);
        _further = new FurtherResultChecks(script);
        _loopStarts = new LoopStartChecks(script);
        _loopIndexes = new LoopIndexChecks(script);
        _raises = new RaisesChecks(script.Types, script.Header, script.Traits.Servers.Has(ServerFamily.Garnet), script.Findings);
    }

    public static void Run(CheckedScript script)
    {
        var checks = new ValueChecks(script);
        checks.VisitBlock(script.Bound.Tree.Chunk);
        checks._raises.Report();
        checks._results.Report();

        var reply = DeclaredReply.Of(script.Header);
        ReturnChecks.Run(script, reply);
        if (script.Header is { DeclaresAnything: true, HasFaultyReply: false })
        {
            ReplyChecks.Run(script.Types, script.Header, reply, script.Findings);
        }
    }

    protected override void VisitStatement(Statement statement)
    {
        _operations.Check(statement);
        _conditions.Check(statement);
        _results.Check(statement);
        _missing.Check(statement);
        _loopStarts.Check(statement);
        _loopIndexes.Check(statement);
        base.VisitStatement(statement);
    }

    protected override void EnterCondition(Expression condition) => _conditions.CheckCondition(condition);

    protected override void Enter(Expression expression)
    {
        _comparisons.Check(expression);
        _conditions.Check(expression);
        _operations.Check(expression);
        _fields.Check(expression);
        _results.Check(expression);
        _missing.Check(expression);
        _further.Check(expression);
        _raises.Check(expression);
    }
}
