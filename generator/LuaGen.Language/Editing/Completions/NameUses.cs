using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing.Completions;

/// <summary>What a script reads apart from the position that is completed: a value that is not used yet is the likeliest to be written.</summary>
internal sealed class NameUses : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly SourceSpan _position;
    private readonly HashSet<LocalSymbol> _read = [];
    private readonly HashSet<LocalSymbol> _functions = [];
    private readonly HashSet<(ParameterTable, int)> _inLocals = [];

    private NameUses(BoundScript script, SourceSpan position) => (_script, _position) = (script, position);

    public static NameUses Of(ScriptAnalysis analysis, CursorContext context)
    {
        var uses = new NameUses(analysis.Script, context.Word);
        uses.VisitBlock(analysis.Tree.Chunk);
        return uses;
    }

    public bool IsUnread(LocalSymbol symbol) => !_read.Contains(symbol);

    public bool IsFunction(LocalSymbol symbol) => _functions.Contains(symbol);

    public bool Reads(ParameterTable table, int index) => _script.Uses.Indexes.Any(use => use.Table == table && use.Index == index);

    /// <summary>Whether a local holds the element, so that the element itself is rarely written again.</summary>
    public bool HasLocal(ParameterTable table, int index) => _inLocals.Contains((table, index));

    protected override void VisitLocal(LocalStatement statement)
    {
        for (var i = 0; i < statement.Names.Count && i < statement.Values.Count; i++)
        {
            if (ParameterReads.Of(_script, statement.Values[i]) is { } read)
            {
                _inLocals.Add(read);
            }

            if (statement.Values[i] is FunctionExpression && _script.DeclaredBy(statement.Names[i]) is { } symbol)
            {
                _functions.Add(symbol);
            }
        }

        base.VisitLocal(statement);
    }

    protected override void VisitLocalFunction(LocalFunctionStatement statement)
    {
        if (_script.DeclaredBy(statement.Name) is { } symbol)
        {
            _functions.Add(symbol);
        }

        base.VisitLocalFunction(statement);
    }

    protected override void Enter(Expression expression)
    {
        if (expression is NameExpression name && name.Span != _position && _script.LocalOf(name) is { } symbol)
        {
            _read.Add(symbol);
        }
    }
}
