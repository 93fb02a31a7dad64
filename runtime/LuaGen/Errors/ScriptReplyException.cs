namespace LuaGen;

/// <summary>
/// The exception for a script that was executed but whose reply does not match the declaration in its header. Data that the
/// script wrote remains. The message contains the shape of the reply, never its values. The server did not raise an error:
/// <see cref="ScriptException.Code"/> is <c>ERR</c>; <see cref="ScriptException.Line"/> and
/// <see cref="Exception.InnerException"/> are null.
/// </summary>
public sealed class ScriptReplyException : ScriptException
{
    internal ScriptReplyException(CallDefinition definition, string expected, string found, string received)
        : base(
            $"{definition.Name} was executed, but its reply cannot be read: expected {expected}, found {found}. "
                + $"{definition.FilePath} declares {definition.Returns} and returned {received}.",
            definition.Name,
            definition.FilePath,
            ServerError.Unspecific,
            line: null,
            ScriptOutcome.Executed,
            innerException: null)
    {
        Declared = definition.Returns;
        Received = received;
    }

    /// <summary>The declared reply in the syntax of the header, such as <c>(left: long, orderId: long?)</c>.</summary>
    public string Declared { get; }

    /// <summary>The shape of the received reply, such as <c>array of 2 (integer, string of 5 bytes)</c>.</summary>
    public string Received { get; }
}
