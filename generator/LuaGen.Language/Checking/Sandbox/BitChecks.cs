using LuaGen.Language.Checking.Common;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds bit operations whose operands do not fit in 32 bits: shifts use 5 bits of the distance, and numbers lose the bits above.</summary>
internal static class BitChecks
{
    private const double Beyond = 4294967296;
    private const double Least = -2147483648;

    public static void Check(TypedScript script, CallExpression call, LibraryFunction function, FindingBag findings)
    {
        var isShift = function.FullName is "bit.lshift" or "bit.rshift" or "bit.arshift" or "bit.rol" or "bit.ror";
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            if (script.TypeOf(call.Arguments[i]).Value is not { } value)
            {
                continue;
            }

            if (isShift && i == 1 ? value is >= 32 or < 0 : function.FullName != "bit.tohex" && value is >= Beyond or < Least)
            {
                var print = SourceExcerpt.Of(script.Script.Tree, call.Arguments[i]);
                findings.BitsBeyond(call.Arguments[i].Span,
                    isShift && i == 1 ? $"`{function.FullName}` shifts 32-bit numbers by 0 to 31 bits, and `{print}` counts as {(long)value & 31}" : $"`{print}` has more than 32 bits, of which `{function.FullName}` drops the upper ones",
                    RemedyOf(script, call, function.FullName, i));
                return;
            }
        }
    }

    private static string RemedyOf(TypedScript script, CallExpression call, string function, int index)
    {
        var print = SourceExcerpt.Of(script.Script.Tree, call.Arguments[0]);
        var distance = call.Arguments.Count > 1 ? SourceExcerpt.Of(script.Script.Tree, call.Arguments[1]) : "";
        return (function, index) switch
        {
            ("bit.lshift", 1) => print == "1" ? $"`2 ^ {distance}`" : $"`{print} * 2 ^ {distance}`",
            ("bit.rshift" or "bit.arshift", 1) => $"`math.floor({print} / 2 ^ {distance})`",
            _ => "arithmetic with `2 ^ n`, or keep the bits in a string with SETBIT and GETBIT",
        };
    }
}
