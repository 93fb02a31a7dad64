using LuaGen.Language.Syntax.Limits;

namespace LuaGen.Language.Syntax;

/// <summary>
/// The parser's tables and stacks, which each thread reuses from script to script: for a script of a few hundred bytes,
/// allocating them would cost more than parsing. Nothing of a script is kept except the texts of its names.
/// </summary>
internal sealed class ParserWorkspace
{
    // Buffers that a larger script has grown are left to the garbage collector.
    private const int LargestText = 64 * 1024;
    private const int MostSymbols = 4 * 1024;

    [ThreadStatic]
    private static ParserWorkspace? s_kept;

    private ParserWorkspace()
    {
        Compilation = new CompilationState(Symbols);
        Script = new FunctionState(Compilation, null);
        Self = Symbols.Get("self");
        Arg = Symbols.Get("arg");
    }

    public StringTable Symbols { get; } = new();

    public CompilationState Compilation { get; }

    /// <summary>The state of the main chunk.</summary>
    public FunctionState Script { get; }

    public Symbol Self { get; }

    public Symbol Arg { get; }

    /// <summary>The placeholder for a missing name; no script can write it.</summary>
    public Symbol MissingName { get; } = new("", 0, null);

    public ScratchStack<Statement> Statements { get; } = new();

    public ScratchStack<Expression> Expressions { get; } = new();

    public ScratchStack<Identifier> Names { get; } = new();

    public ScratchStack<Symbol> NameSymbols { get; } = new();

    public ScratchStack<TableField> Fields { get; } = new();

    public ScratchStack<IfClause> Clauses { get; } = new();

    public ScratchStack<Operand> Targets { get; } = new();

    /// <summary>This thread's workspace, which the caller owns until it returns it.</summary>
    public static ParserWorkspace Rent()
    {
        var workspace = s_kept ?? new ParserWorkspace();
        s_kept = null;
        return workspace;
    }

    /// <summary>Keeps the workspace for the next script. Not called after an exception, which leaves the tables half filled.</summary>
    public void Return(string text)
    {
        Compilation.Reporter = null;
        if (text.Length <= LargestText && Symbols.Count <= MostSymbols)
        {
            s_kept = this;
        }
    }
}
