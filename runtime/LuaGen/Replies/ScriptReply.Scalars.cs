using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using RESPite.Messages;
using StackExchange.Redis;

namespace LuaGen;

/// <content>Single values that must be there.</content>
public ref partial struct ScriptReply
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign;
    private const NumberStyles Any = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads an integer, or a string, double or big number that is one as a whole and fits.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public int ReadInt32() => ReadNumber<int>("int", TryParseWhole);

    /// <inheritdoc cref="ReadInt32"/>
    public long ReadInt64() => ReadNumber<long>("long", TryParseWhole);

    /// <inheritdoc cref="ReadInt32"/>
    public uint ReadUInt32() => ReadNumber<uint>("uint", TryParseWhole);

    /// <inheritdoc cref="ReadInt32"/>
    public ulong ReadUInt64() => ReadNumber<ulong>("ulong", TryParseWhole);

    /// <summary>
    /// Reads a number from an integer, a double, a big number or a string that is one as a whole. The infinities and
    /// NaN are read as Redis writes them: <c>inf</c>, <c>-inf</c>, <c>nan</c>.
    /// </summary>
    /// <returns>The number.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public double ReadDouble() => ReadNumber<double>("double", TryParseDouble);

    /// <summary>Reads a number from an integer, a double, a big number or a string that is one as a whole and fits.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public decimal ReadDecimal() => ReadNumber<decimal>("decimal", static (text, out value) => TryParse(text, Any, out value));

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

        var prefix = Next();
        if (prefix == RespPrefix.Boolean)
        {
            return _reader.Is((byte)'t');
        }

        var isOne = IsNumeric(prefix) && _reader.Is((byte)'1');
        if (!isOne && !(IsNumeric(prefix) && _reader.Is((byte)'0')))
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
        return _reader.ReadString()!;
    }

    /// <summary>Reads a string or a status; a number as its text.</summary>
    /// <returns>The bytes, copied.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public byte[] ReadBytes()
    {
        NextText("bytes", orVerbatim: true);
        return TextBytes();
    }

    /// <summary>Reads a string, a status or a number as the client's own value.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public RedisValue ReadRedisValue()
    {
        NextText("value", orVerbatim: true);
        return _reader.Prefix == RespPrefix.VerbatimString ? TextBytes() : _reader.ReadRedisValue();
    }

    /// <summary>Reads a GUID of 36 characters with hyphens.</summary>
    /// <returns>The GUID.</returns>
    /// <exception cref="ScriptReplyException">The next element is none.</exception>
    public Guid ReadGuid()
    {
        NextText("guid");
        if (!_reader.TryParseScalar<Guid>(TryParseGuid, out var value))
        {
            Mismatch("guid");
        }

        return value;
    }

    /// <summary>Whether a number is written this way; the text decides whether it is one.</summary>
    private static bool IsNumeric(RespPrefix prefix) =>
        prefix is RespPrefix.Integer or RespPrefix.BulkString or RespPrefix.SimpleString or RespPrefix.Double or RespPrefix.BigInteger;

    private T ReadNumber<T>(string expected, RespReader.ScalarParser<byte, T> parser)
    {
        if (!IsNumeric(Next()) || !_reader.TryParseScalar(parser, out var value))
        {
            Mismatch(expected);
            return default;
        }

        return value;
    }

    // Numbers and texts are written with the same prefixes.
    private void NextText(string expected, bool orVerbatim = false)
    {
        var prefix = Next();
        if (!(IsNumeric(prefix) || (orVerbatim && prefix == RespPrefix.VerbatimString)) || _reader.IsNull)
        {
            Mismatch(expected);
        }
    }

    // RESP3 sends the text of INFO and the like as "txt:…"; to RESP2 the same is a plain string.
    private readonly byte[] TextBytes() =>
        _reader.Prefix == RespPrefix.VerbatimString ? _reader.ReadByteArray()![4..] : _reader.ReadByteArray()!;

    private static bool TryParseWhole<T>(ReadOnlySpan<byte> text, out T value)
        where T : struct, INumberBase<T> => TryParse(text, Whole, out value);

    // .NET parses past NULs at the end, and "1\0" is no number.
    private static bool TryParse<T>(ReadOnlySpan<byte> text, NumberStyles style, out T value)
        where T : struct, INumberBase<T>
    {
        value = default;
        return text is not [.., 0] && T.TryParse(text, style, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryParseDouble(ReadOnlySpan<byte> text, out double value)
    {
        // Not finite is what .NET makes of its own words, such as "Infinity", and of numbers that do not fit.
        if (TryParse(text, Any, out value) && double.IsFinite(value))
        {
            return true;
        }

        value = text switch
        {
            _ when text.SequenceEqual("inf"u8) || text.SequenceEqual("+inf"u8) => double.PositiveInfinity,
            _ when text.SequenceEqual("-inf"u8) => double.NegativeInfinity,
            _ => double.NaN,
        };
        return !double.IsNaN(value) || text.SequenceEqual("nan"u8) || text.SequenceEqual("-nan"u8);
    }

    private static bool TryParseGuid(ReadOnlySpan<byte> text, out Guid value) =>
        Utf8Parser.TryParse(text, out value, out var consumed, 'D') && consumed == text.Length;
}
