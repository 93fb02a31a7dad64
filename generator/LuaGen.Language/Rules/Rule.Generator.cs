namespace LuaGen.Language.Rules;

/// <content>LuaGen itself.</content>
internal sealed partial class Rule
{
    public static Rule GeneratorFault { get; } = new(1000, RuleCategory.Generator, Severity.Error, "Internal LuaGen error", "LuaGen failed on this script ({0}): open an issue and attach the script");
}
