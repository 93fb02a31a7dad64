namespace LuaGen.Generator.Findings;

/// <summary>
/// Every rule, by name; the value is the four digits behind <c>LUA</c>. The thousands name the stage that reports it:
/// 1 syntax, 2 header, 3 keys and arguments, 4 commands, 5 Lua inside Redis, 6 cluster, 7 C# call sites.
/// What a rule says, and how sure it is, stands in <c>Reporting/</c>.
/// </summary>
internal enum RuleId
{
    GeneratorFault = 1000,
    SyntaxError = 1001,

    MalformedDeclaration = 2001,
    LooseDeclaration = 2002,
    UnknownType = 2003,
    BadDefault = 2004,
    BadIndex = 2005,
    NameCollision = 2006,
    NoHeader = 2007,
    NotBuiltYet = 2008,
    ScriptNameCollision = 2009,

    IndexBeyondDeclared = 3001,
    UnusedDeclaration = 3002,
    IndexBelowOne = 3003,
}
