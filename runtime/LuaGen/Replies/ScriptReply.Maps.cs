namespace LuaGen;

/// <content>Reads maps, and creates the exception for unknown values of generated enums.</content>
public ref partial struct ScriptReply
{
    /// <summary>
    /// Reads keys with their values, in any of the shapes that Redis returns: one flat array (<c>HGETALL</c> in RESP2), an array
    /// of pairs, or a map (<c>HGETALL</c> in RESP3). If a key occurs more than once, its last value is kept.
    /// </summary>
    /// <typeparam name="TKey">The type of a key.</typeparam>
    /// <typeparam name="TValue">The type of a value.</typeparam>
    /// <param name="key">Reads one key.</param>
    /// <param name="value">Reads one value.</param>
    /// <returns>The values by key.</returns>
    /// <exception cref="ScriptReplyException">The next element has none of these shapes.</exception>
    public Dictionary<TKey, TValue> ReadMap<TKey, TValue>(ReplyReader<TKey> key, ReplyReader<TValue> value)
        where TKey : notnull
    {
        var (count, isNested) = ReadRows(fields: 2);
        var map = new Dictionary<TKey, TValue>(count);
        for (var i = 0; i < count; i++)
        {
            if (isNested)
            {
                ReadRecord(fields: 2, required: 2);
            }

            var name = key(ref this);
            map[name] = value(ref this);
        }

        return map;
    }

    /// <summary>Creates the exception for a value that is not a member of a generated enum.</summary>
    /// <param name="expected">The name of the enum.</param>
    /// <returns>The exception, which the caller throws.</returns>
    public readonly ScriptReplyException Unknown(string expected) =>
        new(_definition, $"a value of {expected}", ReplyShape.Element(_reader), ReplyShape.Reply(_result));
}
