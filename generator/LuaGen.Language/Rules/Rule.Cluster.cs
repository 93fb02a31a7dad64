namespace LuaGen.Language.Rules;

/// <content>Keys and hash slots.</content>
internal sealed partial class Rule
{
    /// <summary>A key that is not declared in KEYS.</summary>
    public static Rule UndeclaredKey { get; } = new(6001, RuleCategory.Cluster, Severity.Warning, "Undeclared key", "The key `{0}` is {1} and not in KEYS{2}, so in a cluster the call may fail after earlier writes: {3}, or set LuaGenCluster=false if the script never runs in a cluster");

    /// <summary>A key that is built from a declared key.</summary>
    public static Rule DerivedKey { get; } = new(6002, RuleCategory.Cluster, Severity.Info, "Key derived from a declared key", "The key `{0}` is derived from a declared key and not in KEYS{1}, so in a cluster both are on one node only if their hash tags match: {2}, or set LuaGenCluster=false if the script never runs in a cluster");
    public static Rule KeysOfDifferentSlots { get; } = new(6003, RuleCategory.Cluster, Severity.Warning, "Keys in different slots", "{0} is in slot {1} and {2} (line {3}) is in slot {4}, so in a cluster they may be on different nodes: declare them and give them one hash tag, as in {5} and {6}, or set LuaGenCluster=false if the script never runs in a cluster");
}
