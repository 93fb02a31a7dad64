using System.Buffers.Text;
using System.Text;
using StackExchange.Redis;

namespace LuaGen;

/// <content>Single values that must be there.</content>
public ref partial struct ScriptReply
{
    /// <summary>Reads an integer, or a string, double or big number that is one as a whole and fits.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public int ReadInt32() => NextIsNumber() && Utf8Number.TryParse(_reader.Text, out int value) ? value : Mismatch<int>("int");

    /// <inheritdoc cref="ReadInt32"/>
    public long ReadInt64() => ReadWhole("long");

    /// <inheritdoc cref="ReadInt32"/>
    public uint ReadUInt32() => NextIsNumber() && Utf8Number.TryParse(_reader.Text, out uint value) ? value : Mismatch<uint>("uint");

    /// <inheritdoc cref="ReadInt32"/>
    public ulong ReadUInt64() => NextIsNumber() && Utf8Number.TryParse(_reader.Text, out ulong value) ? value : Mismatch<ulong>("ulong");

    /// <summary>
    /// Reads a number from an integer, a double, a big number or a string that is one as a whole. The infinities and
    /// NaN are read as Redis writes them: <c>inf</c>, <c>-inf</c>, <c>nan</c>.
    /// </summary>
    /// <returns>The number.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public double ReadDouble() => NextIsNumber() && Utf8Number.TryParse(_reader.Text, out double value) ? value : Mismatch<double>("double");

    /// <summary>Reads a number from an integer, a double, a big number or a string that is one as a whole and fits.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public decimal ReadDecimal() => NextIsNumber() && Utf8Number.TryParse(_reader.Text, out decimal value) ? value : Mismatch<decimal>("decimal");

    /// <summary>
    /// Reads <c>1</c> or true, <c>0</c> or false. A nil is false too: that is how a script's own <c>false</c> arrives.
    /// </summary>
    /// <returns>The boolean.</returns>
    /// <exception cref="ScriptReplyException">The next element is none of these.</exception>
    public bool ReadBoolean()
    {
        if (TryReadNull())
        {
            return false;
        }

        var kind = Next();
        if (kind == RespKind.Boolean)
        {
            return _reader.Text is [(byte)'t'];
        }

        var isOne = IsNumeric(kind) && _reader.Text is [(byte)'1'];
        if (!isOne && !(IsNumeric(kind) && _reader.Text is [(byte)'0']))
        {
            Mismatch("bool");
        }

        return isOne;
    }

    /// <summary>Reads a string or a status; a number as its text.</summary>
    /// <returns>The text, decoded from UTF-8.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public string ReadString()
    {
        NextText("string", orVerbatim: true);
        return Encoding.UTF8.GetString(TextBytes());
    }

    /// <summary>Reads a string or a status; a number as its text.</summary>
    /// <returns>The bytes, copied.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public byte[] ReadBytes()
    {
        NextText("bytes", orVerbatim: true);
        return TextBytes().ToArray();
    }

    /// <summary>Reads a string, a status or a number as the client's own value.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public RedisValue ReadRedisValue()
    {
        NextText("value", orVerbatim: true);
        return RedisResultTree.Value(in _reader);
    }

    /// <summary>Reads a GUID of 36 characters with hyphens.</summary>
    /// <returns>The GUID.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public Guid ReadGuid()
    {
        NextText("guid");
        return Utf8Parser.TryParse(_reader.Text, out Guid value, out var consumed, 'D') && consumed == _reader.Text.Length
            ? value
            : Mismatch<Guid>("guid");
    }

    /// <summary>Whether a number is written this way; the text decides whether it is one.</summary>
    private static bool IsNumeric(RespKind kind) =>
        kind is RespKind.Integer or RespKind.BulkString or RespKind.SimpleString or RespKind.Double or RespKind.BigInteger;

    private bool NextIsNumber() => IsNumeric(Next());

    private long ReadWhole(string expected) => NextIsNumber() && Utf8Number.TryParse(_reader.Text, out long value) ? value : Mismatch<long>(expected);

    // Numbers and texts are written with the same prefixes.
    private void NextText(string expected, bool orVerbatim = false)
    {
        var kind = Next();
        if (!(IsNumeric(kind) || (orVerbatim && kind == RespKind.VerbatimString)) || _reader.IsNull)
        {
            Mismatch(expected);
        }
    }

    // RESP3 sends the text of INFO and the like as "txt:…"; to RESP2 the same is a plain string.
    private readonly ReadOnlySpan<byte> TextBytes() =>
        _reader.Kind == RespKind.VerbatimString ? _reader.Text[4..] : _reader.Text;
}
