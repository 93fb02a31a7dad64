using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Common;

/// <summary>The names of kinds of values in messages.</summary>
internal static class KindWords
{
    private static readonly (LuaKinds Kinds, string Words)[] Names =
    [
        (LuaKinds.Number, "a number"),
        (LuaKinds.String, "a string"),
        (LuaKinds.Status, "a status"),
        (LuaKinds.Error, "an error"),
        (LuaKinds.Table, "a table"),
        (LuaKinds.Function, "a function"),
        (LuaKinds.True, "true"),
        (LuaKinds.False, "false"),
        (LuaKinds.Nil, "nil"),
    ];

    /// <summary><c>a string or false</c></summary>
    public static string Of(LuaValue value) =>
        string.Join(" or ", Names.Where(name => value.MayBe(name.Kinds)).Select(name => name.Words)).Replace("true or false", "a boolean");
}
