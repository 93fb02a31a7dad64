using LuaGen.Language.Library;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>A script whose names are resolved.</summary>
internal sealed class BoundScript(SyntaxTree tree, IReadOnlyDictionary<NameExpression, LocalSymbol> locals, IReadOnlyDictionary<int, LocalSymbol> declarations, IReadOnlyCollection<string> globals)
{
    /// <summary>Chains of aliases longer than this are not followed; nobody writes them.</summary>
    private const int MaxAliases = 16;

    private ParameterUses? _uses;
    private RedisCalls? _calls;

    public SyntaxTree Tree { get; } = tree;

    /// <summary>Where it reads <c>KEYS</c> and <c>ARGV</c>; looked for once.</summary>
    public ParameterUses Uses => _uses ??= ParameterUses.Of(this);

    /// <summary>Where it calls commands; looked for once.</summary>
    public RedisCalls Calls => _calls ??= RedisCalls.Of(this);

    /// <summary>Whether it names anything that Redis hands to a script; else it is some other program's Lua.</summary>
    public bool ConcernsRedis => globals.Any(global => Array.IndexOf(LuaLibrary.RedisGlobals, global) >= 0);

    /// <summary>The names of all locals, wherever they are seen.</summary>
    public IReadOnlyCollection<string> LocalNames => new HashSet<string>(declarations.Values.Select(symbol => symbol.Name), StringComparer.Ordinal);

    /// <summary>The local that a name means; <see langword="null"/> for a global.</summary>
    public LocalSymbol? LocalOf(NameExpression name) => locals.TryGetValue(name, out var symbol) ? symbol : null;

    public LocalSymbol? DeclaredBy(Identifier declaration) =>
        declarations.TryGetValue(declaration.Span.Start, out var symbol) ? symbol : null;

    public bool IsGlobal(Expression expression, string name) =>
        expression is NameExpression candidate && candidate.Name == name && LocalOf(candidate) is null;

    /// <summary>What an expression is, seen through parentheses and locals that are assigned only once.</summary>
    public Expression Resolve(Expression expression)
    {
        for (var i = 0; i < MaxAliases; i++)
        {
            switch (expression)
            {
                case ParenthesizedExpression parenthesized:
                    expression = parenthesized.Inner;
                    break;
                case NameExpression name when LocalOf(name)?.OnlyValue is { } value:
                    expression = value;
                    break;
                default:
                    return expression;
            }
        }

        return expression;
    }

    /// <summary>Which of the two tables an expression is, also through aliases.</summary>
    public ParameterTable? TableOf(Expression expression)
    {
        var resolved = Resolve(expression);
        return IsGlobal(resolved, "KEYS") ? ParameterTable.Keys
            : IsGlobal(resolved, "ARGV") ? ParameterTable.Argv
            : null;
    }

    /// <summary>A whole number that an expression is known to be.</summary>
    public int? IntegerOf(Expression expression) =>
        Resolve(expression) is NumberLiteral { Value: >= int.MinValue and <= int.MaxValue } number && number.Value == Math.Floor(number.Value)
            ? (int)number.Value
            : null;
}
