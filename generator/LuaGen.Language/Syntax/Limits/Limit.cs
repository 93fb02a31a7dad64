namespace LuaGen.Language.Syntax.Limits;

/// <summary>What the compiler has only so much of.</summary>
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

/// <summary>The numbers of the reference compiler, as Redis builds it.</summary>
internal static class Maximum
{
    /// <summary>Nested expressions and blocks together (<c>LUAI_MAXCCALLS</c>).</summary>
    public const int SyntaxLevels = 200;

    /// <summary>Locals of one function that are visible at one place, hidden ones included.</summary>
    public const int LocalVariables = 200;

    /// <summary>Locals that one function declares in all.</summary>
    public const int LocalsInTotal = short.MaxValue;

    public const int Upvalues = 60;

    /// <summary>Registers of a function; the last is never given out.</summary>
    public const int Registers = 250;

    /// <summary>Constants, and also inner functions, of one function: what 18 bits of an instruction can name.</summary>
    public const int Constants = (1 << 18) - 1;

    /// <summary>Constants that an operator can name directly; later ones have to be loaded into a register.</summary>
    public const int DirectConstants = 256;

    /// <summary>Instructions that a jump can pass over.</summary>
    public const int JumpDistance = Constants >> 1;

    /// <summary>List items that a table constructor collects in registers before it stores them.</summary>
    public const int PendingItems = 50;

    /// <summary>Batches of list items that an instruction can number; later ones need a second instruction.</summary>
    public const int NumberedBatches = 511;
}
