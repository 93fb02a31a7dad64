using LuaGen.Language;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

/// <summary>
/// Resolves the C# types that headers name, so that an editor shows an unknown one as it is typed, and compares their members with
/// the fields that the script reads. The compiler reports an unknown type too.
/// </summary>
internal static class JsonTypeCheck
{
    public static EquatableArray<Finding> Run(CompiledScript script, Compilation compilation, CancellationToken cancellationToken)
    {
        if (script.JsonTypes.Count == 0)
        {
            return [];
        }

        var findings = new FindingBag();
        var @namespace = script.Models.FirstOrDefault()?.Class.Namespace ?? "";
        var bound = JsonTypeBinding.Bind(compilation, [.. script.JsonTypes.Select(type => (@namespace, type.TypeName))]);
        for (var i = 0; i < bound.Count; i++)
        {
            if (!JsonTypeBinding.IsFound(bound[i]))
            {
                findings.UnknownJsonType(script.JsonTypes[i].Span, script.JsonTypes[i].TypeName, @namespace);
            }
        }

        CheckFields(script, bound, compilation, findings, cancellationToken);
        return findings.ToEquatableArray();
    }

    private static void CheckFields(CompiledScript script, IReadOnlyList<ITypeSymbol?> bound, Compilation compilation, FindingBag findings, CancellationToken cancellationToken)
    {
        var reported = new HashSet<(string, string)>();
        bool? mayUsePolicy = null;
        foreach (var read in script.JsonFields)
        {
            var type = Enumerable.Range(0, bound.Count).FirstOrDefault(i => script.JsonTypes[i].TypeName == read.TypeName);
            if (JsonNames.Meant(bound[type], read.Path) is var (owner, member, name, isStated)
                && (isStated || !(mayUsePolicy ??= JsonNames.MayUsePolicy(compilation, cancellationToken)))
                && reported.Add((owner.ToDisplayString(), read.Name)))
            {
                findings.JsonFieldName(read.Span, owner.Name, read.Name, name, member.Name);
            }
        }
    }
}
