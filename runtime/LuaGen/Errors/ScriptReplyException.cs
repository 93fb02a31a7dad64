namespace LuaGen;

/// <summary>
/// A script was executed, and its reply is not what its header declares, so that the caller does not get it. What the
/// script wrote stays written. The message tells the shape of the reply, never its values. The server raised no error, so
/// <see cref="ScriptException.Code"/> is <c>ERR</c>, and there is no line and no inner exception.
/// </summary>
public sealed class ScriptReplyException : ScriptException
{
    internal ScriptReplyException(ScriptDefinition script, string expected, string found, string received)
        : base(
            $"{script.Name} was executed, but its reply cannot be read: expected {expected}, found {found}. "
                + $"{script.FilePath} declares {script.Returns} and returned {received}.",
            script,
            ServerError.Unspecific,
            line: null,
            ScriptOutcome.Executed,
            innerException: null)
    {
        Declared = script.Returns;
        Received = received;
    }

    /// <summary>The declared reply as the script's header words it: <c>(left: long, orderId: long?)</c>.</summary>
    public string Declared { get; }

    /// <summary>The shape of the reply that came: <c>array of 2 (integer, string of 5 bytes)</c>.</summary>
    public string Received { get; }
}
