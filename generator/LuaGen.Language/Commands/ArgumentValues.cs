namespace LuaGen.Language.Commands;

/// <summary>
/// The constants that a command refuses although its grammar takes a value of their kind: numbers out of range, limits of
/// score and lexicographic ranges, stream ids, bit fields. Each row holds on every server since the command exists; in doubt a constant is accepted.
/// </summary>
internal static class ArgumentValues
{
    /// <summary>The largest number of seconds whose milliseconds fit in 64 bits.</summary>
    private const long MostSeconds = long.MaxValue / 1000;
    private const long MostBits = uint.MaxValue;

    /// <summary>The integers that a value may be, by command and name of the value.</summary>
    private static readonly Dictionary<string, (long Least, long Most)> Ranges = new(StringComparer.Ordinal)
    {
        ["SETBIT value"] = (0, 1),
        ["BITPOS bit"] = (0, 1),
        ["SETBIT offset"] = (0, MostBits),
        ["GETBIT offset"] = (0, MostBits),
        ["SETRANGE offset"] = (0, MostBits / 8),
        ["SET seconds"] = (1, MostSeconds),
        ["SET milliseconds"] = (1, long.MaxValue),
        ["SET unix-time-seconds"] = (1, MostSeconds),
        ["SET unix-time-milliseconds"] = (1, long.MaxValue),
        ["GETEX seconds"] = (1, MostSeconds),
        ["GETEX milliseconds"] = (1, long.MaxValue),
        ["GETEX unix-time-seconds"] = (1, MostSeconds),
        ["GETEX unix-time-milliseconds"] = (1, long.MaxValue),
        ["SETEX seconds"] = (1, MostSeconds),
        ["PSETEX milliseconds"] = (1, long.MaxValue),
        ["EXPIRE seconds"] = (-MostSeconds, MostSeconds),
        ["EXPIREAT unix-time-seconds"] = (-MostSeconds, MostSeconds),
        ["LPOP count"] = (0, long.MaxValue),
        ["RPOP count"] = (0, long.MaxValue),
        ["SPOP count"] = (0, long.MaxValue),
        ["LMPOP count"] = (1, long.MaxValue),
        ["BLMPOP count"] = (1, long.MaxValue),
        ["ZMPOP count"] = (1, long.MaxValue),
        ["BZMPOP count"] = (1, long.MaxValue),
        ["LPOS num-matches"] = (0, long.MaxValue),
        ["LPOS len"] = (0, long.MaxValue),
        ["SCAN count"] = (1, long.MaxValue),
        ["SSCAN count"] = (1, long.MaxValue),
        ["HSCAN count"] = (1, long.MaxValue),
        ["ZSCAN count"] = (1, long.MaxValue),
        ["XAUTOCLAIM count"] = (1, long.MaxValue),
        ["SINTERCARD limit"] = (0, long.MaxValue),
        ["ZINTERCARD limit"] = (0, long.MaxValue),
        ["GEORADIUS count"] = (1, long.MaxValue),
        ["GEORADIUS_RO count"] = (1, long.MaxValue),
        ["GEORADIUSBYMEMBER count"] = (1, long.MaxValue),
        ["GEORADIUSBYMEMBER_RO count"] = (1, long.MaxValue),
        ["GEOSEARCH count"] = (1, long.MaxValue),
        ["GEOSEARCHSTORE count"] = (1, long.MaxValue),
        ["GEOSEARCH num-vertices"] = (3, long.MaxValue),
        ["GEOSEARCHSTORE num-vertices"] = (3, long.MaxValue),
        ["RESTORE ttl"] = (0, long.MaxValue),
        ["RESTORE frequency"] = (0, 255),
        ["RESTORE seconds"] = (0, long.MaxValue),
        ["XADD count"] = (0, long.MaxValue),
        ["XTRIM count"] = (0, long.MaxValue),
        ["XREAD milliseconds"] = (0, long.MaxValue),
        ["XREADGROUP milliseconds"] = (0, long.MaxValue),
        ["COPY destination-db"] = (0, int.MaxValue),
        ["MOVE db"] = (0, int.MaxValue),
        ["XSETID entries-added"] = (0, long.MaxValue),
    };

