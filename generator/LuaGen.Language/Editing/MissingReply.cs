namespace LuaGen.Language.Editing;

/// <summary>When the reply of a command is nil, which a script sees as false.</summary>
internal static class MissingReply
{
    public static string When(string command) => command switch
    {
        "GET" or "GETDEL" or "GETEX" or "GETSET" or "LPOP" or "RPOP" or "LMOVE" or "RPOPLPUSH" or "SPOP" or "SRANDMEMBER" or "DUMP" or "MGET"
            or "ZRANDMEMBER" or "HRANDFIELD" or "LMPOP" or "ZMPOP" => "when the key is missing",
        "HGET" or "HMGET" => "when the key or the field is missing",
        "ZSCORE" or "ZMSCORE" or "ZRANK" or "ZREVRANK" or "GEODIST" or "GEOHASH" or "GEOPOS" => "when the key or the member is missing",
        "LINDEX" => "when no element has the index",
        "LPOS" => "when no element matches",
        "SET" or "ZADD" or "XADD" => "when nothing was written",
        "RANDOMKEY" => "when the database is empty",
        _ => "when there is none",
    };
}
