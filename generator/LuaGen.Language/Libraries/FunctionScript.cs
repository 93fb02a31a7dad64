using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>
/// One function of a library as a script of its own: the library's top level without the other functions, then the body of the
/// callback, whose parameters are <c>KEYS</c> and <c>ARGV</c>. All nodes keep their places in the file, so every stage that
/// works for a script works for a function, and names the right place.
/// </summary>
internal sealed class FunctionScript
{
    private readonly BoundScript _library;
    private readonly LibraryRegistrations _registrations;
    private readonly FunctionRegistration _function;
    private HashSet<Statement> _needed = [];

    private FunctionScript(BoundScript library, LibraryRegistrations registrations, FunctionRegistration function) =>
        (_library, _registrations, _function) = (library, registrations, function);

    /// <summary>The tree, and whether the function may run code that others left in variables of the library; <see langword="null"/> if the function cannot be read in this form, so that only its header is known.</summary>
    /// <param name="headerStart">Where the header of the function starts.</param>
    public static (SyntaxTree Tree, bool SharesState)? Of(BoundScript library, LibraryRegistrations registrations, FunctionRegistration function, int headerStart)
    {
        var script = new FunctionScript(library, registrations, function);
        var visible = script.Visible(library.Tree.Chunk).ToList();
        if (function.Body.IsVararg || visible.Any(DeclaresTable) || DeclaresTwice(visible) || visible.Any(statement => statement is not ReturnStatement && Returns.In(statement)))
        {
            return null;
        }

        script._needed = NeededStatements.Of(library, visible, function);
        return (Tree(library.Tree, function, headerStart, script.Build(library.Tree.Chunk)), script._needed.Any(script.KeepsState));
    }

    /// <summary>The tree without code, to read the function's header from.</summary>
    public static SyntaxTree HeaderOf(SyntaxTree library, FunctionRegistration function, int headerStart) =>
        Tree(library, function, headerStart, new Block(new SourceSpan(function.Statement.Span.Start, 0), []));

    private static SyntaxTree Tree(SyntaxTree library, FunctionRegistration function, int headerStart, Block chunk)
    {
        var shebang = library.Shebang!;
        return new SyntaxTree(library.Text, shebang with { Flags = function.Flags }, chunk, library.Comments) { HeaderStart = headerStart };
    }

    /// <summary>The statements of the blocks around the registration, without registrations.</summary>
    private IEnumerable<Statement> Visible(Block block) => block.Statements
        .Where(statement => !IsRegistration(statement) && !IsAround(statement))
        .Concat(block.Statements.Where(IsAround).Select(Inner).SelectMany(Visible));

    /// <summary>The statements of a block, then those of the block in it that registers the function, and in the innermost one the body of the function.</summary>
    private Block Build(Block block)
    {
        var statements = block.Statements.Where(_needed.Contains).Select(statement => WithoutState(WithoutRegistrations(statement))).ToList();
        if (block.Statements.FirstOrDefault(IsAround) is { } around)
        {
            statements.Add(new DoStatement(around.Span, Build(Inner(around))));
        }
        else
        {
            AddBody(statements);
        }

        return new Block(block.Span, [.. statements]);
    }

    private void AddBody(List<Statement> statements)
    {
        var body = _function.Body;
        Expression[] tables = [Table("KEYS", body), Table("ARGV", body)];
        if (_function.Definition is { } definition && _needed.Contains(definition) && definition is not LocalStatement { Values: [TableConstructor] })
        {
            // A recursive function, or one that others call: it stays a function, and the script calls it.
            statements.Add(new ReturnStatement(_function.Callback.Span, [new CallExpression(_function.Callback.Span, _function.Callback, tables)]));
            return;
        }

        var names = body.Parameters.Take(2).ToArray();
        if (names.Length > 0)
        {
            var span = SourceSpan.FromBounds(names[0].Span.Start, names[names.Length - 1].Span.End);
            statements.Add(new LocalStatement(span, names, [.. tables.Take(names.Length)]));
        }

        statements.AddRange(body.Block.Statements);
    }

    private bool IsRegistration(Statement statement) => statement is CallStatement && _registrations.Statements.Contains(statement);

