using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>The statements of a library's top level that one of its functions depends on: all but registrations and the functions that it does not reach.</summary>
internal sealed class NeededStatements : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly Dictionary<LocalSymbol, Statement> _functions = [];

    /// <summary>The functions that are members of a local table.</summary>
    private readonly List<(LocalSymbol Table, string Member, Statement Statement)> _members = [];

    private readonly HashSet<Expression> _targets = [];
    private readonly HashSet<Statement> _needed = [];
    private readonly Queue<Statement> _open = new();

    private NeededStatements(BoundScript script) => _script = script;

    /// <param name="script">The library.</param>
    /// <param name="statements">The statements whose locals the function can see, without registrations.</param>
    /// <param name="function">The function.</param>
    public static HashSet<Statement> Of(BoundScript script, IEnumerable<Statement> statements, FunctionRegistration function)
    {
        var needed = new NeededStatements(script);
        foreach (var statement in statements)
        {
            needed.Read(statement);
        }

        needed.VisitBlock(function.Body.Block);
        while (needed._open.Count > 0)
        {
            needed.VisitStatement(needed._open.Dequeue());
        }

        return needed._needed;
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case MemberExpression { Target: NameExpression target } member when _members.Count > 0:
                _targets.Add(target);
                NeedMembers(target, member.Member.Name);
                break;
            case NameExpression name when _script.LocalOf(name) is { } symbol && _functions.TryGetValue(symbol, out var statement):
                Need(statement);
                break;
            case NameExpression name when _members.Count > 0 && !_targets.Contains(name):
                NeedMembers(name, member: null);
                break;
        }
    }

    private void NeedMembers(NameExpression table, string? member)
    {
        foreach (var function in _members.Where(function => function.Table == _script.LocalOf(table) && (member is null || function.Member == member)))
        {
            Need(function.Statement);
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
            case FunctionStatement { Method: null, Name: MemberExpression { Target: NameExpression target } member } when _script.LocalOf(target) is { IsReassigned: false } table:
                _members.Add((table, member.Member.Name, statement));
                break;
            case AssignmentStatement { Targets: [MemberExpression { Target: NameExpression target } member], Values: [FunctionExpression] } when _script.LocalOf(target) is { IsReassigned: false } table:
                _members.Add((table, member.Member.Name, statement));
                break;
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
