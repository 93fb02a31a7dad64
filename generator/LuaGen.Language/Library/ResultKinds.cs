namespace LuaGen.Language.Library;

/// <summary>The kinds of a library function's result, or of a constant.</summary>
[Flags]
internal enum ResultKinds : ushort
{
    None = 0,
    Nil = 1 << 0,
    Boolean = 1 << 1,

    /// <summary>An integer.</summary>
    Integer = 1 << 2,

    /// <summary>Any number.</summary>
    Number = 1 << 3,
    String = 1 << 4,

    /// <summary><c>{ok = …}</c></summary>
    Status = 1 << 5,

    /// <summary><c>{err = …}</c></summary>
    Error = 1 << 6,

    /// <summary>Any table.</summary>
    Table = 1 << 7,
    Function = 1 << 8,

    /// <summary>Any value but nil, including userdata and threads.</summary>
    Value = 1 << 9,
    Any = Value | Nil,
}
