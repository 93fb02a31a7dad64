using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>Keys or values as a call passes them.</summary>
/// <param name="Count">How many they are; <see langword="null"/> where only the running program knows.</param>
/// <param name="Location">Where they stand; <see langword="null"/> where nothing is passed.</param>
internal readonly record struct PassedList(int? Count, Location? Location);
