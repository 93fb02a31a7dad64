namespace LuaGen.Language.Types;

/// <summary>The abstract value of an expression: what is known about it at one program point.</summary>
/// <param name="Kinds">The possible kinds; <see cref="LuaKinds.None"/> if the point is not reached.</param>
/// <param name="Provenance">The possible sources.</param>
/// <param name="Detail">
/// Further knowledge, which applies when the value is neither nil nor a boolean (or, for a table or function, when the value
/// is one): the <see cref="string"/> or <see cref="double"/> itself, a <see cref="TableSummary"/>, a
/// <see cref="FunctionSummary"/>, a <see cref="Builtin"/>, a <see cref="Parameter"/>, the <see cref="Reply"/> that it is, or what
/// is known about how a number was made (<see cref="NumberOf"/>, <see cref="Fractional"/>, <see cref="Microseconds"/>).
/// </param>
internal readonly record struct AbstractValue(LuaKinds Kinds, Provenance Provenance, object? Detail = null)
{
    /// <summary>No value: the program point is not reached.</summary>
    public static AbstractValue Nothing => default;

    public static AbstractValue Any { get; } = new(LuaKinds.Any, Provenance.Unknown);

    public static AbstractValue Nil { get; } = new(LuaKinds.Nil, Provenance.Literal);

    public static AbstractValue Boolean { get; } = new(LuaKinds.Boolean, Provenance.Literal);

    public static AbstractValue Number { get; } = new(LuaKinds.Number, Provenance.Unknown);

    public static AbstractValue Integer { get; } = new(LuaKinds.Integer, Provenance.Unknown);

    public static AbstractValue String { get; } = new(LuaKinds.String, Provenance.Unknown);

    /// <summary>The text, if it is a known constant.</summary>
    public string? Text => Kinds == LuaKinds.String ? Detail as string : null;

    /// <summary>The number, if it is a known constant.</summary>
    public double? Value => Is(LuaKinds.Number) ? Detail as double? : null;

    public TableSummary? Table => (Detail as TableSummary)?.Root;

    /// <summary>The reply that it certainly is, if that is a list of elements with indexes alone, to which only the command writes.</summary>
    public TableSummary? ReplyArray => Kinds == LuaKinds.Table && Table is { IsOpen: false, HasNames: false, Command: not null } table ? table : null;

    public static AbstractValue Of(string text) => new(LuaKinds.String, Provenance.Literal, text);

    public static AbstractValue Of(double value) =>
        new(value == Math.Floor(value) && !double.IsInfinity(value) ? LuaKinds.Integer : LuaKinds.Fraction, Provenance.Literal, value);

    public static AbstractValue Of(bool value) => new(value ? LuaKinds.True : LuaKinds.False, Provenance.Literal);

    /// <summary>Whether the value is always of one of these kinds; false for a point that is not reached.</summary>
    public bool Is(LuaKinds kinds) => Kinds != LuaKinds.None && (Kinds & ~kinds) == 0;

    public bool MayBe(LuaKinds kinds) => (Kinds & kinds) != 0;

    /// <summary>The value, restricted to these kinds.</summary>
    public AbstractValue Only(LuaKinds kinds) => With(Kinds & kinds);

    /// <summary>The value without these kinds.</summary>
    public AbstractValue Without(LuaKinds kinds) => With(Kinds & ~kinds);

    /// <summary>The value that is either of two.</summary>
    public AbstractValue Join(AbstractValue other)
    {
        if (Kinds == LuaKinds.None || Equals(other))
        {
            return other;
        }

        return other.Kinds == LuaKinds.None ? this : new AbstractValue(Kinds | other.Kinds, Provenance | other.Provenance, JoinedDetail(other));
    }

    /// <summary>Whether uses of the value are tracked; then its identity must not be lost silently.</summary>
    private bool IsFollowed => Detail is TableSummary or FunctionSummary;

    private AbstractValue With(LuaKinds kinds) => kinds == Kinds ? this : kinds == 0 ? Nothing : this with { Kinds = kinds };

    private object? JoinedDetail(AbstractValue other)
    {
        const LuaKinds Plain = LuaKinds.Nil | LuaKinds.Boolean;
        if (Is(Plain) || (other.IsFollowed && !MayBe(LuaKinds.AnyTable | LuaKinds.Function)))
        {
            return other.Detail;
        }

        if (other.Is(Plain) || (IsFollowed && !other.MayBe(LuaKinds.AnyTable | LuaKinds.Function)) || Equals(Detail, other.Detail))
        {
            return Detail;
        }

        if (Detail is TableSummary mine && other.Detail is TableSummary theirs)
        {
            return mine.Unite(theirs);
        }

        // From here on, a use of the joined value cannot be attributed to either of the two, so both escape.
        Escape();
        other.Escape();
        return null;
    }

    /// <summary>Marks the value as escaped: it can no longer be tracked.</summary>
    public void Escape()
    {
        switch (Detail)
        {
            case TableSummary table:
                table.Open();
                break;
            case FunctionSummary function:
                function.HasEscaped = true;
                break;
        }
    }
}

/// <summary>An element of <c>KEYS</c> or <c>ARGV</c>.</summary>
/// <param name="Index">The one-based index; 0 if unknown.</param>
internal sealed record Parameter(Binding.ParameterTable Table, int Index);

/// <summary>The reply of a command, or one of its elements.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="Element">The one-based index of the element; 0 for the whole reply, <see cref="AnyElement"/> if it is unknown which one.</param>
internal sealed record Reply(string Command, int Element = 0)
{
    public const int AnyElement = -1;

    public bool IsElement => Element != 0;
}

/// <summary>A library (<c>redis</c>), a library function (<c>redis.call</c>, <c>tonumber</c>), <c>KEYS</c> or <c>ARGV</c>.</summary>
/// <param name="Function">The row of the function, if the server has it.</param>
internal sealed record Builtin(string Name, Library.LibraryFunction? Function = null);