    /// <summary>Whether a statement is a block or a branch that registers the function.</summary>
    private bool IsAround(Statement statement) =>
        statement is DoStatement or IfStatement && _registrations.Statements.Contains(statement)
        && statement.Span.Start <= _function.Statement.Span.Start && _function.Statement.Span.End <= statement.Span.End;

    private Block Inner(Statement around) => Blocks(around).First(block => block.Statements.Any(statement => statement == _function.Statement || IsAround(statement)));

    private static IEnumerable<Block> Blocks(Statement statement) => statement switch
    {
        DoStatement @do => [@do.Body],
        IfStatement { Else: { } otherwise } @if => @if.Clauses.Select(clause => clause.Body).Append(otherwise),
        IfStatement @if => @if.Clauses.Select(clause => clause.Body),
        _ => [],
    };

    private Statement WithoutRegistrations(Statement statement) => statement switch
    {
        DoStatement @do when _registrations.Statements.Contains(@do) => new DoStatement(@do.Span, WithoutRegistrations(@do.Body)),
        IfStatement @if when _registrations.Statements.Contains(@if) => new IfStatement(
            @if.Span,
            [.. @if.Clauses.Select(clause => new IfClause(clause.Span, clause.Condition, WithoutRegistrations(clause.Body)))],
            @if.Else is null ? null : WithoutRegistrations(@if.Else)),
        _ => statement,
    };

    private Block WithoutRegistrations(Block block) =>
        new(block.Span, [.. block.Statements.Where(statement => !IsRegistration(statement)).Select(WithoutRegistrations)]);

    /// <summary>No local has the name, so the number of the expression is never looked up.</summary>
    private static NameExpression Table(string name, FunctionBody body) => new(new SourceSpan(body.Span.Start, 0), name, int.MaxValue);

    private static bool DeclaresTable(Statement statement) => NamesOf(statement).Any(name => name is "KEYS" or "ARGV");

    /// <summary>The body follows the whole top level, so a name in it would refer to the last of several locals.</summary>
    private static bool DeclaresTwice(IReadOnlyList<Statement> statements) => statements.SelectMany(NamesOf).GroupBy(name => name).Any(names => names.Skip(1).Any());

    private static IEnumerable<string> NamesOf(Statement statement) => statement switch
    {
        LocalStatement local => local.Names.Select(name => name.Name),
        LocalFunctionStatement function => [function.Name.Name],
        _ => [],
    };

    /// <summary>A local that a function may have changed in an earlier call has an unknown value when the function starts.</summary>
    private Statement WithoutState(Statement statement) =>
        statement is LocalStatement { Values.Count: > 0 } local && local.Names.Any(name => IsState(name))
            ? new LocalStatement(local.Span, [.. local.Names], [.. local.Values.Select((value, i) => i < local.Names.Count && IsState(local.Names[i]) ? new MissingExpression(value.Span) : value)])
            : statement;

    /// <summary>Whether a statement declares a local that can hold other functions after a call than before it.</summary>
    private bool KeepsState(Statement statement) => statement switch
    {
        LocalStatement local => local.Names.Any(name => _library.DeclaredBy(name) is { IsCaptured: true } symbol && (symbol.OnlyValue is not { } value || !IsFixed(value))),
        LocalFunctionStatement function => _library.DeclaredBy(function.Name) is { IsReassigned: true },
        _ => false,
    };

    /// <summary>Whether an expression is neither a table nor the result of a function.</summary>
    private static bool IsFixed(Expression value) => value switch
    {
        ParenthesizedExpression parenthesized => IsFixed(parenthesized.Inner),
        BinaryExpression binary => binary.Operator is not (BinaryOperator.And or BinaryOperator.Or),
        StringLiteral or NumberLiteral or BooleanLiteral or NilLiteral or FunctionExpression or UnaryExpression or NameExpression or MemberExpression { Target: NameExpression } => true,
        _ => false,
    };

    private bool IsState(Identifier name) =>
        _library.DeclaredBy(name) is { IsCaptured: true } symbol && (symbol.IsReassigned || symbol.Value is TableConstructor);
}
