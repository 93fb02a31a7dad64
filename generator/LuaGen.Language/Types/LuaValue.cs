namespace LuaGen.Language.Types;

/// <summary>What is known of a value at one place of a script.</summary>
/// <param name="Kinds">What it can be; <see cref="LuaKinds.None"/> where nothing gets there.</param>
/// <param name="Origins">Where it can come from.</param>
/// <param name="Detail">
/// What is known beyond that, whenever it is neither nil nor a boolean, or not a table or function where it is of those: the
/// <see cref="string"/> or <see cref="double"/> itself, a <see cref="TableFacts"/>, a <see cref="FunctionFacts"/>, a <see cref="Builtin"/>, a <see cref="Parameter"/> or
/// the <see cref="Reply"/> that it is.
/// </param>
internal readonly record struct LuaValue(LuaKinds Kinds, Origins Origins, object? Detail = null)
{
    /// <summary>No value: the place is not reached.</summary>
    public static LuaValue Nothing => default;

    public static LuaValue Any { get; } = new(LuaKinds.Any, Origins.Unknown);

    public static LuaValue Nil { get; } = new(LuaKinds.Nil, Origins.Literal);

    public static LuaValue Boolean { get; } = new(LuaKinds.Boolean, Origins.Literal);

    public static LuaValue Number { get; } = new(LuaKinds.Number, Origins.Unknown);

    public static LuaValue Integer { get; } = new(LuaKinds.Integer, Origins.Unknown);

    public static LuaValue String { get; } = new(LuaKinds.String, Origins.Unknown);

    /// <summary>The text that it is for certain.</summary>
    public string? Text => Kinds == LuaKinds.String ? Detail as string : null;

    /// <summary>The number that it is for certain.</summary>
    public double? Value => Is(LuaKinds.Number) ? Detail as double? : null;

    public TableFacts? Table => (Detail as TableFacts)?.Root;

    public static LuaValue Of(string text) => new(LuaKinds.String, Origins.Literal, text);

    public static LuaValue Of(double value) =>
        new(value == Math.Floor(value) && !double.IsInfinity(value) ? LuaKinds.Integer : LuaKinds.Fraction, Origins.Literal, value);

    public static LuaValue Of(bool value) => new(value ? LuaKinds.True : LuaKinds.False, Origins.Literal);

    /// <summary>Whether it is one of these whenever the place is reached.</summary>
    public bool Is(LuaKinds kinds) => Kinds != LuaKinds.None && (Kinds & ~kinds) == 0;

    public bool MayBe(LuaKinds kinds) => (Kinds & kinds) != 0;

    /// <summary>The same value where it is known to be one of these.</summary>
    public LuaValue Only(LuaKinds kinds) => With(Kinds & kinds);

    /// <summary>The same value where it is known to be none of these.</summary>
    public LuaValue Without(LuaKinds kinds) => With(Kinds & ~kinds);

    /// <summary>What is known of a value that is either of two.</summary>
    public LuaValue Join(LuaValue other)
    {
        if (Kinds == LuaKinds.None || Equals(other))
        {
            return other;
        }

        return other.Kinds == LuaKinds.None ? this : new LuaValue(Kinds | other.Kinds, Origins | other.Origins, JoinedDetail(other));
    }

    /// <summary>Whether what happens to it is seen: then it must not lose its name.</summary>
    private bool IsFollowed => Detail is TableFacts or FunctionFacts;

    private LuaValue With(LuaKinds kinds) => kinds == Kinds ? this : kinds == 0 ? Nothing : this with { Kinds = kinds };

    private object? JoinedDetail(LuaValue other)
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

        if (Detail is TableFacts mine && other.Detail is TableFacts theirs)
        {
            return mine.Unite(theirs);
        }

        // From here on the two go by a name that says of neither which it is, so anything may happen to them.
        Escape();
        other.Escape();
        return null;
    }

    /// <summary>Lets it go where it cannot be followed.</summary>
    public void Escape()
    {
        switch (Detail)
        {
            case TableFacts table:
                table.Open();
                break;
            case FunctionFacts function:
                function.HasEscaped = true;
                break;
        }
    }
}

/// <summary>An element of <c>KEYS</c> or <c>ARGV</c>.</summary>
/// <param name="Index">From 1; 0 where it could be any.</param>
internal sealed record Parameter(Binding.ParameterTable Table, int Index);

/// <summary>The reply of a command.</summary>
internal sealed record Reply(string Command);

/// <summary>A library (<c>redis</c>), a function of one (<c>redis.call</c>, <c>tonumber</c>), or <c>KEYS</c> or <c>ARGV</c>.</summary>
/// <param name="Function">Its row, if it is a function that the server has.</param>
internal sealed record Builtin(string Name, Library.LibraryFunction? Function = null);
