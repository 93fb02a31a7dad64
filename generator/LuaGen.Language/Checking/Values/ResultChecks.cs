using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds results that do not exist: a second one of <c>redis.call</c>, and values after the first that a script returns.</summary>
internal sealed class ResultChecks(CheckedScript checkedScript)
{
    private readonly TypedScript _script = checkedScript.Types;
    private readonly List<(Identifier Name, LocalSymbol Symbol, string Function, Identifier First)> _extra = [];
    private readonly HashSet<LocalSymbol> _read = [];

    public void Check(Statement statement)
    {
        if (statement is LocalStatement { Values: [.., CallExpression last] values } local && local.Names.Count > values.Count
            && _script.TypeOf(last.Function).Detail is Builtin { Name: "redis.call" or "redis.pcall" } function)
        {
            for (var i = values.Count; i < local.Names.Count; i++)
            {
                if (_script.Script.DeclaredBy(local.Names[i]) is { IsReassigned: false } symbol)
                {
                    _extra.Add((local.Names[i], symbol, function.Name, local.Names[values.Count - 1]));
                }
            }
        }
    }

    public void Check(Expression expression)
    {
        if (_extra.Count > 0 && expression is NameExpression name && _script.Script.LocalOf(name) is { } symbol)
        {
            _read.Add(symbol);
        }
    }

    public void Report()
    {
        foreach (var (name, symbol, function, first) in _extra)
        {
            if (_read.Contains(symbol))
            {
                var remedy = function == "redis.call" ? $"`local ok, {first.Name} = pcall(redis.call, …)` to catch errors" : $"`{first.Name}.err` to tell an error";
                checkedScript.Findings.ExtraResult(name.Span, $"`{name.Name}` is always nil, because `{function}` has one result", remedy);
            }
        }

        foreach (var statement in _script.Returns)
        {
            if (statement.Values is [_, var second, ..] && _script.TypeOf(second) is { Kinds: not LuaKinds.None } value && !value.Is(LuaKinds.Nil))
            {
                var first = SourceExcerpt.Of(_script.Script.Tree, statement.Values[0]);
                var isError = _script.TypeOf(statement.Values[0]).Is(LuaKinds.Falsy) && value.Is(LuaKinds.String);
                checkedScript.Findings.ExtraResult(second.Span, $"Redis drops all returned values but the first, here `{SourceExcerpt.Of(_script.Script.Tree, second)}`",
                    isError ? $"`return redis.error_reply({SourceExcerpt.Of(_script.Script.Tree, second)})`" : $"`return {{ {first}, {SourceExcerpt.Of(_script.Script.Tree, second)} }}`");
            }
        }
    }
}
