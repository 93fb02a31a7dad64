using LuaGen.Language.Binding;
using LuaGen.Language.Rules;

namespace LuaGen.Language;

/// <summary>What there is to say of a script that C# sends as a string.</summary>
/// <param name="Script">The script, its names resolved.</param>
/// <param name="IsWhole">Whether it parses; of one that does not, the tree tells too little.</param>
/// <param name="Findings">What is wrong with it.</param>
internal sealed record CheckedText(BoundScript Script, bool IsWhole, EquatableArray<Finding> Findings);
