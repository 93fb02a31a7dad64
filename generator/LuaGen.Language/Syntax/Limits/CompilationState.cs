namespace LuaGen.Language.Syntax.Limits;

/// <summary>The state that all functions of one script share.</summary>
internal sealed class CompilationState(StringTable symbols)
{
    private int _serial;

    public StringTable Symbols { get; } = symbols;

    /// <summary>The name of locals that the compiler declares for itself; no script can write it.</summary>
    public Symbol HiddenName { get; } = new("(hidden)", 0, null);

    /// <summary>The receiver of exceeded limits: the parser, while it reads.</summary>
    public ILimitReporter? Reporter { get; set; }

    public ScopedTable Locals { get; } = new(ofLocals: true);

    public ScopedTable Constants { get; } = new(ofLocals: false);

    /// <summary>A serial number that no function has had in any script, so that values which earlier functions left on symbols are ignored.</summary>
    public int NextSerial() => ++_serial;
}
