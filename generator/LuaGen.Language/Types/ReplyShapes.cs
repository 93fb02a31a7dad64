using LuaGen.Language.Commands;

namespace LuaGen.Language.Types;

/// <summary>
/// The values that <c>redis.call</c> returns for a command, from the shapes of its replies and Redis's conversion from RESP2
/// to Lua (redis.io, "Redis Lua API": "Redis to Lua type conversion").
/// </summary>
internal static class ReplyShapes
{
    /// <param name="command">The command.</param>
    /// <param name="arguments">The command's name and its arguments.</param>
    /// <param name="progress">Receives conclusions that need another round.</param>
    public static AbstractValue Of(CommandInfo command, ValueList arguments, Fixpoint progress)
    {
        if (command.Subcommands.Count > 0)
        {
            if (arguments[1].Text is not { } word || !command.Subcommands.TryGetValue(word.ToUpperInvariant(), out var subcommand))
            {
                return AbstractValue.Any with { Provenance = Provenance.Reply };
            }

            command = subcommand;
        }

        var kinds = LuaKinds.None;
        foreach (var shape in command.Replies)
        {
            kinds |= KindsOf(shape);
        }

        kinds = Narrow(command.Name, kinds, arguments);
        if (kinds == LuaKinds.None)
        {
            kinds = LuaKinds.Any & ~LuaKinds.Nil;
        }

        var origins = NamesKeys(command.Name) ? Provenance.Reply | Provenance.Unknown : Provenance.Reply;
        var elements = ElementsOf(command.Name);
        object detail = (kinds & LuaKinds.AnyTable) == LuaKinds.Table && elements is { } element
            ? TableSummary.OfReply(progress, command.Name, new AbstractValue(element, origins, new Reply(command.Name, Reply.AnyElement)), LengthOf(command.Name, arguments))
            : new Reply(command.Name);
        return new AbstractValue(kinds, origins, detail);
    }

    /// <summary>The same after <c>redis.setresp(3)</c>: a missing value is nil. Replies that RESP3 has types of its own for are unknown.</summary>
    public static AbstractValue OfResp3(CommandInfo command, ValueList arguments, Fixpoint progress)
    {
        var reply = command.Subcommands.Count == 0 ? Of(command, arguments, progress) : AbstractValue.Any;
        var isPlain = command.Replies.Count > 0 && command.Replies.All(shape => KindsOf(shape) is not (LuaKinds.Table or > LuaKinds.Table) && shape != "number") && !IsVerbatim(command.Name);
        return !isPlain ? AbstractValue.Any with { Provenance = Provenance.Reply }
            : reply.MayBe(LuaKinds.False) ? new AbstractValue((reply.Kinds & ~LuaKinds.False) | LuaKinds.Nil, reply.Provenance, reply.Detail)
            : reply;
    }

    /// <summary>Commands whose text is a verbatim string in RESP3.</summary>
    private static bool IsVerbatim(string command) => command is "INFO" or "LOLWUT" or "LCS";

    /// <summary>Whether the reply is a negative number for a missing key, and for one without a time to live.</summary>
    public static bool IsTimeToLive(string command) => command is "TTL" or "PTTL" or "EXPIRETIME" or "PEXPIRETIME";

    /// <summary>Whether the reply is a cursor and one page of elements.</summary>
    public static bool IsPage(string command) => command is "SCAN" or "SSCAN" or "HSCAN" or "ZSCAN";

    /// <summary>The cursor, which is a string of digits, or the elements.</summary>
    public static AbstractValue PartOfPage(AbstractValue page, string command, double index, Dictionary<string, TableSummary> pages, Fixpoint progress)
    {
        if (index == 2 && !pages.ContainsKey(command))
        {
            // One summary for all pages of a command: a new one in each round would never be the same as the last.
            pages.Add(command, TableSummary.OfReply(progress, command, new AbstractValue(LuaKinds.String, page.Provenance), length: null));
        }

        return index switch
        {
            1 => new AbstractValue(LuaKinds.String, Provenance.Reply, new Reply(command, 1)),
            2 => new AbstractValue(LuaKinds.Table, page.Provenance, pages[command]),
            _ => new AbstractValue(LuaKinds.Nil, Provenance.None),
        };
    }

