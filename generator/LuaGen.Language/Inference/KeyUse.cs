using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Inference;

/// <summary>An argument of a command that is a key.</summary>
/// <param name="Call">The call.</param>
/// <param name="Command">The command's name.</param>
/// <param name="Expression">The key as written.</param>
/// <param name="Value">The inferred value of the key.</param>
internal readonly record struct KeyUse(CallExpression Call, string Command, Expression Expression, AbstractValue Value)
{
    /// <summary>The element of <c>ARGV</c> that is used unchanged as the key.</summary>
    public Parameter? Argument =>
        Value is { Provenance: Provenance.Argument, Detail: Parameter { Table: ParameterTable.Argv } parameter } && Value.MayBe(LuaKinds.Text) ? parameter : null;
}
