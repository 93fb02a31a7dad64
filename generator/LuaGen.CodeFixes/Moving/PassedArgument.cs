using LuaGen.Language.Binding;
using LuaGen.Language.HeaderTypes;

namespace LuaGen.CodeFixes.Moving;

/// <summary>A key or argument of a call, and how the typed call passes it.</summary>
/// <param name="Table">The table that it is in.</param>
/// <param name="Index">Its one-based index.</param>
/// <param name="IsRest">Whether it is a list: all elements from that index on.</param>
/// <param name="Name">Its name in the header.</param>
/// <param name="Type">Its type in the header; null for a key.</param>
/// <param name="Code">The expression that the typed call passes.</param>
/// <param name="IsLiteral">Whether the expression is a literal, which does not show its meaning and is therefore passed as a named argument.</param>
internal sealed record PassedArgument(ParameterTable Table, int Index, bool IsRest, string Name, HeaderType? Type, string Code, bool IsLiteral)
{
    /// <summary>Its line in the header, without dashes.</summary>
    public string Declaration => Table == ParameterTable.Keys
        ? $"KEYS[{Index}{(IsRest ? "..." : "")}] {Name}"
        : $"ARGV[{Index}{(IsRest ? "..." : "")}] {Name}: {Type?.Name}";
}
