using System.Buffers.Text;

namespace LuaGen;

/// <summary>
/// Reads the elements of a RESP2 or RESP3 reply, forward only and in depth-first order: an aggregate first, then its children.
/// The reader does not allocate, and a copy of it can read ahead independently. The client has already validated the bytes.
/// </summary>
internal ref struct RespReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _next;

    /// <summary>Creates a reader before the first element of a reply; <see cref="TryMoveNext"/> moves to it.</summary>
    public RespReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Creates a reader at an element whose header the client has read.</summary>
    /// <param name="kind">The kind of the element.</param>
    /// <param name="isNull">Whether it is a null.</param>
    /// <param name="count">The number of children; a map has two per entry, key and value.</param>
    /// <param name="rest">The bytes after the header: the text of a scalar and its line ending, or the children.</param>
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

    /// <summary>Whether the element is a null in RESP2 or RESP3.</summary>
    public bool IsNull { get; private set; }

    /// <summary>The number of children of an aggregate; a map has two per entry, key and value.</summary>
    public int Count { get; private set; }

    /// <summary>The text of a scalar, without its header and line ending.</summary>
    public ReadOnlySpan<byte> Text { get; private set; }

    public readonly bool IsError => Kind is RespKind.SimpleError or RespKind.BulkError;

    public readonly bool IsAggregate => Kind is RespKind.Array or RespKind.Map or RespKind.Set or RespKind.Push or RespKind.Attribute;

    /// <summary>Moves to the next element; attributes are skipped.</summary>
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

    /// <summary>Moves past all descendants of an aggregate; the last of them is then the current element.</summary>
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

    // No server that runs scripts sends the streamed types of RESP3, whose length is `?`.
    private static int Number(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out int number, out var consumed) && consumed == text.Length
        ? number
        : throw new FormatException("A length in the reply is not a number.");
}
