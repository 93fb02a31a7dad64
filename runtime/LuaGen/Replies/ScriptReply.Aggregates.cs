namespace LuaGen;

/// <content>Arrays, records and rows.</content>
public ref partial struct ScriptReply
{
    /// <summary>Reads the header of an array (or a set); its elements are read next, each by a call of its own.</summary>
    /// <returns>How many elements follow.</returns>
    /// <exception cref="ScriptReplyException">The next element is no array.</exception>
    internal int ReadArray()
    {
        if (Next() is not (RespKind.Array or RespKind.Set) || _reader.IsNull)
        {
            Mismatch("an array");
        }

        return _reader.Count;
    }

    /// <summary>Reads an array (or a set) whose elements are all of one kind.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="element">Reads one element.</param>
    /// <returns>The elements, in order; those of a set in the server's order.</returns>
    /// <exception cref="ScriptReplyException">The next element is no array.</exception>
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
    /// Reads the header of an array that holds the fields of a record, which are read next. Lua ends an array at its
    /// first nil, so trailing fields that may be null may be missing.
    /// </summary>
    /// <param name="fields">How many fields the record has.</param>
    /// <param name="required">How many must be there.</param>
    /// <returns>How many are there.</returns>
    /// <exception cref="ScriptReplyException">The next element is no array, or has fewer or more elements.</exception>
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
    /// Reads rows of equally many fields, in any of the shapes that Redis gives them: one flat array
    /// (<c>HGETALL</c>, <c>ZRANGE WITHSCORES</c>), an array of arrays (the same in RESP3), or a map.
    /// </summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="fields">How many fields a row has.</param>
    /// <param name="row">Reads the fields of one row, one after the other.</param>
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

    /// <summary>Reads the header of rows in any of their shapes.</summary>
    private (int Count, bool IsNested) ReadRows(int fields)
    {
        var kind = Next();
        var isMap = kind == RespKind.Map && fields == 2;
        // A set has no order, so its elements make no rows.
        if (!(isMap || kind == RespKind.Array) || _reader.IsNull)
        {
            MismatchFlat(fields);
        }

        // A map's children are its keys and its values.
        var count = _reader.Count;
        var isNested = count > 0 && !isMap && NextIsArray();
        if (!isNested && count % fields != 0)
        {
            MismatchFlat(fields);
        }

        return (isNested ? count : count / fields, isNested);
    }

    // Empty replies are common, and one array is enough for all of them.
    private static T[] NewArray<T>(int count) => count == 0 ? [] : new T[count];

    private bool NextIsArray()
    {
        Peek();
        return _reader.Kind == RespKind.Array && !_reader.IsNull;
    }

    private readonly void MismatchFlat(int fields) => Mismatch($"rows of {fields}");
}
