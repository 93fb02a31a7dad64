using LuaGen.Language.Binding;

namespace LuaGen.Language.Inference;

/// <summary>An element of <c>KEYS</c> or <c>ARGV</c>: a fixed one, or the one at a place of each item of a list.</summary>
/// <param name="Index">The one-based index; for a list, of its first item's element.</param>
/// <param name="IsRepeated">Whether it is an element of each item of a list.</param>
internal readonly record struct ElementReference(ParameterTable Table, int Index, bool IsRepeated);
