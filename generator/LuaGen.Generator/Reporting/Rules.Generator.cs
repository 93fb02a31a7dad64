using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

internal static partial class Rules
{
    private static (RuleId Rule, DiagnosticDescriptor Descriptor)[] Generator =>
    [
        Rule(RuleId.GeneratorFault, "LuaGen.Generator", "LuaGen itself failed", "LuaGen itself failed on this script: {0}; please report it with the script"),
    ];
}
