namespace LuaGen.Language.Rules;

/// <content>KEYS and ARGV, compared with the header.</content>
internal sealed partial class Rule
{
    public static Rule IndexBeyondDeclared { get; } = new(3001, RuleCategory.Parameters, Severity.Warning, "Undeclared index", "{0}[{1}] is always nil, because the header declares {2}: declare `-- {0}[{1}] {3}` or correct the index");
    public static Rule UnusedDeclaration { get; } = new(3002, RuleCategory.Parameters, Severity.Warning, "Unused declaration", "{0}[{1}] '{2}' is never read: remove the declaration, or begin its name with `_`");
    public static Rule StrayIndex { get; } = new(3003, RuleCategory.Parameters, Severity.Warning, "Invalid index into KEYS or ARGV", "{0}, because the indexes of {1} are whole numbers from 1: write {2}");

    /// <summary>A local is named after one key or argument but holds the value of another.</summary>
    public static Rule LocalNamedOtherwise { get; } = new(3005, RuleCategory.Parameters, Severity.Warning, "Local named after another key or argument", "{0}[{1}] is declared as '{2}', and '{3}' is {0}[{4}]: write `local {3} = {0}[{4}]`, or swap the names in the header");

    /// <summary>An element of <c>ARGV</c> is used as a key.</summary>
    public static Rule KeyAsArgument { get; } = new(3006, RuleCategory.Parameters, Severity.Warning, "Key passed as an argument", "{0} is used as a key, but a cluster and a key prefix see only KEYS: {1}");

    /// <summary>A 64-bit argument is converted to a double without need, which loses digits.</summary>
    public static Rule DigitsLost { get; } = new(3007, RuleCategory.Parameters, Severity.Info, "Precision lost by tonumber", "`{0}` rounds ARGV[{1}], declared as '{2}', above {3}: write `{4}`, which keeps {5}");

    /// <summary>A null argument is sent as <c>''</c>, which is true in Lua.</summary>
    public static Rule EmptyTakenForNil { get; } = new(3008, RuleCategory.Parameters, Severity.Warning, "Empty string tested for nil", "{0} is sent as `''` when it is null, and `''` is true in Lua: write `{1}`");
    public static Rule TypeContradicted { get; } = new(3009, RuleCategory.Parameters, Severity.Warning, "Use inconsistent with the declared type", "{0} {1}: write {2}");
}
