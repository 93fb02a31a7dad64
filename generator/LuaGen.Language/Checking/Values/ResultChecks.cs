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
        if (statement is AssignmentStatement assignment)
        {
            CheckAssigned(assignment);
        }
        else if (statement is LocalStatement { Values: [.., CallExpression last] values } local && local.Names.Count > values.Count && FunctionOf(last) is { } function)
        {
            for (var i = values.Count; i < local.Names.Count; i++)
            {
                if (_script.Script.DeclaredBy(local.Names[i]) is { IsReassigned: false } symbol)
                {
                    _extra.Add((local.Names[i], symbol, function, local.Names[values.Count - 1]));
                }
            }
        }
    }

    private void CheckAssigned(AssignmentStatement assignment)
    {
        if (assignment.Values is not { Count: > 0 } values || assignment.Targets.Count <= values.Count || values[values.Count - 1] is not CallExpression last || FunctionOf(last) is not { } function)
        {
            return;
        }

        for (var i = values.Count; i < assignment.Targets.Count; i++)
        {
            if (assignment.Targets[i] is NameExpression target && assignment.Targets[values.Count - 1] is NameExpression first && _script.Script.LocalOf(target) is { } symbol)
            {
                _extra.Add((new Identifier(target.Name, target.Span), symbol, function, new Identifier(first.Name, first.Span)));
            }
        }
    }

    private string? FunctionOf(CallExpression call) => _script.TypeOf(call.Function).Detail is Builtin { Name: "redis.call" or "redis.pcall" } function ? function.Name : null;

    /// <summary>A local that is assigned elsewhere too counts only where it is nil whatever happened before.</summary>
    public void Check(Expression expression)
    {
        if (_extra.Count > 0 && expression is NameExpression name && _script.Script.LocalOf(name) is { } symbol && _script.TypeOf(name).Is(LuaKinds.Nil))
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
                var remedy = function == "redis.call" ? $"`local ok, {(first.Name == "ok" ? "reply" : first.Name)} = pcall(redis.call, …)` to catch errors" : $"`{first.Name}.err` to tell an error";
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
