using System.Buffers.Text;

namespace LuaGen;

/// <summary>
/// Reads the elements of a RESP2 or RESP3 reply, forward only, one header after the other: an aggregate first, then its
/// children. It allocates nothing, and a copy reads ahead on its own. The client has checked the bytes before.
/// </summary>
internal ref struct RespReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _next;

    /// <summary>Reads a whole reply; <see cref="TryMoveNext"/> goes to its first element.</summary>
    public RespReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Begins at an element whose header has been read by the client.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="isNull">Whether it is a null.</param>
    /// <param name="count">How many children it has; those of a map are keys and values.</param>
    /// <param name="rest">What follows the header: a scalar's text and its line end, or the children.</param>
    public RespReader(RespKind kind, bool isNull, int count, ReadOnlySpan<byte> rest)
    {
        _bytes = rest;
        Kind = kind;
        IsNull = isNull;
        Count = count;
        if (!isNull && !IsAggregate)
        {
            Text = rest[..^2];
            _next = rest.Length;
        }
    }

    /// <summary>The kind of the element; <see cref="RespKind.None"/> before the first and after the last.</summary>
    public RespKind Kind { get; private set; }

    /// <summary>Whether the element is a null of either protocol.</summary>
    public bool IsNull { get; private set; }

    /// <summary>How many elements follow as the children of an aggregate; those of a map are keys and values.</summary>
    public int Count { get; private set; }

    /// <summary>The text of a scalar, without its header and line end.</summary>
    public ReadOnlySpan<byte> Text { get; private set; }

    public readonly bool IsError => Kind is RespKind.SimpleError or RespKind.BulkError;

    public readonly bool IsAggregate => Kind is RespKind.Array or RespKind.Map or RespKind.Set or RespKind.Push or RespKind.Attribute;

    /// <summary>Goes to the next element, attributes skipped.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryMoveNext()
    {
        while (TryReadElement())
        {
            if (Kind != RespKind.Attribute)
            {
                return true;
            }

            SkipChildren();
        }

        this = new RespReader(_bytes) { _next = _bytes.Length };
        return false;
    }

    /// <summary>Goes past all that is below an aggregate; its last element is then the current one.</summary>
    public void SkipChildren()
    {
        for (var left = (long)Count; left > 0 && TryMoveNext(); left--)
        {
            left += Count;
        }
    }

    private bool TryReadElement()
    {
        var line = _bytes[_next..];
        var length = line.IndexOf((byte)'\r');
        if (length < 1)
        {
            return false;
        }

        Kind = (RespKind)line[0];
        Text = line[1..length];
        Count = 0;
        IsNull = Kind == RespKind.Null;
        _next += length + 2;
        if (IsAggregate)
        {
            var count = Number(Text);
            IsNull = count < 0;
            Count = IsNull ? 0 : Kind is RespKind.Map or RespKind.Attribute ? 2 * count : count;
            Text = default;
        }
        else if (Kind is RespKind.BulkString or RespKind.BulkError or RespKind.VerbatimString)
        {
            var size = Number(Text);
            IsNull = size < 0;
            Text = IsNull ? default : _bytes.Slice(_next, size);
            _next += IsNull ? 0 : size + 2;
        }

        return true;
    }

    // RESP3's parts of unknown length (`?`) are sent by no server that runs scripts.
    private static int Number(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out int number, out var consumed) && consumed == text.Length
        ? number
        : throw new FormatException("A length in the reply is not a number.");
}
