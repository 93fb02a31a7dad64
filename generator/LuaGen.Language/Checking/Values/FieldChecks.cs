using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds arrays of replies that are read by a name, which is always nil: <c>HGETALL(…).name</c>.</summary>
internal sealed class FieldChecks(CheckedScript checkedScript)
{
    private readonly TypedScript _script = checkedScript.Types;

    public void Check(Expression expression)
    {
        switch (expression)
        {
            case MemberExpression member:
                Check(member, member.Target, member.Member.Name);
                break;
            case IndexExpression { Index: var key } index when _script.TypeOf(key) is { Text: { } name }:
                Check(index, index.Target, name);
                break;
        }
    }

    private void Check(Expression read, Expression target, string name)
    {
        // Fields of statuses and errors: a script that asks for them takes care of more replies than this one.
        if (name is "ok" or "err" || _script.TypeOf(target) is not { Kinds: LuaKinds.Table } value || CommandOf(value) is not { } command)
        {
            return;
        }

        var (contents, remedy) = command switch
        {
            "HGETALL" or "HMGET" => (command == "HMGET" ? ", the values of the fields in order" : " of fields and values", $"`redis.call('HGET', key, '{SourceExcerpt.OneLine(name)}')`"),
            "ZRANGE" or "ZREVRANGE" or "ZRANGEBYSCORE" or "ZREVRANGEBYSCORE" => ("", "`redis.call('ZSCORE', key, member)`"),
            _ => ("", "an index from 1, or collect the elements in a table first"),
        };
        checkedScript.Findings.FieldOfFlatReply(read.Span, SourceExcerpt.Of(_script.Script.Tree, read), command, contents, remedy);
    }

    /// <summary>The command whose reply is certainly a list of elements with indexes alone.</summary>
    private static string? CommandOf(AbstractValue value) => value.Table is { IsOpen: false, HasNames: false, Command: { } command } ? command : null;
}
