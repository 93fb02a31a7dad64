namespace LuaGen;

/// <summary>A reply as the transport received it: leased from the client, or serialized to a rented buffer.</summary>
internal readonly struct ScriptResult(ScriptTransport transport, object? reply, int length = 0) : IDisposable
{
    private readonly ScriptTransport? _transport = transport;

    /// <summary>The reply, in the transport's representation.</summary>
    public object? Reply { get; } = reply;

    /// <summary>The number of bytes of a rented buffer that the reply occupies.</summary>
    public int Length { get; } = length;

    /// <summary>Returns a reader at the first element of the reply.</summary>
    public RespReader Read() => _transport!.Read(this);

    public void Dispose() => _transport?.Release(this);
}
