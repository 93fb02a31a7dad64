using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Reads a reply, forward only, from the buffer in which it was received. Each method reads one complete element and moves
/// past it. A method throws a <see cref="ScriptReplyException"/> for an element that it does not accept; errors inside arrays
/// are never accepted. The RESP2 and RESP3 replies of a script give the same values. For use by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ScriptReply
{
    private readonly CallDefinition _definition;
    private readonly ScriptResult _result;
    private RespReader _reader;
    private bool _isAtNext;

    internal ScriptReply(CallDefinition definition, ScriptResult result)
    {
        _definition = definition;
        _result = result;
        _reader = result.Read();
        _isAtNext = true;
    }

    /// <summary>Reads the status <c>OK</c>.</summary>
    /// <exception cref="ScriptReplyException">The next element is not the status <c>OK</c>.</exception>
    public void ReadOk()
    {
        if (Next() != RespKind.SimpleString || !_reader.Text.SequenceEqual("OK"u8))
        {
            Mismatch("ok");
        }
    }

    /// <summary>Skips the next element, of any type, unless it is or contains an error.</summary>
    /// <exception cref="ScriptReplyException">The element is or contains an error.</exception>
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

    /// <summary>Reads the next element as the client's result tree, unless it is or contains an error.</summary>
    /// <returns>The element.</returns>
    /// <exception cref="ScriptReplyException">The element is or contains an error.</exception>
    public RedisResult ReadRedisResult()
    {
        // The client's tree cannot represent an error below its root.
        var ahead = this;
        ahead.ReadPast("result");
        Next();
        return RedisResultTree.Read(ref _reader);
    }

    /// <summary>Reads the next element if it is nil: a null string or null array in RESP2, a null in RESP3.</summary>
    /// <returns>Whether it is nil; if not, it has not been read.</returns>
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
            // Unreachable if readers and headers agree. Otherwise a reply that ends early must not be read as a default value.
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
        throw new ScriptReplyException(_definition, expected, ReplyShape.Element(_reader), ReplyShape.Reply(_result));
}
