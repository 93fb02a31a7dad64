using System.Net;

namespace LuaGen;

/// <summary>What became of loading one script on one node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Script">The script.</param>
/// <param name="Error">
/// Why it is not loaded: a <see cref="ScriptException"/> with the line when the server refuses it, or the client's own
/// exception when the node could not be asked; null when it is loaded.
/// </param>
public readonly record struct ScriptLoadResult(EndPoint Node, ScriptDefinition Script, Exception? Error)
{
    /// <summary>The node.</summary>
    public EndPoint Node { get; } = Node;

    /// <summary>The script.</summary>
    public ScriptDefinition Script { get; } = Script;

    /// <summary>
    /// Why it is not loaded: a <see cref="ScriptException"/> with the line when the server refuses it, or the client's own
    /// exception when the node could not be asked; null when it is loaded.
    /// </summary>
    public Exception? Error { get; } = Error;

    /// <summary>Whether the node knows the script now. It may forget it again: nothing but calls may rest on it.</summary>
    public bool IsLoaded => Error is null;
}
