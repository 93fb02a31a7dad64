using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Commands;

/// <summary>A command that does what a script does.</summary>
/// <param name="Text">The command with the script's own keys and arguments; only tokens are in plain capitals.</param>
/// <param name="Method">The client's method for it.</param>
internal sealed record OneCommand(string Text, string Method)
{
    private static readonly Dictionary<string, string> Expiries = new(StringComparer.Ordinal)
    {
        ["EXPIRE"] = "EX",
        ["PEXPIRE"] = "PX",
        ["EXPIREAT"] = "EXAT",
        ["PEXPIREAT"] = "PXAT",
    };

    /// <summary>The commands that do what the whole script does; none if no known one does.</summary>
    public static IEnumerable<OneCommand> Of(WholeScript script) =>
        OfGuarded(script).Concat(OfReadAndChange(script)).Concat(OfSlice(script)).Concat(OfFirstList(script));

    private static IEnumerable<OneCommand> OfGuarded(WholeScript script)
    {
        if (GuardedEffect.Of(script) is not { } guarded || guarded.Read.CommandName != "GET" || script.TextsOf(guarded.Read) is not [var key]
            || script.TextsOf(guarded.Effect) is not [var changed, ..] texts || changed != key)
        {
            return [];
        }

        return guarded.Condition.Operator == (guarded.RunsIfTrue ? BinaryOperator.Equal : BinaryOperator.NotEqual)
            ? OfComparison(script, guarded, key, texts)
            : OfBound(script, guarded, key, texts);
    }

    /// <summary><c>if GET == value then DEL or SET</c></summary>
    private static IEnumerable<OneCommand> OfComparison(WholeScript script, GuardedEffect guarded, string key, string[] texts)
    {
        var (left, right) = (guarded.Condition.Left, guarded.Condition.Right);
        var value = script.ReplyOf(left) == guarded.Read ? script.StringOf(right) : script.ReplyOf(right) == guarded.Read ? script.StringOf(left) : null;
        if (value is null)
        {
            yield break;
        }

        switch (guarded.Effect.CommandName)
        {
            case "DEL" or "UNLINK" when texts.Length == 1:
                yield return new OneCommand($"DELEX {key} IFEQ {value}", "StringDeleteAsync(key, ValueCondition.Equal(value))");
                yield return new OneCommand($"DELIFEQ {key} {value}", "ExecuteAsync(\"DELIFEQ\", key, value)");
                break;
            case "SET" when ExpiryOf(texts) is { } expiry:
                yield return new OneCommand($"SET {key} {texts[1]} IFEQ {value}{expiry}", "StringSetAsync(key, value, expiry, ValueCondition.Equal(expected))");
                break;
        }
    }

    /// <summary>The options of SET that set a time, or none; <see langword="null"/> if there are others.</summary>
    private static string? ExpiryOf(string[] texts) => texts switch
    {
        [_, _] => "",
        [_, _, "'KEEPTTL'"] => " KEEPTTL",
        [_, _, "'EX'" or "'PX'" or "'EXAT'" or "'PXAT'", var time] => $" {texts[2].Trim('\'')} {time}",
        _ => null,
    };

