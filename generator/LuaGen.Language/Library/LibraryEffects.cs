namespace LuaGen.Language.Library;

/// <summary>What a library function does beyond giving results.</summary>
[Flags]
internal enum LibraryEffects : byte
{
    None = 0,

    /// <summary>Changes a table that it gets.</summary>
    Changes = 1 << 0,

    /// <summary>Calls a function that it gets.</summary>
    Calls = 1 << 1,

    /// <summary>Hands an argument on as it is.</summary>
    Returns = 1 << 2,

    /// <summary>Runs a command of the server: what it takes is a matter of that command.</summary>
    Command = 1 << 3,

    /// <summary>Asks or changes the server.</summary>
    Server = 1 << 4,

    /// <summary>Changes what later calls give.</summary>
    State = 1 << 5,

    /// <summary>After any of these, what an argument holds or is called by is no longer known.</summary>
    LetsGo = Changes | Calls | Returns,
}
