using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>
/// One function of a library as a script of its own: the library's top level without the other functions, then the body of the
/// callback, whose parameters are <c>KEYS</c> and <c>ARGV</c>. All nodes keep their places in the file, so every stage that
/// works for a script works for a function, and names the right place.
/// </summary>
internal static class FunctionScript
{
    /// <summary>The tree; <see langword="null"/> if the function cannot be read in this form, so that only its header is known.</summary>
    public static SyntaxTree? Of(BoundScript library, FunctionRegistration function)
    {
        var top = library.Tree.Chunk.Statements;
        if (function.Body.IsVararg || top.Any(DeclaresTable) || DeclaresTwice(top) || top.Any(statement => statement is not ReturnStatement && Leaves.Any(statement)))
        {
            return null;
        }

        var needed = NeededStatements.Of(library, function);
        var isCalledToo = function.Definition is { } definition && needed.Contains(definition);
        var statements = top.Where(needed.Contains).Select(statement => WithoutState(library, statement)).ToList();
        Expression[] tables = [Table("KEYS", function.Body), Table("ARGV", function.Body)];
        if (isCalledToo)
        {
            // A recursive function, or one that others call: it stays a function, and the script calls it.
            statements.Add(new ReturnStatement(function.Callback.Span, [new CallExpression(function.Callback.Span, function.Callback, tables)]));
        }
        else
        {
            var names = function.Body.Parameters.Take(2).ToArray();
            if (names.Length > 0)
            {
                statements.Add(new LocalStatement(function.Body.Span, names, [.. tables.Take(names.Length)]));
            }

            statements.AddRange(function.Body.Block.Statements);
        }

        return Tree(library.Tree, function, new Block(library.Tree.Chunk.Span, [.. statements]));
    }

    /// <summary>The tree without code, to read the function's header from.</summary>
    public static SyntaxTree HeaderOf(SyntaxTree library, FunctionRegistration function) =>
        Tree(library, function, new Block(new SourceSpan(function.Statement.Span.Start, 0), []));

    private static SyntaxTree Tree(SyntaxTree library, FunctionRegistration function, Block chunk)
    {
        var shebang = library.Shebang!;
        return new SyntaxTree(library.Text, shebang with { Flags = function.Flags }, chunk, library.Comments) { HeaderStart = FunctionComment.StartOf(library, function) };
    }

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
    private static Statement WithoutState(BoundScript library, Statement statement) =>
        statement is LocalStatement { Values.Count: > 0 } local && local.Names.Any(name => IsState(library, name))
            ? new LocalStatement(local.Span, [.. local.Names], [.. local.Values.Select((value, i) => i < local.Names.Count && IsState(library, local.Names[i]) ? new MissingExpression(value.Span) : value)])
            : statement;

    private static bool IsState(BoundScript library, Identifier name) =>
        library.DeclaredBy(name) is { IsCaptured: true } symbol && (symbol.IsReassigned || symbol.Value is TableConstructor);

    /// <summary>Whether a statement can leave the top level.</summary>
    private sealed class Leaves : SyntaxWalker
    {
        private bool _any;

        public static bool Any(Statement statement)
        {
            var leaves = new Leaves();
            leaves.VisitStatement(statement);
            return leaves._any;
        }

        protected override void VisitStatement(Statement statement)
        {
            _any |= statement is ReturnStatement;
            base.VisitStatement(statement);
        }

        protected override void VisitFunctionBody(FunctionBody body, bool hasSelf)
        {
        }
    }
}
