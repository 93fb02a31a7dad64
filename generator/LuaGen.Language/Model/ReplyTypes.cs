namespace LuaGen.Language.Model;

/// <summary>The reply types that are one value, by word.</summary>
internal static class ReplyTypes
{
    private static readonly (string Word, string CSharp, string Reader, bool AcceptsNil)[] Types =
    [
        ("string", "string", "String", false),
        ("status", "string", "String", false),
        ("bytes", "byte[]", "Bytes", false),
        ("int", "int", "Int32", false),
        ("long", "long", "Int64", false),
        ("uint", "uint", "UInt32", false),
        ("ulong", "ulong", "UInt64", false),
        ("double", "double", "Double", false),
        ("decimal", "decimal", "Decimal", false),
        ("bool", "bool", "Boolean", true),
        ("guid", CSharpTypes.Guid, "Guid", false),
        ("value", CSharpTypes.RedisValue, "RedisValue", false),
        ("seconds", CSharpTypes.TimeSpan, "Seconds", false),
        ("milliseconds", CSharpTypes.TimeSpan, "Milliseconds", false),
        ("unixseconds", CSharpTypes.DateTimeOffset, "UnixSeconds", false),
        ("unixmilliseconds", CSharpTypes.DateTimeOffset, "UnixMilliseconds", false),
    ];

    /// <summary>The reply as the client has it, unread; what a script gives that does not say what it returns.</summary>
    public static ScalarReply Result { get; } = new("global::StackExchange.Redis.RedisResult", "ReadRedisResult", AcceptsNil: false);

    public static IEnumerable<string> Words => Types.Select(type => type.Word).Concat(["ok", "nothing", "result"]);

    public static NoValueReply? FindNoValue(string word) => word switch
    {
        "ok" => new NoValueReply("ReadOk"),
        "nothing" => new NoValueReply("ReadNothing"),
        _ => null,
    };

    public static ScalarReply? Find(string word, bool isNullable)
    {
        if (word == "result")
        {
            // It tells nil from anything else itself.
            return Result;
        }

        foreach (var type in Types)
        {
            if (type.Word == word)
            {
                return isNullable
                    ? new ScalarReply(type.CSharp + "?", "ReadNullable" + type.Reader, AcceptsNil: true)
                    : new ScalarReply(type.CSharp, "Read" + type.Reader, type.AcceptsNil);
            }
        }

        return null;
    }
}
