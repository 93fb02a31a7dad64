namespace LuaGen.Language.Rules;

/// <summary>
/// How certain a rule is. Error: the script cannot work, and no code is generated for it. Warning: it goes wrong on some
/// input or some server. Info: advice.
/// </summary>
internal enum Severity
{
    Info,
    Warning,
    Error,
}
