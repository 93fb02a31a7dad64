using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds arrays of replies that are read by a name, which is always nil: <c>HGETALL(…).name</c>, and plain replies that are asked for an error.</summary>
internal sealed class FieldChecks(CheckedScript checkedScript)
{
    /// <summary>Kinds that have no fields; a string has some.</summary>
    private const LuaKinds Plain = LuaKinds.Number | LuaKinds.Boolean | LuaKinds.Nil;

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
        if (name == "err")
        {
            CheckError(read, target);
        }

        // Fields of statuses and errors: a script that asks for them takes care of more replies than this one.
        if (name is "ok" or "err" || _script.TypeOf(target) is not { Kinds: LuaKinds.Table } value || CommandOf(value) is not { } command)
        {
            return;
        }

        var (contents, remedy) = command switch
        {
            "HGETALL" or "HMGET" => (command == "HMGET" ? ", the values of the fields in order" : " of fields and values", $"`redis.call('HGET', {KeyOf(target)}, '{SourceExcerpt.OneLine(name)}')`"),
            "ZRANGE" or "ZREVRANGE" or "ZRANGEBYSCORE" or "ZREVRANGEBYSCORE" => ("", $"`redis.call('ZSCORE', {KeyOf(target)}, '{SourceExcerpt.OneLine(name)}')`"),
            _ => ("", "an index from 1, or collect the elements in a table first"),
        };
        checkedScript.Findings.FieldOfFlatReply(read.Span, SourceExcerpt.Of(_script.Script.Tree, read), command, contents, remedy);
    }

    /// <summary>The reply of <c>redis.pcall</c>, which is an error or a value that has no fields. A script that asks for its type, or for a number, knows when it is an error.</summary>
    private void CheckError(Expression read, Expression target)
    {
        var value = _script.TypeOf(target);
        var tests = checkedScript.TestedLocals;
        if (target is not NameExpression || value.Detail is not Reply { IsElement: false } reply || !value.MayBe(LuaKinds.Error) || !value.MayBe(Plain) || tests.IsAskedFor(target))
        {
            return;
        }

        var print = SourceExcerpt.Of(_script.Script.Tree, target);
        if (value.Is(LuaKinds.Error | Plain))
        {
            checkedScript.Findings.ErrorFieldOfValue(read.Span, print, KindNames.Of(value.Without(LuaKinds.Error)), reply.Command, $"{print}.err", $"type({print}) == 'table' and {print}.err");
        }
        else if (value.Is(LuaKinds.Error | LuaKinds.Falsy | LuaKinds.String) && !tests.IsTested(target))
        {
            checkedScript.Findings.MissingReply(read.Span, print, "false", reply.Command.StartsWith("H", StringComparison.Ordinal) ? "field" : "key", "`.err`", $"{print} and {print}.err");
        }
    }

    private string KeyOf(Expression reply) => _script.Script.Resolve(reply) is CallExpression { Arguments: [_, var key, ..] } ? SourceExcerpt.Of(_script.Script.Tree, key) : "key";

    /// <summary>The command whose reply is certainly a list of elements with indexes alone.</summary>
    private static string? CommandOf(AbstractValue value) => value.Table is { IsOpen: false, HasNames: false, Command: { } command } ? command : null;
}
