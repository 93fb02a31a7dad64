namespace LuaGen.Language.Rules;

/// <summary>What a rule is about.</summary>
internal enum RuleCategory
{
    Generator,
    Syntax,
    Header,
    Parameters,
    Commands,
    Sandbox,
    Types,
    Cluster,
    CallSites,
}
