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

    /// <summary>A reader at the reply's first element.</summary>
    public RespReader Read()
    {
        if (_leased is not null)
        {
            return _leased.Read();
        }

        var reader = new RespReader(_written);
        reader.TryMoveNext(checkError: false);
        return reader;
    }

    public void Dispose() => _leased?.Dispose();
}
