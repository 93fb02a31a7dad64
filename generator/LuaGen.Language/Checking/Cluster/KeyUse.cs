using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Cluster;

/// <summary>An argument of a command that is a key.</summary>
/// <param name="Call">The call of the command.</param>
/// <param name="Expression">The key as it is written.</param>
/// <param name="Value">What is known of it.</param>
internal readonly record struct KeyUse(CallExpression Call, Expression Expression, LuaValue Value);