    /// <summary>Commands whose replies contain keys of this node, which may be declared ones.</summary>
    private static bool NamesKeys(string command) => command is "KEYS" or "SCAN" or "RANDOMKEY" or "ECHO" or "LMPOP" or "ZMPOP" or "BLMPOP" or "BZMPOP"
        or "BLPOP" or "BRPOP" or "BZPOPMIN" or "BZPOPMAX" or "XREAD" or "XREADGROUP" or "CLUSTER GETKEYSINSLOT";

    private static LuaKinds KindsOf(string shape) => shape switch
    {
        "integer" => LuaKinds.Integer,
        "string" or "number" => LuaKinds.String,
        "null" => LuaKinds.False,
        "array" or "map" or "set" => LuaKinds.Table,
        _ when shape.StartsWith("status", StringComparison.Ordinal) => LuaKinds.Status,
        _ => LuaKinds.Any & ~LuaKinds.Nil,
    };

    /// <summary>Removes the reply shapes that occur only with an option that the call does not have.</summary>
    private static LuaKinds Narrow(string command, LuaKinds kinds, ValueList arguments) => command switch
    {
        "SET" => kinds & ~(Has(arguments, behind: 3, "GET") ? 0 : Has(arguments, behind: 3, "NX", "XX", "IFEQ", "IFNE", "IFDEQ", "IFDNE") ? LuaKinds.String : LuaKinds.String | LuaKinds.False),
        "ZADD" when !Has(arguments, behind: 2, "INCR") => LuaKinds.Integer,
        "XADD" when !Has(arguments, behind: 2, "NOMKSTREAM") => LuaKinds.String,
        "ZRANK" or "ZREVRANK" when !arguments.IsOpen && arguments.Items.Count <= 3 => kinds & ~LuaKinds.Table,
        "LPOP" or "RPOP" when !arguments.IsOpen => arguments.Items.Count <= 2 ? kinds & ~LuaKinds.Table : kinds & ~LuaKinds.String,
        "SPOP" or "SRANDMEMBER" or "HRANDFIELD" or "ZRANDMEMBER" when !arguments.IsOpen => arguments.Items.Count <= 2 ? kinds & ~LuaKinds.Table : LuaKinds.Table,
        _ => kinds,
    };

    /// <summary>Whether the call may have one of these options after the key and value, or after the key.</summary>
    private static bool Has(ValueList arguments, int behind, params string[] words)
    {
        for (var i = behind; i < arguments.Items.Count; i++)
        {
            var argument = arguments[i];
            if (argument.Is(LuaKinds.Number))
            {
                continue;
            }

            if (argument.Text?.ToUpperInvariant() is not { } word || Array.IndexOf(words, word) >= 0)
            {
                return true;
            }

            // The argument after these options is a time, not another option.
            i += word is "EX" or "PX" or "EXAT" or "PXAT" ? 1 : 0;
        }

        return arguments.IsOpen;
    }

    /// <summary>The kind of the elements of an array reply, if it is always the same.</summary>
    private static LuaKinds? ElementsOf(string command) => command switch
    {
        "MGET" or "HMGET" or "ZMSCORE" => LuaKinds.String | LuaKinds.False,
        "SMISMEMBER" => LuaKinds.Integer,
        "TIME" or "KEYS" or "HGETALL" or "HKEYS" or "HVALS" or "LRANGE" or "SMEMBERS" or "SINTER" or "SUNION" or "SDIFF"
            or "ZRANGE" or "ZREVRANGE" or "ZRANGEBYSCORE" or "ZREVRANGEBYSCORE" or "ZRANGEBYLEX" or "ZREVRANGEBYLEX"
            or "ZPOPMIN" or "ZPOPMAX" or "ZINTER" or "ZUNION" or "ZDIFF" or "SPOP" or "SRANDMEMBER" or "HRANDFIELD" or "ZRANDMEMBER" => LuaKinds.String,
        _ => null,
    };

    private static int? LengthOf(string command, ValueList arguments) => command switch
    {
        "TIME" => 2,
        "MGET" when !arguments.IsOpen => arguments.Items.Count - 1,
        "HMGET" or "ZMSCORE" or "SMISMEMBER" when !arguments.IsOpen => arguments.Items.Count - 2,
        _ => null,
    };
}
