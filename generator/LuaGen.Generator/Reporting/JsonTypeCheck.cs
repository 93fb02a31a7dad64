using LuaGen.Language;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

/// <summary>Resolves the C# types that headers name. The only check that needs the compilation, so it is not part of the generator.</summary>
internal static class JsonTypeCheck
{
    public static EquatableArray<Finding> Run(CompiledScript script, Compilation compilation)
    {
        var findings = new FindingBag();
        foreach (var type in script.JsonTypes)
        {
            var @namespace = script.Model?.Class.Namespace ?? "";
            if (!Candidates(@namespace, type.TypeName).Any(name => !compilation.GetTypesByMetadataName(name).IsEmpty))
            {
                findings.UnknownJsonType(type.Span, type.TypeName, @namespace);
            }
        }

        return findings.ToEquatableArray();
    }

    /// <summary>The metadata names that C# would try: from the namespace outward, each also with its last parts as nested types.</summary>
    private static IEnumerable<string> Candidates(string @namespace, string type)
    {
        for (var scope = @namespace; ; scope = Outer(scope))
        {
            var name = scope.Length == 0 ? type : $"{scope}.{type}";
            yield return name;
            while (name.LastIndexOf('.') is > 0 and var dot)
            {
                name = name.Substring(0, dot) + "+" + name.Substring(dot + 1);
                yield return name;
            }

            if (scope.Length == 0)
            {
                yield break;
            }
        }
    }

    private static string Outer(string @namespace) =>
        @namespace.LastIndexOf('.') is > 0 and var dot ? @namespace.Substring(0, dot) : "";
}
