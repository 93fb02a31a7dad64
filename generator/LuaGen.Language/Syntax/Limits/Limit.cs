namespace LuaGen.Language.Syntax.Limits;

/// <summary>The limits of the compiler.</summary>
internal enum Limit
{
    LocalVariables,
    LocalsInTotal,
    Upvalues,
    SyntaxLevels,
    AssignmentTargets,
    Registers,
    Constants,
    JumpDistance,
}

/// <summary>The values of the limits in the reference compiler, as Redis builds it.</summary>
internal static class Maximum
{
    /// <summary>Nested expressions and blocks together (<c>LUAI_MAXCCALLS</c>).</summary>
    public const int SyntaxLevels = 200;

    /// <summary>Locals of one function that are visible at the same time, including hidden ones.</summary>
    public const int LocalVariables = 200;

    /// <summary>All locals that one function declares.</summary>
    public const int LocalsInTotal = short.MaxValue;

    public const int Upvalues = 60;

    /// <summary>Registers of a function; the last one is never allocated.</summary>
    public const int Registers = 250;

    /// <summary>Constants, and separately inner functions, of one function: what 18 bits of an instruction can address.</summary>
    public const int Constants = (1 << 18) - 1;

    /// <summary>Constants that an operator can address directly; others must be loaded into a register.</summary>
    public const int DirectConstants = 256;

    /// <summary>The distance of a jump, in instructions.</summary>
    public const int JumpDistance = Constants >> 1;

    /// <summary>List items that a table constructor collects in registers before it stores them.</summary>
    public const int PendingItems = 50;

    /// <summary>Batches of list items that one instruction can number; later ones need a second instruction.</summary>
    public const int NumberedBatches = 511;
}
