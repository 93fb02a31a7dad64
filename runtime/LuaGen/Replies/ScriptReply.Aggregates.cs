namespace LuaGen;

/// <content>Reads arrays, records and rows.</content>
public ref partial struct ScriptReply
{
    /// <summary>Reads the header of an array or a set. The caller then reads each element.</summary>
    /// <returns>The number of elements.</returns>
    /// <exception cref="ScriptReplyException">The next element is not an array or a set.</exception>
    internal int ReadArray()
    {
        if (Next() is not (RespKind.Array or RespKind.Set) || _reader.IsNull)
        {
            Mismatch("an array");
        }

        return _reader.Count;
    }

    /// <summary>Reads an array or a set whose elements all have the same type.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="element">Reads one element.</param>
    /// <returns>The elements, in order; the elements of a set are in the server's order.</returns>
    /// <exception cref="ScriptReplyException">The next element is not an array or a set.</exception>
    public T[] ReadArray<T>(ReplyReader<T> element)
    {
        var items = NewArray<T>(ReadArray());
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = element(ref this);
        }

        return items;
    }

    /// <summary>
    /// Reads the header of an array that contains the fields of a record. The caller then reads each field. Redis ends an array
    /// at the first nil of the Lua table, so nullable fields at the end may be missing.
    /// </summary>
    /// <param name="fields">The number of fields of the record.</param>
    /// <param name="required">The number of fields that must be present.</param>
    /// <returns>The number of fields that are present.</returns>
    /// <exception cref="ScriptReplyException">The next element is not an array, or has too few or too many elements.</exception>
    public int ReadRecord(int fields, int required)
    {
        var count = Next() == RespKind.Array && !_reader.IsNull ? _reader.Count : -1;
        if (count < required || count > fields)
        {
            Mismatch(required == fields ? $"an array of {fields}" : $"an array of {required} to {fields}");
        }

        return count;
    }

    /// <summary>
    /// Reads rows with the same number of fields, in any of the shapes that Redis returns: one flat array (<c>HGETALL</c> and
    /// <c>ZRANGE … WITHSCORES</c> in RESP2), an array of arrays (<c>ZRANGE … WITHSCORES</c> in RESP3), or a map (<c>HGETALL</c>
    /// in RESP3) if a row has two fields.
    /// </summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="fields">The number of fields of a row.</param>
    /// <param name="row">Reads the fields of one row, in order.</param>
    /// <returns>The rows, in order.</returns>
    /// <exception cref="ScriptReplyException">The next element has none of these shapes.</exception>
    public T[] ReadFlat<T>(int fields, ReplyReader<T> row)
    {
        var (count, isNested) = ReadRows(fields);
        var rows = NewArray<T>(count);
        for (var i = 0; i < rows.Length; i++)
        {
            if (isNested)
            {
                ReadRecord(fields, required: fields);
            }

            rows[i] = row(ref this);
        }

        return rows;
    }

    /// <summary>Reads the header of rows in any of these shapes.</summary>
    private (int Count, bool IsNested) ReadRows(int fields)
    {
        var kind = Next();
        var isMap = kind == RespKind.Map && fields == 2;
        // A set has no order, so its elements cannot form rows.
        if (!(isMap || kind == RespKind.Array) || _reader.IsNull)
        {
            MismatchFlat(fields);
        }

        // The children of a map are keys and values.
        var count = _reader.Count;
        var isNested = count > 0 && !isMap && NextIsRow(fields, count);
        if (!isNested && count % fields != 0)
        {
            MismatchFlat(fields);
        }

        return (isNested ? count : count / fields, isNested);
    }

    // Empty replies are common, and all of them can share one array.
    private static T[] NewArray<T>(int count) => count == 0 ? [] : new T[count];

    /// <summary>Whether the next element is a row of its own, not the first field of a row.</summary>
    private bool NextIsRow(int fields, int count)
    {
        Peek();
        if (!IsArray(_reader) || count % fields != 0 || fields == 1)
        {
            return IsArray(_reader);
        }

        // The first field can be an array itself. All rows are arrays, of the same length.
        var ahead = _reader;
        ahead.SkipChildren();
        return _reader.Count == fields && ahead.TryMoveNext() && IsArray(ahead);
    }

    private static bool IsArray(scoped in RespReader reader) => reader.Kind == RespKind.Array && !reader.IsNull;

    private readonly void MismatchFlat(int fields) => Mismatch($"rows of {fields}");
}