    /// <summary><c>if n + amount &gt; limit then return 0 end return INCRBY</c></summary>
    private static IEnumerable<OneCommand> OfBound(WholeScript script, GuardedEffect guarded, string key, string[] texts)
    {
        var (amount, isDown) = (guarded.Effect.CommandName, texts) switch
        {
            ("INCR", [_]) => ("1", false),
            ("INCRBY", [_, var by]) => (by, false),
            ("DECR", [_]) => ("1", true),
            ("DECRBY", [_, var by]) => (by, true),
            _ => (null, false),
        };
        if (amount is null)
        {
            yield break;
        }

        var condition = guarded.Condition;
        var sum = script.NumberOf(condition.Left) == guarded.Read ? null : condition.Left as BinaryExpression;
        var isCurrent = sum is null && script.NumberOf(condition.Left) == guarded.Read;
        var isSum = sum is not null && script.NumberOf(sum.Left) == guarded.Read && script.TextOf(sum.Right) == amount;
        var limit = script.TextOf(condition.Right);
        var refuses = (condition.Operator, guarded.RunsIfTrue) switch
        {
            (BinaryOperator.Greater, false) or (BinaryOperator.LessOrEqual, true) => ">",
            (BinaryOperator.GreaterOrEqual, false) or (BinaryOperator.Less, true) => ">=",
            (BinaryOperator.Less, false) or (BinaryOperator.GreaterOrEqual, true) => "<",
            _ => null,
        };
        if (!isDown && limit is not null
            && ((isSum && sum!.Operator == BinaryOperator.Add && refuses == ">") || (isCurrent && amount == "1" && refuses == ">=")))
        {
            yield return new OneCommand($"INCREX {key} BYINT {amount} UBOUND {limit}", $"StringIncrementAsync(key, {(amount == "1" ? "1" : "amount")}, Expiration.Default, upperBound: limit)");
        }
        else if (isDown && refuses == "<" && ((isSum && sum!.Operator == BinaryOperator.Subtract && limit == "0") || (isCurrent && limit == amount)))
        {
            yield return new OneCommand($"INCREX {key} BYINT -{amount} LBOUND 0", $"StringIncrementAsync(key, {(amount == "1" ? "-1" : "-amount")}, Expiration.Default, lowerBound: 0)");
        }
    }

    /// <summary><c>local v = GET; DEL or EXPIRE; return v</c>, the change perhaps only if there is a value.</summary>
    private static IEnumerable<OneCommand> OfReadAndChange(WholeScript script)
    {
        if (script.Statements is not [LocalStatement first, var second, ReturnStatement { Values: [var returned] }]
            || script.CallOf(first) is not { } read || script.ReplyOf(returned) != read || ChangeAfter(script, read, second) is not { } change
            || script.TextsOf(read) is not [var key, ..] reads || script.TextsOf(change) is not [var changed, ..] texts || changed != key
            || change.CommandName is not { } name)
        {
            yield break;
        }

        if (read.CommandName == "GET" && reads.Length == 1)
        {
            if (name is "DEL" or "UNLINK" && texts.Length == 1)
            {
                yield return new OneCommand($"GETDEL {key}", "StringGetDeleteAsync(key)");
            }
            else if (name == "PERSIST" && texts.Length == 1)
            {
                yield return new OneCommand($"GETEX {key} PERSIST", "StringGetSetExpiryAsync(key, null)");
            }
            else if (Expiries.TryGetValue(name, out var token) && texts is [_, var time])
            {
                yield return new OneCommand($"GETEX {key} {token} {time}", "StringGetSetExpiryAsync(key, expiry)");
            }
        }
        else if (read.CommandName == "HGET" && reads is [_, var field])
        {
            if (name == "HDEL" && texts is [_, var deleted] && deleted == field)
            {
                yield return new OneCommand($"HGETDEL {key} FIELDS 1 {field}", "HashFieldGetAndDeleteAsync(key, field)");
            }
            else if (name.Length > 1 && Expiries.TryGetValue(name.Substring(1), out var token) && name[0] == 'H'
                && texts is [_, var time, "'FIELDS'", "1" or "'1'", var expired] && expired == field)
            {
                yield return new OneCommand($"HGETEX {key} {token} {time} FIELDS 1 {field}", "HashFieldGetAndSetExpiryAsync(key, field, expiry)");
            }
        }
    }

    private static RedisCall? ChangeAfter(WholeScript script, RedisCall read, Statement statement) => statement switch
    {
        CallStatement call => script.CallOf(call.Call),
        IfStatement { Clauses: [{ Body.Statements: [CallStatement call] } clause], Else: null } when IsPresent(script, read, clause.Condition) => script.CallOf(call.Call),
        _ => null,
    };

