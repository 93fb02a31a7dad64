namespace LuaGen.Language.Types;

/// <summary>The kinds of values that a script on Redis can distinguish.</summary>
[Flags]
internal enum LuaKinds : ushort
{
    None = 0,
    Nil = 1 << 0,
    False = 1 << 1,
    True = 1 << 2,

    /// <summary>A whole number.</summary>
    Integer = 1 << 3,

    /// <summary>Any other number, including infinities and NaN.</summary>
    Fraction = 1 << 4,
    String = 1 << 5,

    /// <summary><c>{ok = …}</c></summary>
    Status = 1 << 6,

    /// <summary><c>{err = …}</c></summary>
    Error = 1 << 7,

    /// <summary>Any other table.</summary>
    Table = 1 << 8,
    Function = 1 << 9,

    Boolean = False | True,
    Number = Integer | Fraction,
    AnyTable = Status | Error | Table,

    /// <summary>The kinds that are false as a condition.</summary>
    Falsy = Nil | False,

    /// <summary>The kinds that <c>..</c> and <c>redis.call</c> accept.</summary>
    Text = Number | String,
    Any = (1 << 10) - 1,
}
