using LuaGen.Language.Checking.Common;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Decides whether a value has the kind that a library function takes.</summary>
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

    /// <summary>The description of a value that the function never accepts; <see langword="null"/> if it may accept it.</summary>
    public static string? Misfit(ParameterKind kind, LuaValue value, bool mayBeNil)
    {
        var accepted = Accepted(kind) | (mayBeNil ? LuaKinds.Nil : LuaKinds.None);
        var isNumeral = kind != ParameterKind.Number || value.Text is not { } text || Numerals.MayBe(text);
        return value.Kinds == LuaKinds.None || (value.MayBe(accepted) && isNumeral) ? null
            : value.Is(LuaKinds.Boolean) ? "a boolean"
            : KindWords.Of(value);
    }

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
}
