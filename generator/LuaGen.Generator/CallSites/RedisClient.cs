using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>The types of StackExchange.Redis that its calls are told by, resolved once for a compilation.</summary>
internal sealed class RedisClient
{
    private const string Namespace = "StackExchange.Redis.";

    private readonly INamedTypeSymbol? _databaseAsync;
    private readonly INamedTypeSymbol? _server;
    private readonly INamedTypeSymbol? _luaScript;
    private readonly INamedTypeSymbol? _loadedLuaScript;

    private RedisClient(Compilation compilation, INamedTypeSymbol databaseAsync)
    {
        _databaseAsync = databaseAsync;
        _server = Find(compilation, "IServer");
        _luaScript = Find(compilation, "LuaScript");
        _loadedLuaScript = Find(compilation, "LoadedLuaScript");
    }

    /// <summary><see langword="null"/> for a project without the client.</summary>
    public static RedisClient? Of(Compilation compilation) =>
        Find(compilation, "IDatabaseAsync") is { } databaseAsync ? new RedisClient(compilation, databaseAsync) : null;

    /// <summary>Whether a type is a database, batch or transaction, or a server.</summary>
    public bool IsTarget(ITypeSymbol? type) => Is(type, _databaseAsync) || Is(type, _server);

    public bool IsLuaScript(ITypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(type, _luaScript);

    /// <summary>Whether a type is a script with named parameters, loaded or not.</summary>
    public bool IsPrepared(ITypeSymbol? type) =>
        IsLuaScript(type) || (type is not null && SymbolEqualityComparer.Default.Equals(type, _loadedLuaScript));

    private static INamedTypeSymbol? Find(Compilation compilation, string name) => compilation.GetTypeByMetadataName(Namespace + name);

    /// <summary>Whether a type is another, or implements it.</summary>
    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? wanted) =>
        type is not null && wanted is not null
        && (SymbolEqualityComparer.Default.Equals(type, wanted) || type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default));
}
