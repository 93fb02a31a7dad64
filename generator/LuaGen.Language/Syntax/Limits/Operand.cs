namespace LuaGen.Language.Syntax.Limits;

/// <summary>Where the value of an expression is before the compiler has decided where to put it.</summary>
internal enum OperandKind : byte
{
    /// <summary>There is no value.</summary>
    Void,
    Nil,
    True,
    False,

    /// <summary>A string; <see cref="Operand.Info"/> is the index of its constant.</summary>
    Constant,

    /// <summary>A number that is not yet a constant; operators on two of these are folded.</summary>
    Number,

    // The variables: what can be assigned to.
    Local,
    Upvalue,
    Global,

    /// <summary><c>t[k]</c>; the table is at <see cref="Operand.Info"/>, the key at <see cref="Operand.Key"/>.</summary>
    Indexed,

    /// <summary>The result of a comparison: a jump at <see cref="Operand.Info"/>.</summary>
    Jump,

    /// <summary>An instruction at <see cref="Operand.Info"/> whose target register is not decided yet.</summary>
    Relocatable,

    /// <summary>A register.</summary>
    Register,

    /// <summary>A call at <see cref="Operand.Info"/>; it returns as many values as are requested.</summary>
    Call,

    /// <summary><c>...</c> at <see cref="Operand.Info"/>; it yields as many values as are requested.</summary>
    Vararg,
}

/// <summary>An expression as the one-pass compiler keeps it between reading and using it.</summary>
internal struct Operand
{
    public OperandKind Kind;

    /// <summary>A register, an instruction or a constant, depending on <see cref="Kind"/>.</summary>
    public int Info;

    /// <summary>The key of <see cref="OperandKind.Indexed"/>: a register, or a constant at and above <see cref="FirstConstant"/>.</summary>
    public int Key;

    /// <summary>The value of <see cref="OperandKind.Number"/>.</summary>
    public double Number;

    /// <summary>The jumps that leave an <c>and</c>/<c>or</c> expression with a true value.</summary>
    public JumpList WhenTrue;

    /// <summary>The jumps that leave an <c>and</c>/<c>or</c> expression with a false value.</summary>
    public JumpList WhenFalse;

    public const int FirstConstant = 256;

    public static Operand Of(OperandKind kind, int info = 0) => new() { Kind = kind, Info = info };

    public readonly bool HasJumps => WhenTrue.First != WhenFalse.First;

    /// <summary>Whether operators on this value are folded at compile time.</summary>
    public readonly bool IsNumeral => Kind == OperandKind.Number && WhenTrue.IsEmpty && WhenFalse.IsEmpty;

    public readonly bool HasManyValues => Kind is OperandKind.Call or OperandKind.Vararg;

    public readonly bool IsAssignable => Kind is >= OperandKind.Local and <= OperandKind.Indexed;
}
