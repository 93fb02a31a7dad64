using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Commands;

/// <summary>
/// Follows what is under each key along straight lines of statements: its type, whether it exists, and whether it expires. What
/// a branch or an unknown function may change is forgotten.
/// </summary>
internal sealed class KeyStateChecks
{
    /// <summary>The number of keys that are followed at a time; a script with more is no ordinary one, and copying them would take quadratic time.</summary>
    private const int MaxKeys = 32;

    private readonly CheckedScript _script;
    private readonly HashSet<CallExpression> _refused;
    private readonly CalledIn _called;

    /// <summary>The keys that any command so far has used.</summary>
    private readonly HashSet<KeyName> _seen = [];
    private Dictionary<KeyName, KeyState> _states = [];

    /// <summary>Whether the states belong to the code before a branch, so that the branch must change a copy.</summary>
    private bool _isShared;

    private KeyStateChecks(CheckedScript script, HashSet<CallExpression> refused) =>
        (_script, _refused, _called) = (script, refused, new CalledIn(script.Bound));

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
        var before = (_states, _isShared);
        (_states, _isShared) = ([], false);
        Follow(block);
        (_states, _isShared) = before;
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
        var before = (_states, _isShared);
        _isShared = true;
        Follow(block);
        (_states, _isShared) = before;
    }

    /// <summary>Forgets what code that may or may not have run could change.</summary>
    private void Forget(Block? block, Expression[] conditions)
    {
        if (_states.Count > 0 && _called.MayChange(block, conditions))
        {
            ForgetAll();
        }
    }

    private void ForgetAll()
    {
        if (_states.Count > 0)
        {
            (_states, _isShared) = ([], false);
        }
    }

    private void Set(KeyName key, KeyState? state)
    {
        if (_isShared)
        {
            (_states, _isShared) = (new Dictionary<KeyName, KeyState>(_states), false);
        }

        if (state is null)
        {
            _states.Remove(key);
        }
        else
        {
            _states[key] = state;
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
                    Apply(command, _called.IsConditional);
                }
                else
                {
                    ForgetAll();
                }
            }

            if (_called.IsUnknown)
            {
                ForgetAll();
            }
        }
    }

    private void Apply(RedisCall call, bool isConditional)
    {
        if (_refused.Contains(call.Expression) || call.CommandName is not { } command || call.Arguments is not [_, { Expression: var argument }, ..] || NameOf(argument) is not { } key)
        {
            ForgetAll();
            return;
        }

        if (_states.Count > MaxKeys)
        {
            ForgetAll();
        }

        _states.TryGetValue(key, out var state);
        Report(call, command, argument, state);
        var isKnown = !_seen.Add(key);
        if (isConditional || !call.Function.EndsWith(".call", StringComparison.Ordinal) || call.Expression.Function is not (MemberExpression or IndexExpression or NameExpression))
        {
            Set(key, null);
            return;
        }

        switch (command)
        {
            case "DEL" or "UNLINK" when call is { Arguments.Count: 2, IsOpen: false }:
                Set(key, new KeyState { IsMissing = true });
                break;
            case "EXPIRE" or "PEXPIRE" or "EXPIREAT" or "PEXPIREAT" when state?.IsMissing == true:
                break;
            case "EXPIRE" or "PEXPIRE" or "EXPIREAT" or "PEXPIREAT":
                Set(key, (state ?? new KeyState { IsKnown = isKnown }) with { ExpirySet = call, IsMissing = false });
                break;
            case "TTL" or "PTTL" or "EXISTS" or "TYPE" or "OBJECT" or "DUMP" or "EXPIRETIME" or "PEXPIRETIME":
                break;
            case "SET" when HasKnownOptions(call) && !HasOption(call, "NX") && !HasOption(call, "XX") && !HasOption(call, "GET"):
                Set(key, new KeyState { Type = "string", MadeBy = call, IsKnown = true, ExpirySet = HasOption(call, "KEEPTTL") ? state?.ExpirySet : call.Arguments.Count > 3 ? call : null });
                break;
            case "SETEX" or "PSETEX":
                Set(key, new KeyState { Type = "string", MadeBy = call, IsKnown = true, ExpirySet = call });
                break;
            default:
                Note(call, command, key, state);
                break;
        }
    }

    /// <summary>Whether all options of SET, which come after the value, are constants.</summary>
    private static bool HasKnownOptions(RedisCall call)
    {
        for (var i = 3; i < call.Arguments.Count; i++)
        {
            if (call.Arguments[i].Constant is null)
            {
                return false;
            }
        }

        return !call.IsOpen;
    }

    private static bool HasOption(RedisCall call, string option)
    {
        for (var i = 3; i < call.Arguments.Count; i++)
        {
            if (option.Equals(call.Arguments[i].Constant, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void Note(RedisCall call, string command, KeyName key, KeyState? state)
    {
        var type = KeyTypes.Of(command);
        if (type is null || KeyTypes.MayEmpty(command))
        {
            Set(key, null);
        }
        else if (command != "SET" && KeyTypes.Creates(command) is { } unless && (unless.Length == 0 || !Before(call, unless)))
        {
            Set(key, new KeyState { Type = type, MadeBy = call, IsKnown = true, ExpirySet = state?.ExpirySet });
        }
        else
        {
            Set(key, (state ?? new KeyState()) with { IsKnown = true });
        }
    }

    /// <summary>Whether the options of ZADD or XADD, which come before the values, may contain a token.</summary>
    private static bool Before(RedisCall call, string option) =>
        call.IsOpen || call.Arguments.Skip(2).Take(5).Any(argument => argument.Constant is null ? argument.Value is not (NumberLiteral or BinaryExpression or CallExpression) : argument.Constant.Equals(option, StringComparison.OrdinalIgnoreCase));

    private void Report(RedisCall call, string command, Expression key, KeyState? state)
    {
        if (state is null)
        {
            return;
        }

        if (command is "EXPIRE" or "PEXPIRE" or "EXPIREAT" or "PEXPIREAT" && state.IsMissing)
        {
            _script.Findings.LostExpiry(call.NameSpan, $"{command} has no effect, because `{Print(key)}` does not exist yet", $"{command} after the command that creates the key");
        }
        else if (command == "SET" && state.ExpirySet is { } expiry && call is { Arguments.Count: 3, IsOpen: false })
        {
            _script.Findings.LostExpiry(call.NameSpan, $"SET removes the time to live that {expiry.CommandName} (line {LineOf(expiry, call)}) gave `{Print(key)}`", "`'KEEPTTL'` or `'EX', seconds` at the end of SET");
        }
        else if (state.ExpirySet is { } early && !state.IsKnown && !state.IsMissing && command is not "SET" && KeyTypes.Creates(command) is not null)
        {
            _script.Findings.LostExpiry(early.NameSpan, $"{early.CommandName} has no effect when `{Print(key)}` does not exist yet, and {command} (line {LineOf(call, early)}) then creates it without a time to live", $"{early.CommandName} after {command}");
        }
        else if (state is { Type: { } type, MadeBy: { } made } && KeyTypes.Of(command) is { } wanted && wanted != type && command is not ("SET" or "SETEX" or "PSETEX") && call.Function.EndsWith(".call", StringComparison.Ordinal))
        {
            _script.Findings.KeyOfTwoTypes(call.NameSpan, command, made.CommandName!, LineOf(made, call), Print(key), type);
        }
    }

    private string Print(Expression key) => SourceExcerpt.Of(_script.Bound.Tree, key);

    /// <summary>The line of a call, for a message that is shown at another.</summary>
    private string LineOf(RedisCall call, RedisCall from) => _script.Lines.Of(call.Span, from.Span);

    /// <summary>A name for the key that two expressions share only if they are the same key.</summary>
    private KeyName? NameOf(Expression key)
    {
        var value = _script.Types.TypeOf(key);
        return value.Text is { } text ? new KeyName(text, Table: null, Index: 0)
            : value.Detail is Parameter { Index: > 0 } parameter && (value.Is(LuaKinds.String) || !value.MayBe(LuaKinds.Boolean)) ? new KeyName(Text: null, parameter.Table, parameter.Index)
            : key is NameExpression name && _script.Bound.LocalOf(name) is { IsReassigned: false } symbol ? new KeyName(Text: null, Table: null, symbol.Declaration.Span.Start)
            : null;
    }

    /// <summary>A constant key, an element of a table, or the place of the local that holds the key.</summary>
    private readonly record struct KeyName(string? Text, ParameterTable? Table, int Index);

    /// <summary>What is known of a key.</summary>
    private sealed record KeyState
    {
        /// <summary>The type, if the script made the key.</summary>
        public string? Type { get; init; }

        /// <summary>The call that made it.</summary>
        public RedisCall? MadeBy { get; init; }

        public bool IsMissing { get; init; }

        /// <summary>Whether the script has used the key before, so that it may rely on its existence.</summary>
        public bool IsKnown { get; init; }

        /// <summary>The call that set its time to live.</summary>
        public RedisCall? ExpirySet { get; init; }
    }
}
