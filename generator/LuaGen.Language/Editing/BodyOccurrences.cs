using LuaGen.Language.Binding;
using LuaGen.Language.Library;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Editing;

/// <summary>Collects what the code of a script names: locals, globals, members of libraries, elements of KEYS and ARGV, error codes.</summary>
internal sealed class BodyOccurrences : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly TypedScript? _types;
    private readonly List<Occurrence> _found;
    private readonly HashSet<Expression> _covered = [];
    private readonly HashSet<Expression> _written = [];
    private readonly HashSet<Expression> _declaring = [];

    private BodyOccurrences(ScriptAnalysis analysis, List<Occurrence> found) => (_script, _types, _found) = (analysis.Script, analysis.Types, found);

    public static void Collect(ScriptAnalysis analysis, List<Occurrence> found) =>
        new BodyOccurrences(analysis, found).VisitBlock(analysis.Tree.Chunk);

    protected override void VisitLocal(LocalStatement statement)
    {
        Declare(statement.Names);
        base.VisitLocal(statement);
    }

    protected override void VisitAssignment(AssignmentStatement statement)
    {
        _written.UnionWith(statement.Targets);
        base.VisitAssignment(statement);
    }

    protected override void VisitNumericFor(NumericForStatement statement)
    {
        Declare([statement.Variable]);
        base.VisitNumericFor(statement);
    }

    protected override void VisitGenericFor(GenericForStatement statement)
    {
        Declare(statement.Variables);
        base.VisitGenericFor(statement);
    }

    protected override void VisitFunction(FunctionStatement statement)
    {
        _declaring.Add(statement.Name);
        base.VisitFunction(statement);
    }

    protected override void VisitLocalFunction(LocalFunctionStatement statement)
    {
        Declare([statement.Name]);
        base.VisitLocalFunction(statement);
    }

    protected override void VisitFunctionBody(FunctionBody body, bool hasSelf)
    {
        Declare(body.Parameters);
        base.VisitFunctionBody(body, hasSelf);
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case IndexExpression index when _script.ElementAt(index) is var (table, position):
                _covered.Add(index.Target is NameExpression target && _script.LocalOf(target) is null ? target : index);
                Add(index.Span, new ParameterEntity(table, position), RoleOf(index));
                break;
            case MemberExpression member when _script.GlobalNamed(member) is { } global && LuaLibrary.Find(global.Library, global.Name) is { } row:
                Add(member.Member.Span, new LibraryEntity(row), OccurrenceRole.Read);
                break;
            case MethodCallExpression call when StringMethod(call) is { } method:
                Add(call.Method.Span, new LibraryEntity(method), OccurrenceRole.Read);
                break;
            case NameExpression name when !_covered.Contains(name) && name.Name.Length > 0:
                Add(name.Span, EntityOf(name), RoleOf(name));
                break;
            case CallExpression { Arguments: [var message, ..] } call when _script.GlobalNamed(call.Function) is ("redis" or "server", "error_reply") or ("", "error"):
                AddCode(message);
                break;
            case TableConstructor constructor:
                foreach (var field in constructor.Fields)
                {
                    if (field is NamedField { Name.Name: "err" })
                    {
                        AddCode(field.Value);
                    }
                }

                break;
        }
    }

    private LibraryMember? StringMethod(MethodCallExpression call) =>
        _script.FunctionCalled(call) ?? (_types?.TypeOf(call.Target).Is(LuaKinds.String) == true ? LuaLibrary.Find("string", call.Method.Name) : null);

    private ScriptEntity EntityOf(NameExpression name) =>
        _script.LocalOf(name) is { } symbol ? new LocalEntity(symbol)
        : LuaLibrary.Find(LuaLibrary.Globals, name.Name) is { } global ? new LibraryEntity(global)
        : LuaLibrary.IsLibrary(name.Name) ? new NamespaceEntity(name.Name)
        : new GlobalEntity(name.Name);

    private OccurrenceRole RoleOf(Expression expression) =>
        _written.Contains(expression) ? OccurrenceRole.Write : _declaring.Contains(expression) ? OccurrenceRole.Declaration : OccurrenceRole.Read;

    private void Declare(IReadOnlyList<Identifier> names)
    {
        foreach (var name in names)
        {
            if (name.Name.Length > 0 && _script.DeclaredBy(name) is { } symbol)
            {
                Add(name.Span, new LocalEntity(symbol), OccurrenceRole.Declaration);
            }
        }
    }

    /// <summary>The first word of an error's text, where it is a code.</summary>
    private void AddCode(Expression message)
    {
        while (message is BinaryExpression { Operator: BinaryOperator.Concatenate } concatenation)
        {
            message = concatenation.Left;
        }

        if (message is StringLiteral literal && LiteralText.InnerSpan(_script.Tree.Text, literal) is { } inner)
        {
            var length = literal.Value.IndexOf(' ');
            var word = length < 0 ? literal.Value : literal.Value.Substring(0, length);
            if (LiteralText.IsErrorCode(word))
            {
                Add(new SourceSpan(inner.Start, word.Length), new CodeEntity(word), OccurrenceRole.Read);
            }
        }
    }

    private void Add(SourceSpan span, ScriptEntity entity, OccurrenceRole role) => _found.Add(new Occurrence(span, entity, role));
}
