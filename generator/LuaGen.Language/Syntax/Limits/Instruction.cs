namespace LuaGen.Language.Syntax.Limits;

/// <summary>The instructions that later ones look back at; all others are only counted.</summary>
internal enum InstructionKind : byte
{
    Other,

    /// <summary><see cref="Instruction.Value"/>: the next jump of its list plus 1, or 0.</summary>
    Jump,

    /// <summary>Fills registers from <see cref="Instruction.Value"/> to <see cref="Instruction.To"/> with nil.</summary>
    LoadNil,

    Not,

    Concatenate,

    /// <summary>A comparison, or a test that keeps no value; a jump follows.</summary>
    Test,

    /// <summary>A test that keeps the value it tested, which is in register <see cref="Instruction.Value"/>; a jump follows.</summary>
    TestSet,

    /// <summary>A call, whose first result goes to register <see cref="Instruction.Value"/>.</summary>
    Call,
}

/// <summary>As much of an instruction as the counting needs.</summary>
internal struct Instruction
{
    public InstructionKind Kind;
    public byte To;
    public int Value;
}
