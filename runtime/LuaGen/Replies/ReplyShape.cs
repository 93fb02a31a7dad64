using System.Text;

namespace LuaGen;

/// <summary>Describes the shape of a reply for messages: kinds, lengths and counts, never values.</summary>
internal static class ReplyShape
{
    private const int MaxElements = 8;
    private const int MaxDepth = 3;

    /// <summary>Describes the whole reply, such as <c>array of 3 (integer, string of 5 bytes, nil)</c>.</summary>
    public static string Reply(ScriptResult result)
    {
        var text = new StringBuilder();
        var reader = result.Read();
        Append(text, ref reader, depth: 0);
        return text.ToString();
    }

    /// <summary>Describes one element without its children, such as <c>array of 3</c>.</summary>
    public static string Element(scoped in RespReader reader) => reader switch
    {
        { IsNull: true } => "nil",
        { IsError: true } => $"error {ServerError.Parse(Encoding.UTF8.GetString(reader.Text)).Code}",
        { Kind: RespKind.Integer } => "integer",
        { Kind: RespKind.SimpleString } => "status",
        { Kind: RespKind.BulkString or RespKind.VerbatimString } => $"string of {reader.Text.Length} bytes",
        { Kind: RespKind.Boolean } => "boolean",
        { Kind: RespKind.Double } => "double",
        { Kind: RespKind.BigInteger } => "big number",
        { Kind: RespKind.Map } => $"map of {reader.Count / 2}",
        { Kind: RespKind.Set } => $"set of {reader.Count}",
        { IsAggregate: true } => $"array of {reader.Count}",
        _ => "end of the reply",
    };

    private static void Append(StringBuilder text, ref RespReader reader, int depth)
    {
        text.Append(Element(reader));
        if (reader.Count is not (> 0 and var count))
        {
            return;
        }

        // A copy reads the elements, so that the reader is past all of them even if only some are described.
        var elements = reader;
        reader.SkipChildren();
        text.Append(" (");
        for (var i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            if (depth == MaxDepth || i == MaxElements || !elements.TryMoveNext())
            {
                text.Append('…');
                break;
            }

            Append(text, ref elements, depth + 1);
        }

        text.Append(')');
    }
}
