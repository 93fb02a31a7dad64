using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing;

/// <summary>The statement that declares a local.</summary>
internal sealed class LocalDeclaration : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly LocalSymbol _symbol;

    private LocalDeclaration(BoundScript script, LocalSymbol symbol) => (_script, _symbol) = (script, symbol);

    /// <summary>The statement; <see langword="null"/> for a parameter and a loop variable.</summary>
    public Statement? Statement { get; private set; }

    /// <summary>The function that the local always is; <see langword="null"/> if it is another value, or assigned again.</summary>
    public FunctionBody? Function { get; private set; }

    public static LocalDeclaration Of(BoundScript script, LocalSymbol symbol)
    {
        var declaration = new LocalDeclaration(script, symbol);
        declaration.VisitBlock(script.Tree.Chunk);
        return declaration;
    }

    protected override void VisitStatement(Statement statement)
    {
        // The others do not contain the declaration.
        if (Statement is null && statement.Span.Contains(_symbol.Declaration.Span))
        {
            base.VisitStatement(statement);
        }
    }

    protected override void VisitLocal(LocalStatement statement)
    {
        if (statement.Names.Any(Declares))
        {
            Found(statement, (_symbol.Value as FunctionExpression)?.Body);
        }
        else
        {
            base.VisitLocal(statement);
        }
    }

    protected override void VisitLocalFunction(LocalFunctionStatement statement)
    {
        if (Declares(statement.Name))
        {
            Found(statement, statement.Body);
        }
        else
        {
            base.VisitLocalFunction(statement);
        }
    }

    private bool Declares(Identifier name) => _script.DeclaredBy(name) == _symbol;

    private void Found(Statement statement, FunctionBody? function) => (Statement, Function) = (statement, _symbol.IsReassigned ? null : function);
}
