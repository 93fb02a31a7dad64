namespace LuaGen.Language.Rules;

/// <summary>
/// How certain a rule is. An error cannot work, and keeps a script's code from being generated; a warning goes wrong on
/// some input or some server; an info is advice.
/// </summary>
internal enum Severity
{
    Info,
    Warning,
    Error,
}
