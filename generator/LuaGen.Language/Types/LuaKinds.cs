namespace LuaGen.Language.Types;

/// <summary>What a value can be, as far as a script on Redis can tell.</summary>
[Flags]
internal enum LuaKinds : ushort
{
    None = 0,
    Nil = 1 << 0,
    False = 1 << 1,
    True = 1 << 2,

    /// <summary>A whole number.</summary>
    Integer = 1 << 3,

    /// <summary>Any other number; infinite ones and NaN are among them.</summary>
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

    /// <summary>What a condition takes for false.</summary>
    Falsy = Nil | False,

    /// <summary>What <c>..</c> and <c>redis.call</c> take.</summary>
    Text = Number | String,
    Any = (1 << 10) - 1,
}
