using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.Generator.CallSites;

/// <summary>Reads the operations of calls.</summary>
internal static class OperationExtensions
{
    /// <summary>The argument for a parameter of the called method, given or by default; <see langword="null"/> if the method has none of that name.</summary>
    public static IArgumentOperation? ArgumentOf(this IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter);

    /// <summary>The operand as it is written, before implicit conversions.</summary>
    public static IOperation AsWritten(this IOperation operand)
    {
        while (operand is IConversionOperation { IsImplicit: true } conversion)
        {
            operand = conversion.Operand;
        }

        return operand;
    }
}
