using System.Net;

namespace LuaGen;

/// <summary>The result of loading one library on one node with <c>FUNCTION LOAD</c>.</summary>
/// <param name="Node">The node.</param>
/// <param name="Library">The library.</param>
/// <param name="Error">
/// The reason why the library is not loaded: a <see cref="ScriptException"/> if the server replied with an error or has other
/// code under the same name, the client's own exception if the node could not be reached; null if the library is loaded.
/// </param>
public readonly record struct LibraryLoadResult(EndPoint Node, LibraryDefinition Library, Exception? Error)
{
    /// <summary>The node.</summary>
    public EndPoint Node { get; } = Node;

    /// <summary>The library.</summary>
    public LibraryDefinition Library { get; } = Library;

    /// <summary>
    /// The reason why the library is not loaded: a <see cref="ScriptException"/> if the server replied with an error or has other
    /// code under the same name, the client's own exception if the node could not be reached; null if the library is loaded.
    /// </summary>
    public Exception? Error { get; } = Error;

    /// <summary>Whether the node has the library with this code. The node persists it and replicates it to its replicas.</summary>
    public bool IsLoaded => Error is null;
}
