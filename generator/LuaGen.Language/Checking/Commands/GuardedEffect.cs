using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Commands;

/// <summary>A script that runs one command under a condition, and says whether it did.</summary>
/// <param name="Read">The call before it, whose reply the condition looks at.</param>
/// <param name="Condition">The condition.</param>
/// <param name="RunsIfTrue">Whether the command runs if the condition is true, or if it is false.</param>
/// <param name="Effect">The command.</param>
internal sealed record GuardedEffect(RedisCall Read, BinaryExpression Condition, bool RunsIfTrue, RedisCall Effect)
{
    public static GuardedEffect? Of(WholeScript script)
    {
        var first = script.Statements.Count > 0 && script.Statements[0] is LocalStatement ? 1 : 0;
        if (script.Calls.Count != 2 || script.Statements.Count <= first
            || script.Statements[first] is not IfStatement { Clauses: [{ Condition: BinaryExpression condition } clause] } branch
            || (first == 1 && !IsReadOf(script, script.Statements[0])))
        {
            return null;
        }

        var rest = script.Statements.Skip(first + 1).ToArray();
        if (branch.Else is not null && rest.Length > 0)
        {
            return null;
        }

        var otherwise = branch.Else?.Statements ?? rest;
        var read = script.Calls[0];
        return EffectOf(script, clause.Body.Statements) is { } effect && IsRefusal(script, otherwise) ? new GuardedEffect(read, condition, RunsIfTrue: true, effect)
            : EffectOf(script, otherwise) is { } other && IsRefusal(script, clause.Body.Statements) && clause.Body.Statements.Count > 0 ? new GuardedEffect(read, condition, RunsIfTrue: false, other)
            : null;
    }

    /// <summary>The command of <c>return call</c>, <c>call; return 1</c> and <c>local r = call; return r</c>.</summary>
    private static RedisCall? EffectOf(WholeScript script, IReadOnlyList<Statement> statements) => statements switch
    {
        [ReturnStatement { Values: [var value] }] => script.CallOf(value),
        [var statement] => script.CallOf(statement),
        [var statement, ReturnStatement { Values: [var value] }] when script.CallOf(statement) is { } call
            && (script.ReplyOf(value) == call || value is BooleanLiteral { Value: true } || script.TextOf(value) is "1" or "'OK'") => call,
        _ => null,
    };

    private static bool IsReadOf(WholeScript script, Statement statement) =>
        script.CallOf(statement) is not null || statement is LocalStatement { Values: [var value] } && script.NumberOf(value) is not null;

    private static bool IsRefusal(WholeScript script, IReadOnlyList<Statement> statements) => statements switch
    {
        [] => true,
        [ReturnStatement { Values: [] }] => true,
        [ReturnStatement { Values: [var value] }] => value is NilLiteral or BooleanLiteral { Value: false } or UnaryExpression { Operator: UnaryOperator.Negate, Operand: NumberLiteral } || script.TextOf(value) is "0",
        _ => false,
    };
}
