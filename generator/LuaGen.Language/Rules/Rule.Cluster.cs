namespace LuaGen.Language.Rules;

/// <content>Keys and hash slots.</content>
internal sealed partial class Rule
{
    /// <summary>A key that is not declared in KEYS.</summary>
    public static Rule UndeclaredKey { get; } = new(6001, RuleCategory.Cluster, Severity.Warning, "Undeclared key", "The key {0} is {1} and none of KEYS{2}; in a cluster it may be on another node, and the call fails after earlier writes: {3}");

    /// <summary>A key that is built from a declared key.</summary>
    public static Rule DerivedKey { get; } = new(6002, RuleCategory.Cluster, Severity.Info, "Key derived from a declared key", "The key {0} is built on a declared key and is none of KEYS{1}; in a cluster both are on one node only where their hash tags are the same: {2}");
    public static Rule KeysOfDifferentSlots { get; } = new(6003, RuleCategory.Cluster, Severity.Warning, "Keys in different slots", "{0} is in slot {1} and {2} on line {3} in slot {4}, so in a cluster they may be on different nodes: give them one hash tag, as in {5} and {6}, and declare them");
}
