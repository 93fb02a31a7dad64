using System.Globalization;
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
    private readonly Dictionary<CallExpression, RedisCall> _calls = [];
    private readonly LineMap _lines;

    /// <summary>The keys that any command so far has used.</summary>
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private Dictionary<string, KeyState> _states = new(StringComparer.Ordinal);

    private readonly HashSet<CallExpression> _refused;

    private KeyStateChecks(CheckedScript script, HashSet<CallExpression> refused)
    {
        _script = script;
        _refused = refused;
        _lines = new LineMap(script.Bound.Tree.Text);
        foreach (var call in script.Types.Calls)
        {
            _calls[call.Expression] = call;
        }
    }

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
        var states = _states;
        _states = new Dictionary<string, KeyState>(StringComparer.Ordinal);
        Follow(block);
        _states = states;
    }

    private void FollowLoop(Block body, Expression[] conditions)
    {
        FollowApart(body);
        Forget(body, conditions);
    }

    private void FollowIf(IfStatement statement)
    {
        Apply([statement.Clauses[0].Condition]);
        var before = _states;
        var forgotten = new List<Block>();
        foreach (var clause in statement.Clauses)
        {
            _states = new Dictionary<string, KeyState>(before, StringComparer.Ordinal);
            Follow(clause.Body);
            if (clause.Body.Statements is not [.., ReturnStatement])
            {
                forgotten.Add(clause.Body);
            }
        }

        if (statement.Else is { } otherwise)
        {
            _states = new Dictionary<string, KeyState>(before, StringComparer.Ordinal);
            Follow(otherwise);
            forgotten.Add(otherwise);
        }

        _states = before;
        foreach (var block in forgotten)
        {
            Forget(block, []);
        }

        Forget(null, [.. statement.Clauses.Skip(1).Select(clause => clause.Condition)]);
    }

    /// <summary>Forgets what code that may or may not have run could change.</summary>
    private void Forget(Block? block, Expression[] conditions)
    {
        if (_states.Count > 0 && CalledIn.MayChange(_script.Bound, block, conditions))
        {
            _states.Clear();
        }
    }

    private void Apply(IReadOnlyList<Expression> expressions)
    {
        foreach (var expression in expressions)
        {
            var called = CalledIn.Of(_script.Bound, expression);
            foreach (var call in called.Commands)
            {
                if (_calls.TryGetValue(call, out var command))
                {
                    Apply(command, called.IsConditional);
                }
                else
                {
                    _states.Clear();
                }
            }

            if (called.IsUnknown)
            {
                _states.Clear();
            }
        }
    }

    private void Apply(RedisCall call, bool isConditional)
    {
        if (_refused.Contains(call.Expression) || call.Arguments is not [{ Constant: { } name }, { Expression: var key }, ..] || IdentityOf(key) is not { } identity)
        {
            _states.Clear();
            return;
        }

        var command = name.ToUpperInvariant();
        if (_states.Count > MaxKeys)
        {
            _states.Clear();
        }

        _states.TryGetValue(identity, out var state);
        Report(call, command, key, state);
        var isKnown = !_seen.Add(identity);
        if (isConditional || !call.Function.EndsWith(".call", StringComparison.Ordinal) || call.Expression.Function is not (MemberExpression or IndexExpression or NameExpression))
        {
            _states.Remove(identity);
            return;
        }

        bool Names(string option) => call.Arguments.Skip(3).Any(argument => option.Equals(argument.Constant, StringComparison.OrdinalIgnoreCase));
        switch (command)
        {
            case "DEL" or "UNLINK" when call is { Arguments.Count: 2, IsOpen: false }:
                _states[identity] = new KeyState { IsMissing = true };
                break;
            case "EXPIRE" or "PEXPIRE" or "EXPIREAT" or "PEXPIREAT" when state?.IsMissing == true:
                break;
            case "EXPIRE" or "PEXPIRE" or "EXPIREAT" or "PEXPIREAT":
                _states[identity] = (state ?? new KeyState { IsKnown = isKnown }) with { ExpirySet = call, IsMissing = false };
                break;
            case "TTL" or "PTTL" or "EXISTS" or "TYPE" or "OBJECT" or "DUMP" or "EXPIRETIME" or "PEXPIRETIME":
                break;
            case "SET" when !call.Arguments.Skip(3).Any(argument => argument.Constant is null) && !call.IsOpen && !Names("NX") && !Names("XX") && !Names("GET"):
                _states[identity] = new KeyState { Type = "string", MadeBy = call, IsKnown = true, ExpirySet = Names("KEEPTTL") ? state?.ExpirySet : call.Arguments.Count > 3 ? call : null };
                break;
            case "SETEX" or "PSETEX":
                _states[identity] = new KeyState { Type = "string", MadeBy = call, IsKnown = true, ExpirySet = call };
                break;
            default:
                Note(call, command, identity, state);
                break;
        }
    }

    private void Note(RedisCall call, string command, string identity, KeyState? state)
    {
        var type = KeyTypes.Of(command);
        if (type is null || KeyTypes.MayEmpty(command))
        {
            _states.Remove(identity);
        }
        else if (command != "SET" && KeyTypes.Creates(command, option => Before(call, option)))
        {
            _states[identity] = new KeyState { Type = type, MadeBy = call, IsKnown = true, ExpirySet = state?.ExpirySet };
        }
        else
        {
            _states[identity] = (state ?? new KeyState()) with { IsKnown = true };
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

        var printed = SourceExcerpt.Of(_script.Bound.Tree, key);
        if (command is "EXPIRE" or "PEXPIRE" or "EXPIREAT" or "PEXPIREAT" && state.IsMissing)
        {
            _script.Findings.LostExpiry(call.NameSpan, $"{command} has no effect, because `{printed}` does not exist yet", $"{command} after the command that creates the key");
        }
        else if (command == "SET" && state.ExpirySet is { } expiry && call is { Arguments.Count: 3, IsOpen: false })
        {
            _script.Findings.LostExpiry(call.NameSpan, $"SET removes the time to live that {expiry.Arguments[0].Constant?.ToUpperInvariant()} (line {LineOf(expiry)}) gave `{printed}`", "`'KEEPTTL'` or `'EX', seconds` at the end of SET");
        }
        else if (state.ExpirySet is { } early && !state.IsKnown && !state.IsMissing && command is not "SET" && KeyTypes.Creates(command, static _ => false))
        {
            _script.Findings.LostExpiry(early.NameSpan, $"{early.Arguments[0].Constant?.ToUpperInvariant()} has no effect when `{printed}` does not exist yet, and {command} (line {LineOf(call)}) then creates it without a time to live", $"{early.Arguments[0].Constant?.ToUpperInvariant()} after {command}");
        }
        else if (state is { Type: { } type, MadeBy: { } made } && KeyTypes.Of(command) is { } wanted && wanted != type && command is not ("SET" or "SETEX" or "PSETEX") && call.Function.EndsWith(".call", StringComparison.Ordinal))
        {
            _script.Findings.KeyOfTwoTypes(call.NameSpan, command, made.Arguments[0].Constant!.ToUpperInvariant(), LineOf(made), printed, type);
        }
    }

    private int LineOf(RedisCall call) => _lines.GetPosition(call.Span.Start).Line + 1;

    /// <summary>A name for the key that two expressions share only if they are the same key.</summary>
    private string? IdentityOf(Expression key)
    {
        var value = _script.Types.TypeOf(key);
        return value.Text is { } text ? $"'{text}"
            : value.Detail is Parameter { Index: > 0 } parameter && value.Is(LuaKinds.String) ? string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", parameter.Table, parameter.Index)
            : value.Detail is Parameter { Index: > 0 } loose && !value.MayBe(LuaKinds.Boolean) ? string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", loose.Table, loose.Index)
            : key is NameExpression name && _script.Bound.LocalOf(name) is { IsReassigned: false } symbol ? string.Format(CultureInfo.InvariantCulture, "local {0}", symbol.Declaration.Span.Start)
            : null;
    }

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
