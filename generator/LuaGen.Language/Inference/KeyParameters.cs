using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Inference;

/// <summary>Which elements of <c>ARGV</c> a script gives to commands as keys.</summary>
internal static class KeyParameters
{
    /// <summary>The index of each, and a command that takes it as a key.</summary>
    public static IReadOnlyDictionary<int, string> Of(CheckedText text)
    {
        var keys = new Dictionary<int, string>();
        if (!text.IsWhole)
        {
            return keys;
        }

        foreach (var call in RedisCalls.Of(text.Script).All)
        {
            if (call.Arguments is [{ Constant: { } name }, ..] && CommandTable.Find(name) is { KeySpecs: { } specs } command)
            {
                foreach (var argument in specs.SelectMany(spec => KeysOf(spec, call)))
                {
                    if (ElementOf(text.Script, argument.Value) is { } index && !keys.ContainsKey(index))
                    {
                        keys.Add(index, command.Name);
                    }
                }
            }
        }

        return keys;
    }

    /// <summary>The keys that stand at known places; those behind a token or a number are left alone.</summary>
    private static IEnumerable<CallArgument> KeysOf(KeySpec spec, RedisCall call)
    {
        if (spec.Keyword is not null || spec.IsCounted || spec.Begin < 1 || (spec.Last < 0 && call.IsOpen))
        {
            yield break;
        }

        var last = spec.Last < 0 ? call.Arguments.Count + spec.Last : spec.Begin + spec.Last;
        if (spec.Last < 0 && spec.Limit > 1)
        {
            last = spec.Begin;
        }

        for (var i = spec.Begin; i <= last && i < call.Arguments.Count; i += Math.Max(spec.Step, 1))
        {
            yield return call.Arguments[i];
        }
    }

    private static int? ElementOf(BoundScript script, Expression value) =>
        value is IndexExpression index && script.TableOf(index.Target) == ParameterTable.Argv ? script.IntegerOf(index.Index) : null;
}
