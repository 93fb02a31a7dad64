using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

internal static partial class Rules
{
    private static (RuleId Rule, DiagnosticDescriptor Descriptor)[] Syntax => [];
}
