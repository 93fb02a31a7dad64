namespace LuaGen.Language.Library;

/// <summary>What a library function accepts as one argument, nil aside.</summary>
internal enum ParameterKind
{
    /// <summary>Any value; nil too.</summary>
    Any,

    /// <summary>A string or a number.</summary>
    Text,

    /// <summary>A string; numbers are refused.</summary>
    String,

    /// <summary>A number, or a string that spells one.</summary>
    Number,
    Table,
    Function,

    /// <summary>What <c>gsub</c> puts in: a string, number, table or function.</summary>
    Replacement,

    /// <summary>What <c>select</c> takes first: a number, or a string that starts with <c>#</c>.</summary>
    Selector,

    /// <summary>A setting of cjson: a boolean, or the name of an option.</summary>
    Setting,

    /// <summary>A coroutine. Type inference does not know them, so no argument is ever refused.</summary>
    Coroutine,
}
