using LuaGen.Language.Binding;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>The StackExchange.Redis types that identify its calls, resolved once per compilation.</summary>
internal sealed class RedisClient
{
    private const string Namespace = "StackExchange.Redis.";
    private const string Substitutes = "NSubstitute";

    private readonly INamedTypeSymbol? _databaseAsync;
    private readonly INamedTypeSymbol? _server;
    private readonly INamedTypeSymbol? _luaScript;
    private readonly INamedTypeSymbol? _loadedLuaScript;
    private readonly INamedTypeSymbol? _batch;
    private readonly INamedTypeSymbol? _transaction;
    private readonly INamedTypeSymbol? _serverException;
    private readonly INamedTypeSymbol? _key;
    private readonly INamedTypeSymbol? _value;
    private readonly INamedTypeSymbol? _memory;

    private RedisClient(Compilation compilation, INamedTypeSymbol databaseAsync)
    {
        _databaseAsync = databaseAsync;
        _server = Find(compilation, "IServer");
        _luaScript = Find(compilation, "LuaScript");
        _loadedLuaScript = Find(compilation, "LoadedLuaScript");
        _batch = Find(compilation, "IBatch");
        _transaction = Find(compilation, "ITransaction");
        _serverException = Find(compilation, "RedisServerException");
        _key = Find(compilation, "RedisKey");
        _value = Find(compilation, "RedisValue");
        _memory = compilation.GetTypeByMetadataName("System.ReadOnlyMemory`1");
        HasReadOnlyScripts = Find(compilation, "RespResult") is not null;
        HasSubstitutes = compilation.GetTypeByMetadataName(Substitutes + ".Arg") is not null;
    }

    /// <summary>Whether the project references a mocking library that uses plain calls.</summary>
    public bool HasSubstitutes { get; }

    /// <summary>
    /// Whether <c>ScriptEvaluateReadOnly</c> sends <c>EVAL_RO</c>, and its async form sends the text again after NOSCRIPT. Both
    /// came with 3.2, together with a public type. The assembly's version does not tell: it is 3.0.0.0 from 3.0 on.
    /// </summary>
    public bool HasReadOnlyScripts { get; }

    /// <summary><see langword="null"/> for a project that does not reference the client.</summary>
    public static RedisClient? Of(Compilation compilation) =>
        Find(compilation, "IDatabaseAsync") is { } databaseAsync ? new RedisClient(compilation, databaseAsync) : null;

    /// <summary>Whether a type is a database, batch or transaction.</summary>
    public bool IsDatabase(ITypeSymbol? type) => Is(type, _databaseAsync);

    /// <summary>Whether a type is a database, batch or transaction, or a server.</summary>
    public bool IsTarget(ITypeSymbol? type) => IsDatabase(type) || Is(type, _server);

    public bool IsLuaScript(ITypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(type, _luaScript);

    /// <summary>Whether a type is a script with named parameters, loaded or not.</summary>
    public bool IsPrepared(ITypeSymbol? type) =>
        IsLuaScript(type) || (type is not null && SymbolEqualityComparer.Default.Equals(type, _loadedLuaScript));

    /// <summary>Whether a type is a batch or a transaction.</summary>
    public bool IsBatch(ITypeSymbol? type) => Is(type, _batch);

    /// <summary>Whether a type is a batch but not a transaction; transactions implement the batch interface too.</summary>
    public bool IsPlainBatch(ITypeSymbol? type) => IsBatch(type) && !Is(type, _transaction);

    /// <summary>Whether a type is the batch interface itself.</summary>
    public bool IsBatchInterface(ITypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(type, _batch);

    /// <summary>Whether a <c>catch</c> of a type catches an error reply of the server.</summary>
    public bool IsServerError(ITypeSymbol? type)
    {
        for (ITypeSymbol? caught = _serverException; caught is not null && type is not null; caught = caught.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(caught, type))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsOfSubstitutes(ISymbol? symbol) => symbol?.ContainingNamespace?.ToDisplayString() == Substitutes;

    /// <summary>The type of the public field or property that the client finds for a parameter; like the client, case-sensitive.</summary>
    public static ITypeSymbol? TypeOfMember(ITypeSymbol type, string name)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers(name))
            {
                if (member.DeclaredAccessibility == Accessibility.Public && member is IPropertySymbol or IFieldSymbol)
                {
                    return member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
                }
            }
        }

        return null;
    }

    /// <summary>The type of the elements that a call passes in a table.</summary>
    public ITypeSymbol? TypeOf(ParameterTable table) => table == ParameterTable.Keys ? _key : _value;

    /// <summary>Whether a type is that of a key.</summary>
    public bool IsKey(ITypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(type, _key);

    /// <summary>Whether a type is that of a value.</summary>
    public bool IsValue(ITypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(type, _value);

    /// <summary>Whether the client accepts a member of that type.</summary>
    public bool CanBePassed(ITypeSymbol member) => member switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } =>
            inner.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Boolean,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } generic => SymbolEqualityComparer.Default.Equals(generic.OriginalDefinition, _memory),
        _ => member.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Boolean or SpecialType.System_String
            || IsKey(member)
            || IsValue(member),
    };

    private static INamedTypeSymbol? Find(Compilation compilation, string name) => compilation.GetTypeByMetadataName(Namespace + name);

    /// <summary>Whether a type is the wanted type, or implements it.</summary>
    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? wanted) =>
        type is not null && wanted is not null
        && (SymbolEqualityComparer.Default.Equals(type, wanted) || type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default));
}
