namespace LuaGen.Language.Library;

/// <summary>The effects of a library function besides its results.</summary>
[Flags]
internal enum LibraryEffects : byte
{
    None = 0,

    /// <summary>Changes a table that it is passed.</summary>
    Changes = 1 << 0,

    /// <summary>Calls a function that it is passed.</summary>
    Calls = 1 << 1,

    /// <summary>Returns an argument unchanged.</summary>
    Returns = 1 << 2,

    /// <summary>Runs a Redis command, which determines the arguments.</summary>
    Command = 1 << 3,

    /// <summary>Queries or changes the server.</summary>
    Server = 1 << 4,

    /// <summary>Changes the results of later calls.</summary>
    State = 1 << 5,

    /// <summary>After any of these effects, the content and the identity of an argument are unknown.</summary>
    LetsGo = Changes | Calls | Returns,
}