    /// <summary>What a text must be, by command and name of the value.</summary>
    private static readonly Dictionary<string, ValueForm> Forms = new(StringComparer.Ordinal)
    {
        ["ZRANGEBYLEX min"] = ValueForm.Lexicographic,
        ["ZRANGEBYLEX max"] = ValueForm.Lexicographic,
        ["ZREVRANGEBYLEX min"] = ValueForm.Lexicographic,
        ["ZREVRANGEBYLEX max"] = ValueForm.Lexicographic,
        ["ZLEXCOUNT min"] = ValueForm.Lexicographic,
        ["ZLEXCOUNT max"] = ValueForm.Lexicographic,
        ["ZREMRANGEBYLEX min"] = ValueForm.Lexicographic,
        ["ZREMRANGEBYLEX max"] = ValueForm.Lexicographic,
        ["ZRANGEBYSCORE min"] = ValueForm.ScoreLimit,
        ["ZRANGEBYSCORE max"] = ValueForm.ScoreLimit,
        ["ZREVRANGEBYSCORE min"] = ValueForm.ScoreLimit,
        ["ZREVRANGEBYSCORE max"] = ValueForm.ScoreLimit,
        ["ZREMRANGEBYSCORE min"] = ValueForm.ScoreLimit,
        ["ZREMRANGEBYSCORE max"] = ValueForm.ScoreLimit,
        ["ZCOUNT min"] = ValueForm.ScoreLimit,
        ["ZCOUNT max"] = ValueForm.ScoreLimit,
        ["ZADD score"] = ValueForm.Number,
        ["ZINCRBY increment"] = ValueForm.Number,
        ["INCRBYFLOAT increment"] = ValueForm.FiniteNumber,
        ["HINCRBYFLOAT increment"] = ValueForm.FiniteNumber,
        ["ZUNION weight"] = ValueForm.Number,
        ["ZUNIONSTORE weight"] = ValueForm.Number,
        ["ZINTER weight"] = ValueForm.Number,
        ["ZINTERSTORE weight"] = ValueForm.Number,
        ["GEOADD longitude"] = ValueForm.Longitude,
        ["GEOADD latitude"] = ValueForm.Latitude,
        ["GEORADIUS longitude"] = ValueForm.Longitude,
        ["GEORADIUS latitude"] = ValueForm.Latitude,
        ["GEORADIUS_RO longitude"] = ValueForm.Longitude,
        ["GEORADIUS_RO latitude"] = ValueForm.Latitude,
        ["GEOSEARCH longitude"] = ValueForm.Longitude,
        ["GEOSEARCH latitude"] = ValueForm.Latitude,
        ["GEOSEARCHSTORE longitude"] = ValueForm.Longitude,
        ["GEOSEARCHSTORE latitude"] = ValueForm.Latitude,
        ["GEORADIUS radius"] = ValueForm.Distance,
        ["GEORADIUS_RO radius"] = ValueForm.Distance,
        ["GEORADIUSBYMEMBER radius"] = ValueForm.Distance,
        ["GEORADIUSBYMEMBER_RO radius"] = ValueForm.Distance,
        ["GEOSEARCH radius"] = ValueForm.Distance,
        ["GEOSEARCH width"] = ValueForm.Distance,
        ["GEOSEARCH height"] = ValueForm.Distance,
        ["GEOSEARCHSTORE radius"] = ValueForm.Distance,
        ["GEOSEARCHSTORE width"] = ValueForm.Distance,
        ["GEOSEARCHSTORE height"] = ValueForm.Distance,
        ["BLPOP timeout"] = ValueForm.Timeout,
        ["BRPOP timeout"] = ValueForm.Timeout,
        ["BLMOVE timeout"] = ValueForm.Timeout,
        ["BRPOPLPUSH timeout"] = ValueForm.Timeout,
        ["BLMPOP timeout"] = ValueForm.Timeout,
        ["BZMPOP timeout"] = ValueForm.Timeout,
        ["BZPOPMIN timeout"] = ValueForm.Timeout,
        ["BZPOPMAX timeout"] = ValueForm.Timeout,
        ["LPOS rank"] = ValueForm.Rank,
        ["BITFIELD encoding"] = ValueForm.Encoding,
        ["BITFIELD_RO encoding"] = ValueForm.Encoding,
        ["BITFIELD offset"] = ValueForm.FieldOffset,
        ["BITFIELD_RO offset"] = ValueForm.FieldOffset,
        ["SCAN cursor"] = ValueForm.Cursor,
        ["SSCAN cursor"] = ValueForm.Cursor,
        ["HSCAN cursor"] = ValueForm.Cursor,
        ["ZSCAN cursor"] = ValueForm.Cursor,
        ["XADD id"] = ValueForm.NewStreamId,
        ["XRANGE start"] = ValueForm.StreamLimit,
        ["XRANGE end"] = ValueForm.StreamLimit,
        ["XREVRANGE start"] = ValueForm.StreamLimit,
        ["XREVRANGE end"] = ValueForm.StreamLimit,
        ["XPENDING start"] = ValueForm.StreamLimit,
        ["XPENDING end"] = ValueForm.StreamLimit,
        ["XAUTOCLAIM start"] = ValueForm.StreamLimit,
        ["XDEL ID"] = ValueForm.StreamId,
        ["XCLAIM ID"] = ValueForm.StreamId,
        ["XCLAIM lastid"] = ValueForm.StreamId,
        ["XSETID last-id"] = ValueForm.StreamId,
        ["XSETID max-deleted-id"] = ValueForm.StreamId,
        ["XGROUP CREATE id"] = ValueForm.StreamId,
        ["XGROUP SETID id"] = ValueForm.StreamId,
        ["XREAD ID"] = ValueForm.ReadId,
        ["XREADGROUP ID"] = ValueForm.ReadGroupId,
        ["XCLAIM min-idle-time"] = ValueForm.Integer,
        ["XAUTOCLAIM min-idle-time"] = ValueForm.Integer,
    };

