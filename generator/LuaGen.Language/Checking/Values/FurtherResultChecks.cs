using LuaGen.Language.Checking.Common;
using LuaGen.Language.Library;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds the second results of <c>string.gsub</c> and its like at the end of a list of arguments, where the called function takes them for arguments.</summary>
internal sealed class FurtherResultChecks(CheckedScript checkedScript)
{
    private readonly TypedScript _script = checkedScript.Types;

    public void Check(Expression expression)
    {
        if (expression is CallExpression { Arguments: [.., var last] } call && SecondResultOf(last) is { } result
            && _script.TypeOf(call.Function).Detail is Builtin { Function: { } function } && UseOf(function, call.Arguments.Count) is { } use)
        {
            checkedScript.Findings.FurtherResult(last.Span, SourceExcerpt.Of(_script.Script.Tree, last), result, use, Remedy.Of(_script.Script.Tree, last, print => $"({print(last)})"));
        }
    }

    private string? SecondResultOf(Expression expression) => expression switch
    {
        MethodCallExpression { Method.Name: "gsub" } method when _script.TypeOf(method.Target) is { Table: null } target && target.MayBe(LuaKinds.String) => "the number of matches",
        CallExpression call when _script.TypeOf(call.Function).Detail is Builtin { Name: var name } => name switch
        {
            "string.gsub" => "the number of matches",
            "math.modf" => "the fraction",
            "math.frexp" => "the exponent",
            _ => null,
        },
        _ => null,
    };

    /// <summary>What a function does with one more argument; <see langword="null"/> if that is harmless, or may be intended.</summary>
    private static string? UseOf(LibraryFunction function, int index)
    {
        if ((function.Effects & LibraryEffects.Command) != 0)
        {
            return $"`{function.FullName}` sends as another argument";
        }

        return function.FullName is "assert" or "error" or "select" or "unpack" or "pcall" || (function.IsRepeating && index >= function.Parameters.Count - 1) ? null
            : function.ParameterAt(index) is { } parameter ? $"`{function.FullName}` takes as '{parameter.Name}'"
            : function.IsExact ? $"`{function.FullName}` does not accept"
            : null;
    }
}
