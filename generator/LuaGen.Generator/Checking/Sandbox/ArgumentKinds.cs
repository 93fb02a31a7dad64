using LuaGen.Generator.Checking.Types;
using LuaGen.Generator.Syntax;

namespace LuaGen.Generator.Checking.Sandbox;

/// <summary>Whether a value is what a function takes.</summary>
internal static class ArgumentKinds
{
    public static string Name(ParameterKind kind) => kind switch
    {
        ParameterKind.Text => "a string or number",
        ParameterKind.StrictText => "a string",
        ParameterKind.Number => "a number",
        ParameterKind.Table => "a table",
        ParameterKind.TableOrNil => "a table or nil",
        ParameterKind.Function => "a function",
        ParameterKind.Replacement => "a string, table or function",
        _ => "a value",
    };

    /// <summary>What a value is, in words, if a function does not take it; <see langword="null"/> where it may.</summary>
    public static string? Misfit(ParameterKind kind, Expression value, bool mayBeNil) => value switch
    {
        _ when kind == ParameterKind.Value => null,
        NilLiteral => mayBeNil || kind == ParameterKind.TableOrNil ? null : "nil",
        BooleanLiteral => "a boolean",
        FunctionExpression => kind is ParameterKind.Function or ParameterKind.Replacement ? null : "a function",
        TableConstructor => kind is ParameterKind.Table or ParameterKind.TableOrNil or ParameterKind.Replacement ? null : "a table",
        NumberLiteral => kind is ParameterKind.Number or ParameterKind.Text or ParameterKind.Replacement ? null : "a number",
        StringLiteral text => kind switch
        {
            ParameterKind.Text or ParameterKind.StrictText or ParameterKind.Replacement => null,
            ParameterKind.Number => MaySpellNumber(text.Value) ? null : "a string",
            _ => "a string",
        },
        _ => null,
    };

    /// <summary>The same of what a value can be, on all roads that lead to it.</summary>
    public static string? Misfit(ParameterKind kind, LuaValue value, bool mayBeNil) =>
        kind == ParameterKind.Value || value.Kinds == LuaKinds.None || value.MayBe(Accepted(kind) | (mayBeNil ? LuaKinds.Nil : LuaKinds.None))
            ? null
            : KindWords.Of(value);

    private static LuaKinds Accepted(ParameterKind kind) => kind switch
    {
        ParameterKind.Text or ParameterKind.Number => LuaKinds.Text,
        ParameterKind.StrictText => LuaKinds.String,
        ParameterKind.Table => LuaKinds.AnyTable,
        ParameterKind.TableOrNil => LuaKinds.AnyTable | LuaKinds.Nil,
        ParameterKind.Function => LuaKinds.Function,
        ParameterKind.Replacement => LuaKinds.Text | LuaKinds.AnyTable | LuaKinds.Function,
        _ => LuaKinds.Any,
    };

    /// <summary>What no reading of C's <c>strtod</c> takes for a number begins otherwise than with a digit, a sign, a dot, "inf" or "nan".</summary>
    private static bool MaySpellNumber(string text)
    {
        var number = text.TrimStart(' ', '\t', '\n', '\r', '\v', '\f');
        return number.StartsWith("inf", StringComparison.OrdinalIgnoreCase) || number.StartsWith("nan", StringComparison.OrdinalIgnoreCase)
            || (number.Length > 0 && number[0] is (>= '0' and <= '9') or '+' or '-' or '.' or '\uFFFD');
    }
}