    /// <summary>Whether the command has values with a form of their own.</summary>
    public static bool Concerns(CommandInfo command) => Commands.Contains(command.Name);

    /// <summary>What the command takes instead of a constant; <see langword="null"/> if it takes it.</summary>
    public static string? WantedInsteadOf(string text, CommandInfo command, ValueNode value) => WantedInsteadOf(text, $"{command.Name} {value.Name}");

    /// <param name="place">The command and the name of the value.</param>
    private static string? WantedInsteadOf(string text, string place) =>
        Ranges.TryGetValue(place, out var range) && ConstantValues.IntegerOf(text) is { } number && (number < range.Least || number > range.Most) ? DescriptionOf(range, number)
        : Forms.TryGetValue(place, out var form) && !ValueForms.Accepts(form, text) ? ValueForms.NameOf(form)
        : null;

    private static string DescriptionOf((long Least, long Most) range, long number) =>
        range is (0, 1) ? "0 or 1" : number < range.Least ? $"at least {range.Least}" : $"at most {range.Most}";

    private static readonly HashSet<string> Commands = new(
        Ranges.Keys.Concat(Forms.Keys).Select(place => place.Substring(0, place.LastIndexOf(' '))).Concat(["ZRANGE", "ZRANGESTORE", "XADD", "XTRIM", "ZADD", "BITOP", "XREAD", "XREADGROUP"]),
        StringComparer.Ordinal);
}
