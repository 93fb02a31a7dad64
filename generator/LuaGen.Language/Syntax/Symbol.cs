namespace LuaGen.Language.Syntax;

/// <summary>
/// A distinct name, string or number of one script. The compiler's bookkeeping asks of each name "which local is it
/// here?" and of each constant "which index has it here?"; the answers stand on the symbol itself (see
/// <c>Limits/ScopedTable</c>), so that asking costs a field and not a look-up.
/// </summary>
internal sealed class Symbol(string text, int hash, Symbol? next)
{
    public string Text { get; } = text;

    public int Hash { get; } = hash;

    /// <summary>The next symbol of the same bucket.</summary>
    public Symbol? Next { get; set; } = next;

    /// <summary>The innermost function with a visible local of this name, and the local's register.</summary>
    public Scoped Local;

    /// <summary>The innermost function with a constant of this value, and the constant's index.</summary>
    public Scoped Constant;
}

/// <summary>A number that a function gave to a symbol.</summary>
/// <param name="Function">The serial number of the function; 0 is none.</param>
/// <param name="Index">A register or an index of a constant.</param>
internal readonly record struct Scoped(int Function, int Index);
