using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>The statements of a library's top level that one of its functions depends on: all but registrations and the local functions that it does not reach.</summary>
internal sealed class NeededStatements : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly Dictionary<LocalSymbol, Statement> _functions = [];
    private readonly HashSet<Statement> _needed = [];
    private readonly Queue<Statement> _open = new();

    private NeededStatements(BoundScript script) => _script = script;

    public static HashSet<Statement> Of(BoundScript script, FunctionRegistration function)
    {
        var statements = new NeededStatements(script);
        foreach (var statement in script.Tree.Chunk.Statements)
        {
            statements.Read(statement);
        }

        statements.VisitBlock(function.Body.Block);
        while (statements._open.Count > 0)
        {
            statements.VisitStatement(statements._open.Dequeue());
        }

        return statements._needed;
    }

    protected override void Enter(Expression expression)
    {
        if (expression is NameExpression name && _script.LocalOf(name) is { } symbol && _functions.TryGetValue(symbol, out var statement))
        {
            Need(statement);
        }
    }

    private void Read(Statement statement)
    {
        switch (statement)
        {
            case LocalFunctionStatement function when _script.DeclaredBy(function.Name) is { IsReassigned: false } symbol:
                _functions[symbol] = statement;
                break;
            case LocalStatement { Names: [var name], Values: [FunctionExpression] } when _script.DeclaredBy(name) is { IsReassigned: false } symbol:
                _functions[symbol] = statement;
                break;
            case CallStatement { Call: CallExpression call } when _script.GlobalNamed(call.Function) is (_, "register_function"):
            case ReturnStatement:
                break;
            default:
                Need(statement);
                break;
        }
    }

    private void Need(Statement statement)
    {
        if (_needed.Add(statement))
        {
            _open.Enqueue(statement);
        }
    }
}
