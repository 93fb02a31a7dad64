using LuaGen.Language.Checking.Common;
using LuaGen.Language.Library;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds arrays and strings that are read by a name or at a place that they do not have: <c>HGETALL(…).name</c>, <c>ARGV[1].name</c>, and plain replies that are asked for an error.</summary>
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
                CheckName(member, member.Target, member.Member.Name);
                break;
            case IndexExpression { Index: var key } index when _script.TypeOf(key) is var type:
                if (type.Text is { } name)
                {
                    CheckName(index, index.Target, name);
                }
                else if (type.Is(LuaKinds.Number))
                {
                    CheckPosition(index, type.Value);
                }

                break;
        }
    }

    private void CheckName(Expression read, Expression target, string name)
    {
        if (name == "err")
        {
            CheckError(read, target);
        }

        // Fields of statuses and errors: a script that asks for them takes care of more replies than this one.
        if (name is "ok" or "err")
        {
            return;
        }

        if (TextOf(target) is { } text && LuaLibrary.Find("string", name) is null)
        {
            Report(read, $"{text} is a string", $"`cjson.decode({Print(target)}).{name}` if it is JSON, or the value without a field");
        }
        else if (_script.TypeOf(target).ReplyArray is { Command: { } command })
        {
            var contents = command == "HMGET" ? ", the values of the fields in order" : command == "HGETALL" ? " of fields and values" : "";
            Report(read, $"{command} replies with a flat array{contents}", command switch
            {
                "HGETALL" or "HMGET" => $"`redis.call('HGET', {KeyOf(target)}, '{SourceExcerpt.OneLine(name)}')`",
                "ZRANGE" or "ZREVRANGE" or "ZRANGEBYSCORE" or "ZREVRANGEBYSCORE" => $"`redis.call('ZSCORE', {KeyOf(target)}, '{SourceExcerpt.OneLine(name)}')`",
                _ => "an index from 1, or collect the elements in a table first",
            });
        }
    }

    /// <param name="read">The element.</param>
    /// <param name="position">Its index, if that is constant.</param>
    private void CheckPosition(IndexExpression read, double? position)
    {
        if (TextOf(read.Target) is { } text)
        {
            Report(read, $"{text} is a string", read.Target is IndexExpression outer && _script.TypeOf(outer.Target).Table is { Command: { } flat }
                ? $"one index, as in `{Print(outer.Target)}[{Print(read.Index)}]`, because {flat} replies with a flat array"
                : $"`{Print(read.Target)}`, or `string.sub` for a part of it");
        }
        else if (position is { } index && _script.TypeOf(read.Target).ReplyArray is { } array)
        {
            if (index < 1 || index != Math.Floor(index))
            {
                Report(read, $"the indexes of the reply of {array.Command} are whole numbers from 1", $"`{Print(read.Target)}[1]` for the first element");
            }
            else if (index > array.Length)
            {
                Report(read, $"the reply of {array.Command} has {array.Length} element{(array.Length == 1 ? "" : "s")} here", $"an index up to {array.Length}");
            }
        }
    }

    private void Report(Expression read, string reason, string remedy) => checkedScript.Findings.FieldIsNil(read.Span, Print(read), reason, remedy);

    /// <summary>What a value is called that is certainly a string where it is not missing: an element of KEYS or ARGV, or a reply.</summary>
    private string? TextOf(Expression target)
    {
        var value = _script.TypeOf(target);
        if (!value.MayBe(LuaKinds.String) || !value.Is(LuaKinds.String | LuaKinds.Falsy) || checkedScript.TestedLocals.IsAskedFor(target))
        {
            return null;
        }

        return value.Detail switch
        {
            Parameter => $"`{Print(target)}`",
            Reply { IsElement: false } reply => $"the reply of {reply.Command}",
            Reply reply => $"an element of the reply of {reply.Command}",
            _ => null,
        };
    }

    private string Print(Expression expression) => SourceExcerpt.Of(_script.Script.Tree, expression);

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
}
