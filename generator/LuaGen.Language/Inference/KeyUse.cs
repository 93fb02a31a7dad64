using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Inference;

/// <summary>An argument of a command that is a key.</summary>
/// <param name="Call">The call of the command.</param>
/// <param name="Command">The command's name.</param>
/// <param name="Expression">The key as it is written.</param>
/// <param name="Value">What is known of it.</param>
internal readonly record struct KeyUse(CallExpression Call, string Command, Expression Expression, LuaValue Value)
{
    /// <summary>The element of <c>ARGV</c> that the key is, as it is.</summary>
    public Parameter? Argument =>
        Value is { Origins: Origins.Argument, Detail: Parameter { Table: ParameterTable.Argv } parameter } && Value.MayBe(LuaKinds.Text) ? parameter : null;
}
