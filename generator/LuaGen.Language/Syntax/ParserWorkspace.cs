using LuaGen.Language.Syntax.Limits;

namespace LuaGen.Language.Syntax;

/// <summary>
/// The parser's tables and stacks, kept by each thread from one script to the next: for a script of some hundred bytes,
/// making them anew would cost more than reading it. Nothing of a script stays but the texts of its names.
/// </summary>
internal sealed class ParserWorkspace
{
    // What a large script has blown up is left to the collector.
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

    public SymbolTable Symbols { get; } = new();

    public CompilationState Compilation { get; }

    /// <summary>The state of the script itself, a function without a name.</summary>
    public FunctionState Script { get; }

    public Symbol Self { get; }

    public Symbol Arg { get; }

    /// <summary>Stands for a name that is missing; no script can write it.</summary>
    public Symbol MissingName { get; } = new("", 0, null);

    public ScratchStack<Statement> Statements { get; } = new();

    public ScratchStack<Expression> Expressions { get; } = new();

    public ScratchStack<Identifier> Names { get; } = new();

    public ScratchStack<Symbol> NameSymbols { get; } = new();

    public ScratchStack<TableField> Fields { get; } = new();

    public ScratchStack<IfClause> Clauses { get; } = new();

    public ScratchStack<Operand> Targets { get; } = new();

    /// <summary>This thread's workspace, which belongs to the caller until it gives it back.</summary>
    public static ParserWorkspace Rent()
    {
        var workspace = s_kept ?? new ParserWorkspace();
        s_kept = null;
        return workspace;
    }

    /// <summary>Keeps it for the next script. Not called after an exception, when the tables are half filled.</summary>
    public void Return(string text)
    {
        Compilation.Reporter = null;
        if (text.Length <= LargestText && Symbols.Count <= MostSymbols)
        {
            s_kept = this;
        }
    }
}
