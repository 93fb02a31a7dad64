using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Commands;

/// <summary>What each command needs of its key and leaves under it.</summary>
/// <param name="script">The script.</param>
/// <param name="refused">Calls that no server accepts, so that nothing after them runs.</param>
/// <param name="states">The states of the keys.</param>
internal sealed class KeyEffects(CheckedScript script, HashSet<CallExpression> refused, KeyStates states)
{
    /// <summary>The index of the first option of SET, after its key and value.</summary>
    private const int FirstOption = 3;

    /// <summary>Compares a call with the state of its key, and gives the key the state after it.</summary>
    public void Apply(RedisCall call, bool isConditional)
    {
        if (refused.Contains(call.Expression) || call.CommandName is not { } command || call.Arguments is not [_, { Expression: var argument }, ..] || KeyName.Of(argument, script.Types) is not { } key)
        {
            states.Forget();
            return;
        }

        var (state, wasUsed) = states.Use(key);
        if (state is not null)
        {
            Report(call, command, argument, state);
        }

        var isCertain = !isConditional && call.Raises && call.Expression.Function is MemberExpression or IndexExpression or NameExpression;
        var after = isCertain ? After(call, command, state, wasUsed) : null;
        if (!ReferenceEquals(after, state))
        {
            states.Set(key, after);
        }
    }

    /// <summary>The state of a key after a command; <see langword="null"/> if nothing is known of it.</summary>
    private static KeyState? After(RedisCall call, string command, KeyState? before, bool wasUsed) => command switch
    {
        "DEL" or "UNLINK" when call is { Arguments.Count: 2, IsOpen: false } => new KeyState { IsMissing = true },
        _ when SetsExpiry(command) => before?.IsMissing == true ? before : (before ?? new KeyState { IsKnown = wasUsed }) with { ExpirySet = call, IsMissing = false },
        "TTL" or "PTTL" or "EXISTS" or "TYPE" or "OBJECT" or "DUMP" or "EXPIRETIME" or "PEXPIRETIME" => before,
        "SET" when HasKnownOptions(call) && !call.HasToken("NX", FirstOption) && !call.HasToken("XX", FirstOption) && !call.HasToken("GET", FirstOption) =>
            Made("string", call, call.HasToken("KEEPTTL", FirstOption) ? before?.ExpirySet : call.Arguments.Count > 3 ? call : null),
        "SETEX" or "PSETEX" => Made("string", call, call),
        _ => KeyTypes.Of(command) is not { } type || KeyTypes.MayEmpty(command) ? null
            : command != "SET" && KeyTypes.Creates(command) is { } unless && (unless.Length == 0 || !MayHaveOptionBefore(call, unless)) ? Made(type, call, before?.ExpirySet)
            : (before ?? new KeyState()) with { IsKnown = true },
    };

    private static KeyState Made(string type, RedisCall call, RedisCall? expirySet) => new() { Type = type, MadeBy = call, IsKnown = true, ExpirySet = expirySet };

    private static bool SetsExpiry(string command) => command is "EXPIRE" or "PEXPIRE" or "EXPIREAT" or "PEXPIREAT";

    /// <summary>Whether all options of SET, which come after the value, are constants.</summary>
    private static bool HasKnownOptions(RedisCall call)
    {
        for (var i = FirstOption; i < call.Arguments.Count; i++)
        {
            if (call.Arguments[i].Constant is null)
            {
                return false;
            }
        }

        return !call.IsOpen;
    }

    /// <summary>Whether the options of ZADD or XADD, which come before the values, may contain a token.</summary>
    private static bool MayHaveOptionBefore(RedisCall call, string option) =>
        call.IsOpen || call.Arguments.Skip(2).Take(5).Any(argument => argument.Constant is null ? argument.Value is not (NumberLiteral or BinaryExpression or CallExpression) : argument.Constant.Equals(option, StringComparison.OrdinalIgnoreCase));

    private void Report(RedisCall call, string command, Expression key, KeyState state)
    {
        if (SetsExpiry(command) && state.IsMissing)
        {
            script.Findings.LostExpiry(call.NameSpan, $"{command} has no effect, because `{Print(key)}` does not exist yet", $"{command} after the command that creates the key");
        }
        else if (command == "SET" && state.ExpirySet is { } expiry && call is { Arguments.Count: 3, IsOpen: false })
        {
            script.Findings.LostExpiry(call.NameSpan, $"SET removes the time to live that {expiry.CommandName} (line {LineOf(expiry, call)}) gave `{Print(key)}`", "`'KEEPTTL'` or `'EX', seconds` at the end of SET");
        }
        else if (state.ExpirySet is { } early && !state.IsKnown && !state.IsMissing && command is not "SET" && KeyTypes.Creates(command) is not null)
        {
            script.Findings.LostExpiry(early.NameSpan, $"{early.CommandName} has no effect when `{Print(key)}` does not exist yet, and {command} (line {LineOf(call, early)}) then creates it without a time to live", $"{early.CommandName} after {command}");
        }
        else if (state is { Type: { } type, MadeBy: { } made } && KeyTypes.Of(command) is { } wanted && wanted != type && command is not ("SET" or "SETEX" or "PSETEX") && call.Raises)
        {
            script.Findings.KeyOfTwoTypes(call.NameSpan, command, made.CommandName!, LineOf(made, call), Print(key), type);
        }
    }

    private string Print(Expression key) => SourceExcerpt.Of(script.Bound.Tree, key);

    /// <summary>The line of a call, for a message that is shown at another.</summary>
    private string LineOf(RedisCall call, RedisCall from) => script.Lines.Of(call.Span, from.Span);
}
