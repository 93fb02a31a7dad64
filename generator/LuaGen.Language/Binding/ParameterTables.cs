namespace LuaGen.Language.Binding;

/// <summary>The names of the two tables in Lua.</summary>
internal static class ParameterTables
{
    public static string Name(this ParameterTable table) => table == ParameterTable.Keys ? "KEYS" : "ARGV";

    /// <summary><c>KEYS[1]</c></summary>
    public static string Element(this ParameterTable table, int index) => $"{table.Name()}[{index}]";

    /// <summary>The table that a global names.</summary>
    public static ParameterTable? Named(string global) => global switch
    {
        "KEYS" => ParameterTable.Keys,
        "ARGV" => ParameterTable.Argv,
        _ => null,
    };
}
