namespace LuaGen.Language.Syntax.Limits;

/// <summary>Where the value of an expression is while the compiler has not yet decided where to put it.</summary>
internal enum OperandKind : byte
{
    /// <summary>There is no value.</summary>
    Void,
    Nil,
    True,
    False,

    /// <summary>A string; <see cref="Operand.Info"/> is the index of its constant.</summary>
    Constant,

    /// <summary>A number that is not yet a constant: operators on two of these are computed at once.</summary>
    Number,

    // What can be assigned to.
    Local,
    Upvalue,
    Global,

    /// <summary><c>t[k]</c>; <see cref="Operand.Info"/> and <see cref="Operand.Key"/> are where table and key are.</summary>
    Indexed,

    /// <summary>The outcome of a comparison: a jump at <see cref="Operand.Info"/>.</summary>
    Jump,

    /// <summary>An instruction at <see cref="Operand.Info"/> that can still be told which register to fill.</summary>
    Relocatable,

    /// <summary>A register.</summary>
    Register,

    /// <summary>A call at <see cref="Operand.Info"/>: as many values as are asked for.</summary>
    Call,

    /// <summary><c>...</c> at <see cref="Operand.Info"/>: as many values as are asked for.</summary>
    Vararg,
}

/// <summary>An expression as the one-pass compiler sees it between reading it and using it.</summary>
internal struct Operand
{
    public OperandKind Kind;

    /// <summary>A register, an instruction or a constant, as <see cref="Kind"/> has it.</summary>
    public int Info;

    /// <summary>The key of <see cref="OperandKind.Indexed"/>: a register, or from <see cref="FirstConstant"/> on a constant.</summary>
    public int Key;

    /// <summary>The value of <see cref="OperandKind.Number"/>.</summary>
    public double Number;

    /// <summary>The jumps that leave an <c>and</c>/<c>or</c> with a true value.</summary>
    public JumpList WhenTrue;

    /// <summary>The jumps that leave an <c>and</c>/<c>or</c> with a false value.</summary>
    public JumpList WhenFalse;

    public const int FirstConstant = 256;

    public static Operand Of(OperandKind kind, int info = 0) => new() { Kind = kind, Info = info };

    public readonly bool HasJumps => WhenTrue.First != WhenFalse.First;

    /// <summary>Whether operators on it are computed while compiling.</summary>
    public readonly bool IsNumeral => Kind == OperandKind.Number && WhenTrue.IsEmpty && WhenFalse.IsEmpty;

    public readonly bool HasManyValues => Kind is OperandKind.Call or OperandKind.Vararg;

    public readonly bool IsAssignable => Kind is >= OperandKind.Local and <= OperandKind.Indexed;
}
