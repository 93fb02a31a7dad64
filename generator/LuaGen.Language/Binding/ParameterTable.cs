namespace LuaGen.Language.Binding;

/// <summary>The two tables that Redis passes to a script.</summary>
internal enum ParameterTable
{
    Keys,
    Argv,
}
