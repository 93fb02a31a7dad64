namespace LuaGen.Language.Syntax.Limits;

/// <summary>What the functions of one script share.</summary>
internal sealed class CompilationState(SymbolTable symbols)
{
    private int _serial;

    public SymbolTable Symbols { get; } = symbols;

    /// <summary>The name of the locals that the compiler declares for itself: none that a script can write.</summary>
    public Symbol HiddenName { get; } = new("(hidden)", 0, null);

    /// <summary>Who hears of limits; the parser, while it reads.</summary>
    public ILimitReporter? Reporter { get; set; }

    public ScopedTable Locals { get; } = new(ofLocals: true);

    public ScopedTable Constants { get; } = new(ofLocals: false);

    /// <summary>A number that no function had before, in any script: what older ones left on symbols means nothing to it.</summary>
    public int NextSerial() => ++_serial;
}
