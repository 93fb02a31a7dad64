using LuaGen.Language.Checking.Common;
using LuaGen.Language.Library;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Decides whether a value has the kind that a library function takes.</summary>
internal static class ArgumentKinds
{
    /// <summary>The description of the values that a parameter accepts; nil is mentioned only if the argument is required.</summary>
    public static string Name(LibraryParameter parameter, bool isRequired) => NameOf(parameter.Kind) + (isRequired && parameter.AcceptsNil ? " or nil" : "");

    private static string NameOf(ParameterKind kind) => kind switch
    {
        ParameterKind.Text => "a string or number",
        ParameterKind.String => "a string",
        ParameterKind.Number => "a number",
        ParameterKind.Table => "a table",
        ParameterKind.Function => "a function",
        ParameterKind.Replacement => "a string, table or function",
        ParameterKind.Selector => "a number or '#'",
        ParameterKind.Setting => "a boolean or string",
        _ => "a value",
    };

    /// <summary>The description of a value that the function never accepts; <see langword="null"/> if it may accept it.</summary>
    public static string? Misfit(LibraryParameter parameter, AbstractValue value)
    {
        var accepted = Accepted(parameter.Kind) | (parameter.AcceptsNil ? LuaKinds.Nil : LuaKinds.None);
        return value.Kinds == LuaKinds.None || (value.MayBe(accepted) && !(value.Text is { } text && IsRefused(parameter.Kind, text))) ? null
            : value.Is(LuaKinds.Boolean) ? "a boolean"
            : KindNames.Of(value);
    }

    private static bool IsRefused(ParameterKind kind, string text) => kind switch
    {
        ParameterKind.Number => !Numerals.MayBe(text),
        ParameterKind.Selector => !Numerals.MayBe(text) && !text.StartsWith("#", StringComparison.Ordinal),
        _ => false,
    };

    private static LuaKinds Accepted(ParameterKind kind) => kind switch
    {
        ParameterKind.Text or ParameterKind.Number or ParameterKind.Selector => LuaKinds.Text,
        ParameterKind.String => LuaKinds.String,
        ParameterKind.Table => LuaKinds.AnyTable,
        ParameterKind.Function => LuaKinds.Function,
        ParameterKind.Replacement => LuaKinds.Text | LuaKinds.AnyTable | LuaKinds.Function,
        ParameterKind.Setting => LuaKinds.Boolean | LuaKinds.String,
        _ => LuaKinds.Any,
    };
}
