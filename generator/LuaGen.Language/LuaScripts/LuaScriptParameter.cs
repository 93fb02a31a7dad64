using LuaGen.Language.Binding;

namespace LuaGen.Language.LuaScripts;

/// <summary>A parameter of a <c>LuaScript</c>, and the element that replaces it.</summary>
/// <param name="Name">The name without <c>@</c>.</param>
/// <param name="Table">The table of the element.</param>
/// <param name="Index">The one-based index of the element.</param>
internal readonly record struct LuaScriptParameter(string Name, ParameterTable Table, int Index)
{
    /// <summary><c>KEYS[1]</c></summary>
    public string Element => Table.Element(Index);
}
