namespace LuaGen.Language.Checking.Commands;

/// <summary>The type of key that each command works on, and what the command certainly leaves under the key.</summary>
internal static class KeyTypes
{
    private static readonly Dictionary<string, string> ByCommand = new(StringComparer.Ordinal);

    /// <summary>Commands after which the key exists.</summary>
    private static readonly HashSet<string> Creating = new(StringComparer.Ordinal)
    {
        "SET", "SETEX", "PSETEX", "INCR", "DECR", "INCRBY", "DECRBY", "INCRBYFLOAT", "SETBIT", "LPUSH", "RPUSH", "SADD", "HSET", "HMSET", "HSETNX",
        "HINCRBY", "HINCRBYFLOAT", "ZINCRBY", "PFADD",
    };

    /// <summary>Commands that may remove the key with its last element.</summary>
    private static readonly HashSet<string> Emptying = new(StringComparer.Ordinal)
    {
        "GETDEL", "GETEX", "LPOP", "RPOP", "LREM", "LTRIM", "SREM", "SPOP", "HDEL", "HGETDEL", "ZREM", "ZPOPMIN", "ZPOPMAX", "ZREMRANGEBYSCORE", "ZREMRANGEBYRANK", "ZREMRANGEBYLEX",
    };

    static KeyTypes()
    {
        Add("string", "SET GET GETSET GETDEL GETEX SETEX PSETEX SETNX APPEND STRLEN GETRANGE SETRANGE INCR DECR INCRBY DECRBY INCRBYFLOAT SETBIT GETBIT BITCOUNT BITPOS BITFIELD BITFIELD_RO PFADD");
        Add("list", "LPUSH RPUSH LPUSHX RPUSHX LPOP RPOP LLEN LRANGE LINDEX LSET LREM LTRIM LINSERT LPOS");
        Add("set", "SADD SREM SPOP SCARD SMEMBERS SISMEMBER SMISMEMBER SRANDMEMBER SSCAN");
        Add("hash", "HSET HMSET HSETNX HGET HMGET HGETALL HDEL HLEN HKEYS HVALS HEXISTS HINCRBY HINCRBYFLOAT HSTRLEN HRANDFIELD HSCAN HGETDEL");
        Add("sorted set", "ZADD ZINCRBY ZREM ZCARD ZCOUNT ZSCORE ZMSCORE ZRANK ZREVRANK ZRANGE ZREVRANGE ZRANGEBYSCORE ZREVRANGEBYSCORE ZRANGEBYLEX ZREVRANGEBYLEX ZLEXCOUNT "
            + "ZREMRANGEBYSCORE ZREMRANGEBYRANK ZREMRANGEBYLEX ZPOPMIN ZPOPMAX ZRANDMEMBER ZSCAN GEOADD GEODIST GEOHASH GEOPOS GEOSEARCH");
        Add("stream", "XADD XLEN XRANGE XREVRANGE XDEL XTRIM");
    }

    /// <summary>The type of the command's first key; <see langword="null"/> if it works on any type, or on several keys.</summary>
    public static string? Of(string command) => ByCommand.TryGetValue(command, out var type) ? type : null;

    /// <summary>
    /// The option without which the key certainly exists after the command; empty if it exists in any case, and
    /// <see langword="null"/> if the command does not create keys.
    /// </summary>
    public static string? Creates(string command) => command switch
    {
        "ZADD" or "GEOADD" => "XX",
        "XADD" => "NOMKSTREAM",
        _ => Creating.Contains(command) ? "" : null,
    };

    public static bool MayEmpty(string command) => Emptying.Contains(command);

    private static void Add(string type, string commands)
    {
        foreach (var command in commands.Split(' '))
        {
            ByCommand.Add(command, type);
        }
    }
}
