using RESPite.Messages;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// A reply as it came: leased from the client, or, after an <c>ASK</c> that the client followed with a tree of its own,
/// written out again as the bytes that the tree was read from.
/// </summary>
internal readonly struct ScriptResult : IDisposable
{
    private readonly RespResult? _leased;
    private readonly byte[]? _written;

    public ScriptResult(RespResult leased) => _leased = leased;

    public ScriptResult(byte[] written) => _written = written;

    public RespReader Read() => _leased is null ? new RespReader(_written) : _leased.Read();

    public void Dispose() => _leased?.Dispose();
}
