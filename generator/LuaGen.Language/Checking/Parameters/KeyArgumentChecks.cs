using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Inference;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Parameters;

/// <summary>Finds elements of <c>ARGV</c> that commands take as keys. The remedy is the same with and without a cluster.</summary>
internal static class KeyArgumentChecks
{
    public static void Run(CheckedScript script)
    {
        HashSet<Parameter>? reported = null;
        foreach (var use in script.KeyUses)
        {
            if (use.Argument is { } parameter && (reported ??= []).Add(parameter))
            {
                var isMany = parameter.Index == 0 || use.Expression is CallExpression;
                var advice = script.KeyAdvice.For(use, isMany);
                script.Findings.KeyAsArgument(use.Expression.Span, parameter, KeyElsewhere(script, use) is { } key ? $"swap it with `{key}`, or {advice}" : advice);
            }
        }
    }

    /// <summary>The element of <c>KEYS</c> that the same command takes as something else, as in <c>redis.call('EXPIRE', ARGV[1], KEYS[1])</c>.</summary>
    private static string? KeyElsewhere(CheckedScript script, KeyUse use)
    {
        var keys = new HashSet<Expression>(script.KeyUses.Where(other => other.Call == use.Call).Select(other => other.Expression));
        var found = use.Call.Arguments.FirstOrDefault(argument =>
            !keys.Contains(argument) && script.Types.TypeOf(argument) is { Provenance: Provenance.Key, Detail: Parameter { Table: ParameterTable.Keys, Index: > 0 } });
        return found is null ? null : SourceExcerpt.Of(script.Bound.Tree, found.Span);
    }
}
