using LuaGen.Language.Binding;
using LuaGen.Language.HeaderTypes;

namespace LuaGen.CodeFixes.Moving;

/// <summary>A key or argument of a call, and what becomes of it.</summary>
/// <param name="Table">Which of the two tables it is in.</param>
/// <param name="Index">Its index there, from 1.</param>
/// <param name="IsRest">Whether it is a list: everything from that index on.</param>
/// <param name="Name">How the header names it.</param>
/// <param name="Type">Its type in the header; a key has none.</param>
/// <param name="Code">What the typed call passes.</param>
/// <param name="IsLiteral">Whether that says nothing of what it is, and is passed by its name.</param>
internal sealed record PassedWord(ParameterTable Table, int Index, bool IsRest, string Name, HeaderType? Type, string Code, bool IsLiteral)
{
    /// <summary>Its line in the header, without the dashes.</summary>
    public string Declaration => Table == ParameterTable.Keys
        ? $"KEYS[{Index}{(IsRest ? "..." : "")}] {Name}"
        : $"ARGV[{Index}{(IsRest ? "..." : "")}] {Name}: {Type?.Name}";
}
