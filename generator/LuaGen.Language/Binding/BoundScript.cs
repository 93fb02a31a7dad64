using LuaGen.Language.Library;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>A script with resolved names.</summary>
internal sealed class BoundScript(SyntaxTree tree, LocalSymbol?[] locals, IReadOnlyDictionary<int, LocalSymbol> declarations, IReadOnlyCollection<string> globals)
{
    /// <summary>Longer chains of aliases are not followed; they do not occur in practice.</summary>
    private const int MaxAliases = 16;

    private ParameterUses? _uses;
    private RedisCalls? _calls;
    private PassedTables? _passed;

    public SyntaxTree Tree { get; } = tree;

    /// <summary>The places that read <c>KEYS</c> and <c>ARGV</c>, computed once.</summary>
    public ParameterUses Uses => _uses ??= ParameterUses.Of(this);

    /// <summary>The calls of Redis commands, computed once.</summary>
    public RedisCalls Calls => _calls ??= RedisCalls.Of(this);

    /// <summary>Whether the script names a global that only Redis provides; otherwise the file is Lua for another program.</summary>
    public bool ConcernsRedis => globals.Any(global =>
        Array.IndexOf(LuaLibrary.RedisOnlyGlobals, global) >= 0
        || (global == LuaLibrary.ValkeyServer && TokenScan.NamesMember(Tree.Text, LuaLibrary.ValkeyServer, LuaLibrary.ValkeyCalls)));

    /// <summary>Whether the script names a global.</summary>
    public bool Names(string global) => globals.Contains(global);

    /// <summary>The names of all locals, in any scope.</summary>
    public IReadOnlyCollection<string> LocalNames => new HashSet<string>(declarations.Values.Select(symbol => symbol.Name), StringComparer.Ordinal);

    /// <summary>The local that a name refers to; <see langword="null"/> for a global.</summary>
    public LocalSymbol? LocalOf(NameExpression name) => name.Ordinal < locals.Length ? locals[name.Ordinal] : null;

    public LocalSymbol? DeclaredBy(Identifier declaration) =>
        declarations.TryGetValue(declaration.Span.Start, out var symbol) ? symbol : null;

    public bool IsGlobal(Expression expression, string name) =>
        expression is NameExpression candidate && candidate.Name == name && LocalOf(candidate) is null;

    /// <summary>The expression inside parentheses, and the value of locals that are assigned only once.</summary>
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

    /// <summary>What local functions are passed; looked at only in a function of a library, whose code is written that way.</summary>
    private PassedTables? Passed => Tree.HeaderStart is null ? null : _passed ??= PassedTables.Of(this);

    /// <summary>Whether an expression only hands a table to a local function, where its uses are followed.</summary>
    public bool IsHandedOn(Expression argument) => Passed?.IsHandedOn(argument) == true;

    /// <summary>The table that an expression refers to, <c>KEYS</c> or <c>ARGV</c>, also through aliases.</summary>
    public ParameterTable? TableOf(Expression expression) => Resolve(expression) switch
    {
        NameExpression name => LocalOf(name) is { } local ? Passed?.Find(local) : ParameterTables.Named(name.Name),
        _ => null,
    };

    /// <summary>The element of a table that an index reads, if its index is a constant from 1 on.</summary>
    public (ParameterTable Table, int Index)? ElementAt(IndexExpression index) =>
        TableOf(index.Target) is { } table && IntegerOf(index.Index) is { } position and > 0 ? (table, position) : null;

    /// <summary>The integer value of an expression, if it is a known constant.</summary>
    public int? IntegerOf(Expression expression) =>
        Resolve(expression) is NumberLiteral { Value: >= int.MinValue and <= int.MaxValue } number && number.Value == Math.Floor(number.Value)
            ? (int)number.Value
            : null;
}
