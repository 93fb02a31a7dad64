using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// A reply being read, forward only, from the buffer that it came in. Each method reads one element, whole, and goes
/// past it. What a method does not accept is a <see cref="ScriptReplyException"/>; errors inside arrays are never
/// accepted. RESP2 and RESP3 replies of the same script read the same. For use by emitted code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ScriptReply
{
    private readonly ScriptDefinition _script;
    private readonly ScriptResult _result;
    private RespReader _reader;
    private bool _isAtNext;

    internal ScriptReply(ScriptDefinition script, ScriptResult result)
    {
        _script = script;
        _result = result;
        _reader = result.Read();
        _isAtNext = true;
    }

    /// <summary>Reads the status <c>OK</c>.</summary>
    /// <exception cref="ScriptReplyException">The reply is anything else.</exception>
    public void ReadOk()
    {
        if (Next() != RespKind.SimpleString || !_reader.Text.SequenceEqual("OK"u8))
        {
            Mismatch("ok");
        }
    }

    /// <summary>Reads past the next element, whatever it is, unless there is an error in it.</summary>
    /// <exception cref="ScriptReplyException">There is an error in it.</exception>
    public void ReadNothing() => ReadPast("nothing");

    private void ReadPast(string expected)
    {
        for (var left = 1L; left > 0; left--)
        {
            Next();
            if (_reader.IsError)
            {
                Mismatch(expected);
            }

            left += _reader.Count;
        }
    }

    /// <summary>Reads the next element, unless there is an error in it, as the client's own tree.</summary>
    /// <returns>The element.</returns>
    /// <exception cref="ScriptReplyException">There is an error in it.</exception>
    public RedisResult ReadRedisResult()
    {
        // The client's tree has no place for an error below its top.
        var ahead = this;
        ahead.ReadPast("result");
        Next();
        return RedisResultTree.Read(ref _reader);
    }

    /// <summary>Reads a nil, if the next element is one: a RESP2 null string or array, or a RESP3 null.</summary>
    /// <returns>Whether it was; if not, it is still to be read.</returns>
    public bool TryReadNull()
    {
        Peek();
        _isAtNext = !_reader.IsNull;
        return !_isAtNext;
    }

    private RespKind Next()
    {
        Peek();
        _isAtNext = false;
        return _reader.Kind;
    }

    private void Peek()
    {
        if (!_isAtNext && !_reader.TryMoveNext())
        {
            // Unreachable while readers and headers agree; a reply that ends early must still not be read as a default.
            Mismatch("one more element");
        }

        _isAtNext = true;
    }

    private readonly T Mismatch<T>(string expected)
    {
        Mismatch(expected);
        return default;
    }

    [DoesNotReturn]
    private readonly void Mismatch(string expected) =>
        throw new ScriptReplyException(_script, expected, ReplyShape.Element(_reader), ReplyShape.Reply(_result));
}
