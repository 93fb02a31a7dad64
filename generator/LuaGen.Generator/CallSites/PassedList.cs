using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>The keys or values that a call passes.</summary>
/// <param name="Count">Their number; <see langword="null"/> if it is known only at run time.</param>
/// <param name="Location">Their location; <see langword="null"/> if nothing is passed.</param>
internal readonly record struct PassedList(int? Count, Location? Location);
