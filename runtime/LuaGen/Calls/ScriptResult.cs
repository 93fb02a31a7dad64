namespace LuaGen;

/// <summary>A reply as its transport brought it: leased from the client, or written out into a rented buffer.</summary>
internal readonly struct ScriptResult(ScriptTransport transport, object? reply, int length = 0) : IDisposable
{
    private readonly ScriptTransport? _transport = transport;

    /// <summary>The reply, in the transport's own form.</summary>
    public object? Reply { get; } = reply;

    /// <summary>How much of a buffer is the reply.</summary>
    public int Length { get; } = length;

    /// <summary>A reader at the reply's first element.</summary>
    public RespReader Read() => _transport!.Read(this);

    public void Dispose() => _transport?.Release(this);
}
