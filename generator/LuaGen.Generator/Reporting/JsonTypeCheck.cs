using LuaGen.Language;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

/// <summary>Resolves the C# types that headers name, so that an editor shows an unknown one as it is typed. The compiler reports it too.</summary>
internal static class JsonTypeCheck
{
    public static EquatableArray<Finding> Run(CompiledScript script, Compilation compilation)
    {
        if (script.JsonTypes.Count == 0)
        {
            return [];
        }

        var findings = new FindingBag();
        var @namespace = script.Model?.Class.Namespace ?? "";
        var bound = JsonTypeBinding.Bind(compilation, [.. script.JsonTypes.Select(type => (@namespace, type.TypeName))]);
        for (var i = 0; i < bound.Count; i++)
        {
            if (!JsonTypeBinding.IsFound(bound[i]))
            {
                findings.UnknownJsonType(script.JsonTypes[i].Span, script.JsonTypes[i].TypeName, @namespace);
            }
        }

        return findings.ToEquatableArray();
    }
}
