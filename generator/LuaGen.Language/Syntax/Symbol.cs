namespace LuaGen.Language.Syntax;

/// <summary>
/// A distinct name, string or number of one script. The limits must know, for each name, which local it is here, and for
/// each constant, its index here. The symbol itself holds the answers (see <c>Limits/ScopedTable</c>), so that reading one
/// is a field access and not a lookup.
/// </summary>
internal sealed class Symbol(string text, int hash, Symbol? next)
{
    public string Text { get; } = text;

    public int Hash { get; } = hash;

    /// <summary>The next symbol in the same bucket.</summary>
    public Symbol? Next { get; set; } = next;

    /// <summary>The innermost function with a visible local of this name, and the local's register.</summary>
    public Scoped Local;

    /// <summary>The innermost function with a constant of this value, and the constant's index.</summary>
    public Scoped Constant;
}

/// <summary>A number that a function assigned to a symbol.</summary>
/// <param name="Function">The serial number of the function; 0 if none.</param>
/// <param name="Index">A register, or the index of a constant.</param>
internal readonly record struct Scoped(int Function, int Index);
