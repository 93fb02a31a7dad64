namespace LuaGen.Language.Library;

/// <summary>The values that a library function accepts as an argument, apart from nil.</summary>
internal enum ParameterKind
{
    /// <summary>Any value, including nil.</summary>
    Any,

    /// <summary>A string or a number.</summary>
    Text,

    /// <summary>A string; numbers are refused.</summary>
    String,

    /// <summary>A number, or a string that represents one.</summary>
    Number,
    Table,
    Function,

    /// <summary>The replacement of <c>gsub</c>: a string, number, table or function.</summary>
    Replacement,

    /// <summary>The first argument of <c>select</c>: a number, or a string that starts with <c>#</c>.</summary>
    Selector,

    /// <summary>A setting of cjson: a boolean, or the name of an option.</summary>
    Setting,

    /// <summary>A coroutine. Type inference does not track coroutines, so no argument is ever reported.</summary>
    Coroutine,
}
