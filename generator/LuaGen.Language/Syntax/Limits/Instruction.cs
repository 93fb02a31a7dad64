namespace LuaGen.Language.Syntax.Limits;

/// <summary>The instructions that later ones depend on; all others are only counted.</summary>
internal enum InstructionKind : byte
{
    Other,

    /// <summary><see cref="Instruction.Value"/>: the next jump of the list plus 1, or 0.</summary>
    Jump,

    /// <summary>Fills registers from <see cref="Instruction.Value"/> to <see cref="Instruction.To"/> with nil.</summary>
    LoadNil,

    Not,

    Concatenate,

    /// <summary>A comparison, or a test that does not keep the tested value; a jump follows.</summary>
    Test,

    /// <summary>A test that keeps the tested value, in register <see cref="Instruction.Value"/>; a jump follows.</summary>
    TestSet,

    /// <summary>A call, whose first result goes to register <see cref="Instruction.Value"/>.</summary>
    Call,
}

/// <summary>The parts of an instruction that counting needs.</summary>
internal struct Instruction
{
    public InstructionKind Kind;
    public byte To;
    public int Value;
}
