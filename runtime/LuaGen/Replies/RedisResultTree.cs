using System.Text;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>Makes the client's own values and trees of what a reply holds, as the client makes them of the same bytes.</summary>
internal static class RedisResultTree
{
    /// <summary>Reads the element and all below it; the reader is then at the last of them.</summary>
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

    /// <summary>A scalar as the client's value; null for a null.</summary>
    /// <param name="reader">At the scalar.</param>
    /// <param name="keepsForm">Whether a verbatim string keeps the <c>txt:</c> that it begins with, as in the client's trees.</param>
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
