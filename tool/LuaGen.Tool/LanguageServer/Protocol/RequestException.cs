namespace LuaGen.Tool.LanguageServer.Protocol;

/// <summary>A request that cannot be answered; the client shows the message.</summary>
/// <param name="code">One of <see cref="ErrorCode"/>.</param>
/// <param name="message">Why.</param>
internal sealed class RequestException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
