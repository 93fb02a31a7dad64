using StackExchange.Redis;

namespace LuaGen;

/// <summary>The definition of one function that a library registers, called by <c>FCALL</c> (Redis 7.0 or later, Valkey).</summary>
public sealed class FunctionDefinition : CallDefinition
{
    /// <summary>Creates the definition of a function.</summary>
    /// <param name="library">The library that registers the function.</param>
    /// <param name="name">The name as it is registered, such as <c>reserve_stock</c>.</param>
    /// <param name="keyCount">The number of keys; -1 if it depends on a list that the caller passes.</param>
    /// <param name="returns">The declared reply in the syntax of the header.</param>
    /// <param name="isReadOnly">Whether it is registered with the flag <c>no-writes</c> and is called by <c>FCALL_RO</c>.</param>
    /// <param name="qualifiedName">The name with the name of its class, such as <c>Inventory.ReserveStock</c>; <paramref name="name"/> if null.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public FunctionDefinition(
        LibraryDefinition library, string name, int keyCount, string returns, bool isReadOnly = false, string? qualifiedName = null)
        : base(name, qualifiedName, FileOf(library), keyCount, returns, isReadOnly) => Library = library;

    /// <summary>The library that registers the function.</summary>
    public LibraryDefinition Library { get; }

    internal override string TextCommand => IsReadOnly ? "FCALL_RO" : "FCALL";

    internal override RedisValue TextWord => Name;

    internal override (string FilePath, int Line) PlaceOf(int line) => Library.PlaceOf(line);

    private static string FileOf(LibraryDefinition library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return library.FilePath;
    }
}
