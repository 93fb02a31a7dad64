using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

internal static partial class Rules
{
    private const string CallSiteCategory = "LuaGen.CallSites";

    private static (RuleId Rule, DiagnosticDescriptor Descriptor)[] CallSites =>
    [
        Rule(RuleId.TooFewPassed, CallSiteCategory, "Too few keys or values", "The script needs {0}, and this call passes {1}: pass {2}"),
        Rule(RuleId.TooManyPassed, CallSiteCategory, "More keys or values than the script reads", "This call passes {0}, and the script reads {1}: leave out the rest, or read it"),
        Rule(RuleId.ScriptInString, CallSiteCategory, "Script in a string", "The script can be a file: move it to a .lua file, and call it by the typed method that LuaGen makes of that"),
    ];
}
