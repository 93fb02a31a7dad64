namespace LuaGen.Language.HeaderTypes;

/// <summary>Type names of C#, .NET and other languages that have a different name in the header.</summary>
internal static class ForeignTypes
{
    private static readonly Remedy Json = new("json<My.Type>");
    private static readonly Remedy Words = new("'one' | 'two'");
    private static readonly Remedy Array = new("string[]", IsReplyOnly: true);
    private static readonly Remedy Map = new("map<string, string>", IsReplyOnly: true);

    private static readonly Dictionary<string, Remedy[]> Remedies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["integer"] = [new(HeaderType.Long), new(HeaderType.Int)],
        ["int32"] = [new(HeaderType.Int)],
        ["int64"] = [new(HeaderType.Long)],
        ["short"] = [new(HeaderType.Int)],
        ["byte"] = [new(HeaderType.Int)],
        ["uint32"] = [new(HeaderType.UInt)],
        ["uint64"] = [new(HeaderType.ULong)],
        ["number"] = [new(HeaderType.Long), new(HeaderType.Double)],
        ["float"] = [new(HeaderType.Double)],
        ["single"] = [new(HeaderType.Double)],
        ["boolean"] = [new(HeaderType.Bool)],
        ["str"] = [new(HeaderType.String)],
        ["text"] = [new(HeaderType.String)],
        ["char"] = [new(HeaderType.String)],
        ["binary"] = [new(HeaderType.Bytes)],
        ["blob"] = [new(HeaderType.Bytes)],
        ["uuid"] = [new(HeaderType.Guid)],
        ["timespan"] = [new(HeaderType.Seconds), new(HeaderType.Milliseconds)],
        ["duration"] = [new(HeaderType.Seconds), new(HeaderType.Milliseconds)],
        ["ttl"] = [new(HeaderType.Seconds), new(HeaderType.Milliseconds)],
        ["ms"] = [new(HeaderType.Milliseconds)],
        ["datetime"] = [new(HeaderType.UnixSeconds), new(HeaderType.UnixMilliseconds)],
        ["datetimeoffset"] = [new(HeaderType.UnixSeconds), new(HeaderType.UnixMilliseconds)],
        ["timestamp"] = [new(HeaderType.UnixSeconds), new(HeaderType.UnixMilliseconds)],
        ["date"] = [new(HeaderType.UnixSeconds), new(HeaderType.UnixMilliseconds)],
        ["time"] = [new(HeaderType.UnixSeconds), new(HeaderType.UnixMilliseconds)],
        ["object"] = [Json, new(HeaderType.Value)],
        ["json"] = [Json, new(HeaderType.String)],
        ["any"] = [new(HeaderType.Value)],
        ["redisvalue"] = [new(HeaderType.Value)],
        ["rediskey"] = [new(HeaderType.Value)],
        ["redisresult"] = [new(HeaderType.Result)],
        ["void"] = [new(HeaderType.Nothing)],
        ["nil"] = [new(HeaderType.Nothing)],
        ["null"] = [new(HeaderType.Nothing)],
        ["array"] = [Array],
        ["list"] = [Array],
        ["table"] = [Array],
        ["hash"] = [Map],
        ["dictionary"] = [Map],
        ["map"] = [Map],
        ["enum"] = [Words],
    };

    /// <summary>The type to write instead, for a reply or for an argument; null for a name that could mean anything.</summary>
    public static string? RemedyFor(string name, bool isReply)
    {
        var fitting = Remedies.TryGetValue(name, out var remedies) ? remedies.Where(remedy => remedy.Fits(isReply)).Select(remedy => remedy.Text).ToArray() : [];
        return fitting.Length == 0 ? null : $"`{string.Join("` or `", fitting)}`";
    }

    /// <summary>A type to write instead: one with a row, or a form of the syntax.</summary>
    private sealed record Remedy(string Text, bool IsReplyOnly = false)
    {
        private readonly HeaderType? _type;

        public Remedy(HeaderType type)
            : this(type.Name) => _type = type;

        public bool Fits(bool isReply) => _type is null ? isReply || !IsReplyOnly : (isReply ? (object?)_type.Reply : _type.Argument) is not null;
    }
}
