using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Commands;

/// <summary>
/// Follows what is under each key along straight lines of statements: its type, whether it exists, and whether it expires. What
/// a branch or an unknown function may change is forgotten.
/// </summary>
internal sealed class KeyStateChecks
{
    private readonly CheckedScript _script;
    private readonly CalledIn _called;
    private readonly KeyStates _states = new();
    private readonly KeyEffects _effects;

    private KeyStateChecks(CheckedScript script, HashSet<CallExpression> refused) =>
        (_script, _called, _effects) = (script, new CalledIn(script.Bound), new KeyEffects(script, refused, _states));

    /// <param name="script">The script.</param>
    /// <param name="refused">Calls that no server accepts, so that nothing after them runs.</param>
    public static void Run(CheckedScript script, HashSet<CallExpression> refused)
    {
        if (script.Types.Calls.Count > 1)
        {
            new KeyStateChecks(script, refused).Follow(script.Bound.Tree.Chunk);
        }
    }

    private void Follow(Block block)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case LocalStatement local:
                    Apply(local.Values);
                    break;
                case AssignmentStatement assignment:
                    Apply(assignment.Values);
                    break;
                case CallStatement call:
                    Apply([call.Call]);
                    break;
                case ReturnStatement @return:
                    Apply(@return.Values);
                    break;
                case IfStatement @if:
                    FollowIf(@if);
                    break;
                case DoStatement @do:
                    Follow(@do.Body);
                    break;
                case WhileStatement loop:
                    FollowLoop(loop.Body, [loop.Condition]);
                    break;
                case RepeatStatement loop:
                    FollowLoop(loop.Body, [loop.Condition]);
                    break;
                case NumericForStatement loop:
                    Apply([loop.Start, loop.Limit]);
                    FollowLoop(loop.Body, []);
                    break;
                case GenericForStatement loop:
                    Apply(loop.Iterators);
                    FollowLoop(loop.Body, []);
                    break;
                case LocalFunctionStatement function:
                    FollowApart(function.Body.Block);
                    break;
                case FunctionStatement function:
                    FollowApart(function.Body.Block);
                    break;
            }
        }
    }

    /// <summary>A body of which it is not known what ran before.</summary>
    private void FollowApart(Block block)
    {
        var before = _states.BeginApart();
        Follow(block);
        _states.End(before);
    }

    private void FollowLoop(Block body, Expression[] conditions)
    {
        FollowApart(body);
        Forget(body, conditions);
    }

    private void FollowIf(IfStatement statement)
    {
        Apply([statement.Clauses[0].Condition]);
        foreach (var clause in statement.Clauses)
        {
            FollowBranch(clause.Body);
        }

        if (statement.Else is { } otherwise)
        {
            FollowBranch(otherwise);
        }

        for (var i = 0; i < statement.Clauses.Count; i++)
        {
            var (condition, body) = (statement.Clauses[i].Condition, statement.Clauses[i].Body);
            Forget(body.Statements is [.., ReturnStatement] ? null : body, i == 0 ? [] : [condition]);
        }

        Forget(statement.Else, []);
    }

    private void FollowBranch(Block block)
    {
        var before = _states.BeginBranch();
        Follow(block);
        _states.End(before);
    }

    /// <summary>Forgets what code that may or may not have run could change.</summary>
    private void Forget(Block? block, Expression[] conditions)
    {
        if (!_states.IsEmpty && _called.MayChange(block, conditions))
        {
            _states.Forget();
        }
    }

    private void Apply(IReadOnlyList<Expression> expressions)
    {
        for (var i = 0; i < expressions.Count; i++)
        {
            _called.Read(expressions[i]);
            for (var j = 0; j < _called.Commands.Count; j++)
            {
                if (_script.Types.CallAt(_called.Commands[j]) is { } command)
                {
                    _effects.Apply(command, _called.IsConditional);
                }
                else
                {
                    _states.Forget();
                }
            }

            if (_called.IsUnknown)
            {
                _states.Forget();
            }
        }
    }
}
