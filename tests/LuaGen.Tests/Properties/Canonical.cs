using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using StackExchange.Redis;

namespace LuaGen.Tests.Properties;

/// <summary>Formats the result of a call and the oracle's expectation without rounding and culture and with every byte, so that they can be compared as text.</summary>
internal static class Canonical
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => "\"" + text + "\"",
        byte[] bytes => Convert.ToHexString(bytes),
        RedisValue client => client.IsNull ? "null" : Convert.ToHexString((byte[])client!),
        double number => BitConverter.DoubleToInt64Bits(double.IsNaN(number) ? double.NaN : number).ToString("X16", CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        TimeSpan span => $"{span.Ticks} ticks",
        DateTimeOffset point => $"{point.UtcTicks} since 1",
        RedisResult result => OfResult(result),
        IDictionary map => Map(map.Cast<object>().ToDictionary(pair => OfMember(pair, "Key"), pair => OfMember(pair, "Value"))),
        IEnumerable items => List(items.Cast<object?>().Select(Of))!,
        Enum or bool or Guid => value.ToString()!,
        IFormattable number when value.GetType().IsPrimitive => number.ToString(null, CultureInfo.InvariantCulture),
        _ => OfRecord(value),
    };

    public static string? List(IEnumerable<string?> items) => Join("[", items, "]");

    public static string? Record(IEnumerable<string?> fields) => Join("(", fields, ")");

    public static string Map(Dictionary<string, string> pairs) =>
        "{" + string.Join(", ", pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}")) + "}";

    /// <summary>An unread reply, as the client represents it.</summary>
    public static string OfTree(RespValue reply) =>
        reply.IsNil ? "nil"
        : reply.Items is { } items ? List(items.Select(OfTree))!
        : reply.Kind == '#' ? (reply.Text == "t" ? "1" : "0")
        : reply.Text!;

    private static string OfResult(RedisResult result) =>
        result.IsNull ? "nil"
        : result.Length >= 0 ? List(Enumerable.Range(0, result.Length).Select(i => OfResult(result[i])))!
        : result.Resp3Type == ResultType.Boolean ? ((bool)result ? "1" : "0")
        : result.Resp2Type == ResultType.Error ? result.ToString()!
        // The client keeps the "txt:" prefix of a verbatim string.
        : Encoding.Latin1.GetString(((byte[]?)result)!)[(result.Resp3Type == ResultType.VerbatimString ? 4 : 0)..];

    // The positional properties of a record, in declaration order.
    private static string OfRecord(object record) => record is ITuple tuple
        ? Record(Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i])))!
        : Record(record.GetType().GetConstructors().Single(constructor => constructor.GetParameters().Length > 0)
            .GetParameters().Select(parameter => Of(record.GetType().GetProperty(parameter.Name!)!.GetValue(record))))!;

    private static string OfMember(object pair, string name) => Of(pair.GetType().GetProperty(name)!.GetValue(pair));

    private static string? Join(string open, IEnumerable<string?> parts, string close)
    {
        var all = parts.ToList();
        return all.Contains(null) ? null : open + string.Join(", ", all) + close;
    }
}
