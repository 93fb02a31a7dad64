using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

internal static partial class Rules
{
    private const string ClusterCategory = "LuaGen.Cluster";

    private static (RuleId Rule, DiagnosticDescriptor Descriptor)[] Cluster =>
    [
        Rule(RuleId.UndeclaredKey, ClusterCategory, "Key that is not declared", "The key {0} is {1} and none of KEYS{2}; in a cluster it may be on another node, and the call fails after earlier writes: {3}"),
        Rule(RuleId.DerivedKey, ClusterCategory, "Key built on a declared one", "The key {0} is built on a declared key and is none of KEYS{1}; in a cluster both are on one node only where their hash tags are the same: {2}"),
        Rule(RuleId.KeysOfDifferentSlots, ClusterCategory, "Keys of different slots", "{0} is in slot {1} and {2} on line {3} in slot {4}, so in a cluster they may be on different nodes: give them one hash tag, as in {5} and {6}, and declare them"),
    ];
}
