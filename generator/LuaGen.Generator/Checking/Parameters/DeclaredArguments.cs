using LuaGen.Generator.Binding;
using LuaGen.Generator.Checking.Types;
using LuaGen.Generator.Header;
using LuaGen.Generator.Syntax;

namespace LuaGen.Generator.Checking.Parameters;

/// <summary>What the header says of the elements of <c>ARGV</c> that a script reads.</summary>
internal sealed class DeclaredArguments(TypedScript script, ScriptHeader header)
{
    /// <summary>The declaration of the argument that an expression is, also through locals; none of a list's.</summary>
    public ArgumentDeclaration? Of(Expression expression) =>
        script.TypeOf(expression).Detail is Parameter { Table: ParameterTable.Argv, Index: > 0 } parameter ? At(parameter.Index) : null;

    public ArgumentDeclaration? At(int index)
    {
        foreach (var argument in header.Arguments)
        {
            if (argument.Index == index && !argument.IsRest)
            {
                return argument;
            }
        }

        return null;
    }

    /// <summary>Whether anything is declared behind it, so that a null in its place is sent as <c>''</c>.</summary>
    public bool IsSentEmpty(ArgumentDeclaration argument) =>
        argument.Type is NullableType && header.Arguments.Any(other => other.Index > argument.Index);

    /// <summary>Whether it may also be left out, with all that follow.</summary>
    public bool IsLeftOut(ArgumentDeclaration argument) =>
        header.Arguments.All(other => other.Index <= argument.Index || (other.Type is NullableType && !other.IsRest));
}
