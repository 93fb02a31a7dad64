using System.Net;

namespace LuaGen;

/// <summary>The result of loading one script on one node with <c>SCRIPT LOAD</c>.</summary>
/// <param name="Node">The node.</param>
/// <param name="Script">The script.</param>
/// <param name="Error">
/// The reason why the script is not loaded: a <see cref="ScriptException"/> with the line if the server rejected the script,
/// the client's own exception if the node could not be reached, an <see cref="InvalidOperationException"/> if the server
/// computed another SHA-1; null if the script is loaded.
/// </param>
public readonly record struct ScriptLoadResult(EndPoint Node, ScriptDefinition Script, Exception? Error)
{
    /// <summary>The node.</summary>
    public EndPoint Node { get; } = Node;

    /// <summary>The script.</summary>
    public ScriptDefinition Script { get; } = Script;

    /// <summary>
    /// The reason why the script is not loaded: a <see cref="ScriptException"/> with the line if the server rejected the script,
    /// the client's own exception if the node could not be reached, an <see cref="InvalidOperationException"/> if the server
    /// computed another SHA-1; null if the script is loaded.
    /// </summary>
    public Exception? Error { get; } = Error;

    /// <summary>
    /// Whether the script was loaded into the node's script cache. A restart or <c>SCRIPT FLUSH</c> empties the cache; calls then
    /// fall back to <c>EVAL</c>.
    /// </summary>
    public bool IsLoaded => Error is null;
}
