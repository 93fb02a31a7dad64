using System.Buffers.Text;
using System.Text;
using StackExchange.Redis;

namespace LuaGen;

/// <content>Reads scalars that must not be nil.</content>
public ref partial struct ScriptReply
{
    /// <summary>Reads an integer, or a string, double or big number whose whole text is an integer in the range of the type.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="ScriptReplyException">The next element is not such a value.</exception>
    public int ReadInt32() => NextIsNumber() && Utf8Number.TryParse(_reader.Text, out int value) ? value : Mismatch<int>("int");

    /// <inheritdoc cref="ReadInt32"/>
    public long ReadInt64() => ReadWhole("long");

    /// <inheritdoc cref="ReadInt32"/>
    public uint ReadUInt32() => NextIsNumber() && Utf8Number.TryParse(_reader.Text, out uint value) ? value : Mismatch<uint>("uint");

    /// <inheritdoc cref="ReadInt32"/>
    public ulong ReadUInt64() => NextIsNumber() && Utf8Number.TryParse(_reader.Text, out ulong value) ? value : Mismatch<ulong>("ulong");

    /// <summary>
    /// Reads an integer, a double or a big number, or a string whose whole text is a number. The infinities and NaN are read as
    /// Redis writes them: <c>inf</c>, <c>-inf</c>, <c>nan</c>.
    /// </summary>
    /// <returns>The number.</returns>
    /// <exception cref="ScriptReplyException">The next element is not such a value.</exception>
    public double ReadDouble() => NextIsNumber() && Utf8Number.TryParse(_reader.Text, out double value) ? value : Mismatch<double>("double");

    /// <summary>Reads an integer, a double or a big number, or a string whose whole text is a number, in the range of the type.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="ScriptReplyException">The next element is not such a value.</exception>
    public decimal ReadDecimal() => NextIsNumber() && Utf8Number.TryParse(_reader.Text, out decimal value) ? value : Mismatch<decimal>("decimal");

    /// <summary>
    /// Reads <c>1</c> or true, <c>0</c> or false. Nil is false too, because Redis converts Lua's <c>false</c> to nil.
    /// </summary>
    /// <returns>The boolean.</returns>
    /// <exception cref="ScriptReplyException">The next element is not one of these values.</exception>
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

    /// <summary>Reads a string or a status, or the text of a number.</summary>
    /// <returns>The text, decoded from UTF-8.</returns>
    /// <exception cref="ScriptReplyException">The next element is not such a value.</exception>
    public string ReadString()
    {
        NextText("string", orVerbatim: true);
        return Encoding.UTF8.GetString(TextBytes());
    }

    /// <summary>Reads a string or a status, or the text of a number.</summary>
    /// <returns>A copy of the bytes.</returns>
    /// <exception cref="ScriptReplyException">The next element is not such a value.</exception>
    public byte[] ReadBytes()
    {
        NextText("bytes", orVerbatim: true);
        return TextBytes().ToArray();
    }

    /// <summary>Reads a string, a status or a number as the client's value.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="ScriptReplyException">The next element is not such a value.</exception>
    public RedisValue ReadRedisValue()
    {
        NextText("value", orVerbatim: true);
        return RedisResultTree.Value(in _reader);
    }

    /// <summary>Reads a GUID of 36 characters with hyphens (format <c>D</c>).</summary>
    /// <returns>The GUID.</returns>
    /// <exception cref="ScriptReplyException">The next element is not such a value.</exception>
    public Guid ReadGuid()
    {
        NextText("guid");
        return Utf8Parser.TryParse(_reader.Text, out Guid value, out var consumed, 'D') && consumed == _reader.Text.Length
            ? value
            : Mismatch<Guid>("guid");
    }

    /// <summary>Whether an element of this kind can contain a number; its text determines whether it does.</summary>
    private static bool IsNumeric(RespKind kind) =>
        kind is RespKind.Integer or RespKind.BulkString or RespKind.SimpleString or RespKind.Double or RespKind.BigInteger;

    private bool NextIsNumber() => IsNumeric(Next());

    private long ReadWhole(string expected) => NextIsNumber() && Utf8Number.TryParse(_reader.Text, out long value) ? value : Mismatch<long>(expected);

    // Text is accepted from the same kinds as numbers.
    private void NextText(string expected, bool orVerbatim = false)
    {
        var kind = Next();
        if (!(IsNumeric(kind) || (orVerbatim && kind == RespKind.VerbatimString)) || _reader.IsNull)
        {
            Mismatch(expected);
        }
    }

    // RESP3 sends the text of INFO and similar commands as a verbatim string, "txt:…"; RESP2 sends a plain string.
    private readonly ReadOnlySpan<byte> TextBytes() =>
        _reader.Kind == RespKind.VerbatimString ? _reader.Text[4..] : _reader.Text;
}
