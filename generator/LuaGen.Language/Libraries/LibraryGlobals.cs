using LuaGen.Language.Binding;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>
/// Finds what a library cannot see: <c>KEYS</c> and <c>ARGV</c> anywhere, and while it loads, all globals but <c>redis</c>,
/// which then has only its version, its log and <c>register_function</c>.
/// </summary>
internal sealed class LibraryGlobals : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly FindingBag _findings;
    private readonly HashSet<Expression> _assigned = [];
    private int _depth;
    private bool _mayNotRun;
    private bool _stops;

    private LibraryGlobals(BoundScript script, FindingBag findings) => (_script, _findings) = (script, findings);

    public static void Check(BoundScript script, FindingBag findings) => new LibraryGlobals(script, findings).VisitBlock(script.Tree.Chunk);

    protected override void VisitStatement(Statement statement)
    {
        // A branch or a loop may not run, and what follows it may depend on it.
        var outer = _mayNotRun;
        _mayNotRun |= _depth == 0 && statement is IfStatement or WhileStatement or RepeatStatement or NumericForStatement or GenericForStatement;
        base.VisitStatement(statement);
        _mayNotRun = outer;
    }

    protected override void VisitAssignment(AssignmentStatement statement)
    {
        // The assignment of a global fails too, and the checks of the sandbox report it.
        _assigned.UnionWith(statement.Targets.OfType<NameExpression>());
        base.VisitAssignment(statement);
    }

    protected override void VisitFunction(FunctionStatement statement)
    {
        _assigned.Add(statement.Name);
        base.VisitFunction(statement);
    }

    protected override void VisitFunctionBody(FunctionBody body, bool hasSelf)
    {
        _depth++;
        base.VisitFunctionBody(body, hasSelf);
        _depth--;
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case MemberExpression { Target: NameExpression target } member when IsServer(target):
                Read(member, member.Member.Name, $"{target.Name}.{member.Member.Name}");
                break;
            case NameExpression name when _script.LocalOf(name) is null:
                Read(name);
                break;
        }
    }

    private void Read(NameExpression name)
    {
        if (IsReached() && !IsServer(name) && !_assigned.Contains(name))
        {
            _stops = true;
            _findings.UnavailableWhileLoading(name.Span, name.Name);
        }
        else if (name.Name is "KEYS" or "ARGV")
        {
            _findings.TableOfScripts(name.Span, name.Name, name.Name == "KEYS" ? "first" : "second");
        }
    }

    private void Read(MemberExpression member, string name, string written)
    {
        var isAvailable = name is "register_function" or "log" || name.StartsWith("LOG_", StringComparison.Ordinal) || name.IndexOf("VERSION", StringComparison.Ordinal) >= 0;
        if (!isAvailable && IsReached())
        {
            _stops = true;
            _findings.UnavailableWhileLoading(member.Span, written);
        }
    }

    /// <summary>Whether the server runs an expression while it loads the library. It stops at the first error.</summary>
    private bool IsReached() => _depth == 0 && !_mayNotRun && !_stops;

    private static bool IsServer(NameExpression name) => name.Name is LuaLibrary.Server or LuaLibrary.ValkeyServer;
}
