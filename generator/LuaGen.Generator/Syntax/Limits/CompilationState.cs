namespace LuaGen.Generator.Syntax.Limits;

/// <summary>What the functions of one script share.</summary>
internal sealed class CompilationState(SymbolTable symbols, ILimitReporter reporter)
{
    private int _serial;

    public SymbolTable Symbols { get; } = symbols;

    /// <summary>The name of the locals that the compiler declares for itself: none that a script can write.</summary>
    public Symbol HiddenName { get; } = new("(hidden)", 0, null);

    public ILimitReporter Reporter { get; } = reporter;

    public ScopedTable Locals { get; } = new(ofLocals: true);

    public ScopedTable Constants { get; } = new(ofLocals: false);

    public int NextSerial() => ++_serial;
}
