using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing;

/// <summary>The locals that a statement at some position of a script can name, also while blocks are not closed yet.</summary>
internal sealed class VisibleLocals : SyntaxWalker
{
    /// <summary>What an expression does not end with.</summary>
    private const string OpenEnds = "=(,{[.:+-*/%^#<>~";

    private readonly BoundScript _script;
    private readonly int _offset;
    private readonly Dictionary<string, LocalSymbol> _visible = new(StringComparer.Ordinal);
    private readonly List<LocalSymbol> _inOrder = [];

    /// <summary>Where the scope that is being walked ends.</summary>
    private int _end;

    private VisibleLocals(BoundScript script, int offset) => (_script, _offset, _end) = (script, offset, int.MaxValue);

    /// <summary>The locals, the last declared first; a local that another one hides is not among them.</summary>
    public static IReadOnlyList<LocalSymbol> At(BoundScript script, int offset)
    {
        var locals = new VisibleLocals(script, offset);
        locals.VisitBlock(script.Tree.Chunk);
        locals._inOrder.Reverse();
        return [.. locals._inOrder.Where(symbol => locals._visible[symbol.Name] == symbol)];
    }

    protected override void VisitStatement(Statement statement)
    {
        // Nothing after the position declares what is visible there.
        if (statement.Span.Start >= _offset)
        {
            return;
        }

        var outer = _end;
        _end = statement is DoStatement or WhileStatement ? Math.Min(_end, EndOf(statement)) : _end;
        base.VisitStatement(statement);
        _end = outer;
    }

    protected override void VisitLocal(LocalStatement statement)
    {
        base.VisitLocal(statement);
        foreach (var name in statement.Names)
        {
            Declare(name, from: EndOfValues(statement.Span.End));
        }
    }

    /// <summary>Where the local is visible that a statement declares: not in a value that is still to be written, as in <c>local x = f(</c>.</summary>
    private int EndOfValues(int end)
    {
        var text = _script.Tree.Text;
        if (OpenEnds.IndexOf(text[end - 1]) < 0 || string.CompareOrdinal(text, Math.Max(0, end - 3), "...", 0, 3) == 0)
        {
            return end;
        }

        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end + 1;
    }

    protected override void VisitRepeat(RepeatStatement statement)
    {
        var outer = Enter(statement.Span.End);
        VisitBlock(statement.Body);
        VisitExpression(statement.Condition);
        _end = outer;
    }

    protected override void VisitIf(IfStatement statement)
    {
        for (var i = 0; i < statement.Clauses.Count; i++)
        {
            var clause = statement.Clauses[i];
            VisitExpression(clause.Condition);
            Visit(clause.Body, i + 1 < statement.Clauses.Count ? statement.Clauses[i + 1].Span.Start : statement.Else is { } @else ? @else.Span.Start : EndOf(statement));
        }

        if (statement.Else is { } otherwise)
        {
            Visit(otherwise, EndOf(statement));
        }
    }

    protected override void VisitNumericFor(NumericForStatement statement)
    {
        VisitForBounds(statement);
        VisitLoop([statement.Variable], statement.Body, EndOf(statement));
    }

    protected override void VisitGenericFor(GenericForStatement statement)
    {
        VisitAll(statement.Iterators);
        VisitLoop(statement.Variables, statement.Body, EndOf(statement));
    }

    protected override void VisitLocalFunction(LocalFunctionStatement statement)
    {
        Declare(statement.Name, from: statement.Name.Span.End);
        base.VisitLocalFunction(statement);
    }

    protected override void VisitFunctionBody(FunctionBody body, bool hasSelf)
    {
        var outer = Enter(EndOf(body));
        foreach (var parameter in body.Parameters)
        {
            Declare(parameter, from: parameter.Span.End);
        }

        base.VisitFunctionBody(body, hasSelf);
        _end = outer;
    }

    private void VisitLoop(IReadOnlyList<Identifier> variables, Block body, int end)
    {
        var outer = Enter(end);
        foreach (var variable in variables)
        {
            Declare(variable, from: body.Span.Start);
        }

        VisitBlock(body);
        _end = outer;
    }

    private void Visit(Block block, int end)
    {
        var outer = Enter(end);
        VisitBlock(block);
        _end = outer;
    }

    private int Enter(int end)
    {
        var outer = _end;
        _end = Math.Min(_end, end);
        return outer;
    }

    /// <summary>Where a block ends: at its <c>end</c>, or with the scope around it while there is none.</summary>
    private int EndOf(SyntaxNode node)
    {
        var span = node.Span;
        var isClosed = span.Length >= 3 && string.CompareOrdinal(_script.Tree.Text, span.End - 3, "end", 0, 3) == 0
            && (span.Length == 3 || !Characters.IsNamePart(_script.Tree.Text[span.End - 4]));
        return isClosed ? span.End - 3 : _end;
    }

    private void Declare(Identifier name, int from)
    {
        if (from <= _offset && _offset <= _end && _script.DeclaredBy(name) is { } symbol && symbol.Name.Length > 0)
        {
            _visible[symbol.Name] = symbol;
            _inOrder.Add(symbol);
        }
    }
}
