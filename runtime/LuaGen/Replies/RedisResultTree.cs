using System.Text;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>Converts elements of a reply to the client's values and trees, with the same results as the client's own parser.</summary>
internal static class RedisResultTree
{
    /// <summary>Reads the current element and all its descendants; the reader is then at the last of them.</summary>
    public static RedisResult Read(ref RespReader reader)
    {
        var kind = reader.Kind;
        if (!reader.IsAggregate)
        {
            return RedisResult.Create(Value(in reader, keepsForm: true), TypeOf(kind));
        }

        if (reader.IsNull)
        {
            return RedisResult.Create((RedisResult[])null!, TypeOf(kind));
        }

        var items = new RedisResult[reader.Count];
        for (var i = 0; i < items.Length && reader.TryMoveNext(); i++)
        {
            items[i] = Read(ref reader);
        }

        return RedisResult.Create(items, TypeOf(kind));
    }

    /// <summary>Converts a scalar to the client's value; <see cref="RedisValue.Null"/> for a null.</summary>
    /// <param name="reader">The reader, at the scalar.</param>
    /// <param name="keepsForm">Whether a verbatim string keeps its <c>txt:</c> prefix, as in the client's trees.</param>
    public static RedisValue Value(in RespReader reader, bool keepsForm = false) => reader switch
    {
        { IsNull: true } => RedisValue.Null,
        { Kind: RespKind.Integer } when Utf8Number.TryParse(reader.Text, out long number) => number,
        { Kind: RespKind.Boolean } => reader.Text is [(byte)'t'],
        { Kind: RespKind.VerbatimString } when !keepsForm => reader.Text[4..].ToArray(),
        { Kind: RespKind.SimpleString } => Encoding.UTF8.GetString(reader.Text),
        _ => reader.Text.ToArray(),
    };

    private static ResultType TypeOf(RespKind kind) => kind switch
    {
        RespKind.SimpleString => ResultType.SimpleString,
        RespKind.SimpleError => ResultType.Error,
        RespKind.BulkError => ResultType.BlobError,
        RespKind.Integer => ResultType.Integer,
        RespKind.Null => ResultType.Null,
        RespKind.Boolean => ResultType.Boolean,
        RespKind.Double => ResultType.Double,
        RespKind.BigInteger => ResultType.BigInteger,
        RespKind.VerbatimString => ResultType.VerbatimString,
        RespKind.Array => ResultType.Array,
        RespKind.Set => ResultType.Set,
        RespKind.Map => ResultType.Map,
        RespKind.Push => ResultType.Push,
        _ => ResultType.BulkString,
    };
}