    /// <summary><c>v</c>, <c>v ~= false</c></summary>
    private static bool IsPresent(WholeScript script, RedisCall read, Expression condition) =>
        script.ReplyOf(condition) == read
        || (condition is BinaryExpression { Operator: BinaryOperator.NotEqual, Right: BooleanLiteral { Value: false } } test && script.ReplyOf(test.Left) == read);

    /// <summary><c>local v = LRANGE 0 n-1; LTRIM n -1; return v</c></summary>
    private static IEnumerable<OneCommand> OfSlice(WholeScript script)
    {
        if (script.Statements is [LocalStatement first, CallStatement second, ReturnStatement { Values: [var returned] }]
            && script.CallOf(first) is { Arguments: [_, var list, var from, var to] } read && read.CommandName == "LRANGE" && script.ReplyOf(returned) == read
            && script.CallOf(second) is { Arguments: [_, var trimmed, var start, var end] } trim && trim.CommandName == "LTRIM"
            && script.TextOf(list.Expression) is { } key && script.TextOf(trimmed.Expression) == key
            && script.TextOf(from.Expression) is "0" or "'0'" && IsLast(end.Expression) && CountOf(script, to.Expression, start.Expression) is { } count)
        {
            yield return new OneCommand($"LPOP {key} {count}", "ListLeftPopAsync(key, count)");
        }

        bool IsLast(Expression expression) =>
            script.TextOf(expression) is "'-1'" or "-1" || expression is UnaryExpression { Operator: UnaryOperator.Negate, Operand: NumberLiteral { Value: 1 } };
    }

    /// <summary>The number of elements from 0 to one place, if the next begins at it.</summary>
    private static string? CountOf(WholeScript script, Expression to, Expression start)
    {
        var count = script.TextOf(start);
        var isNext = to is BinaryExpression { Operator: BinaryOperator.Subtract, Right: NumberLiteral { Value: 1 } } before ? script.TextOf(before.Left) == count
            : int.TryParse(script.TextOf(to), out var last) && int.TryParse(count, out var next) && last + 1 == next && next > 0;
        return isNext ? count : null;
    }

    /// <summary>A loop over KEYS that returns what it pops from the first list that has an element.</summary>
    private static IEnumerable<OneCommand> OfFirstList(WholeScript script)
    {
        if (script.Calls is not [{ Arguments: [_, var list] } pop] || script.Statements.Count is 0 or > 2
            || (script.Statements.Count == 2 && script.Statements[1] is not ReturnStatement { Values: [] or [NilLiteral] or [BooleanLiteral { Value: false }] }))
        {
            yield break;
        }

        var body = script.Statements[0] switch
        {
            NumericForStatement { Start: NumberLiteral { Value: 1 }, Limit: UnaryExpression { Operator: UnaryOperator.Length, Operand: var keys }, Step: null } loop
                when script.IsKeys(keys) && list.Expression is IndexExpression index && script.IsKeys(index.Target) && script.Names(index.Index, loop.Variable) => loop.Body,
            GenericForStatement { Variables: [_, var variable], Iterators: [CallExpression { Arguments: [var keys] } iterator] } loop
                when script.IsGlobal(iterator.Function, "ipairs") && script.IsKeys(keys) && script.Names(list.Expression, variable) => loop.Body,
            _ => null,
        };
        if (body?.Statements is [LocalStatement popped, IfStatement { Clauses: [{ Body.Statements: [ReturnStatement { Values: [var returned] }] } clause], Else: null }]
            && script.CallOf(popped) == pop && script.ReplyOf(returned) == pop && IsPresent(script, pop, clause.Condition)
            && pop.CommandName is "LPOP" or "RPOP")
        {
            var side = pop.CommandName == "LPOP" ? "Left" : "Right";
            yield return new OneCommand($"LMPOP numkeys key {side.ToUpperInvariant()}", $"List{side}PopAsync(keys, 1)");
        }
    }
}
