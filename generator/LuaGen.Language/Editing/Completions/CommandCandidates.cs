using LuaGen.Language.Binding;
using LuaGen.Language.Commands;

namespace LuaGen.Language.Editing.Completions;

/// <summary>The commands, subcommands and tokens that fit at a position of a call.</summary>
internal static class CommandCandidates
{
    /// <summary>The commands that scripts call most, by the frequency in public scripts.</summary>
    private static readonly string[] Frequent =
    [
        "GET", "SET", "HGET", "HSET", "DEL", "ZADD", "EXPIRE", "EXISTS", "INCR", "ZREM", "HGETALL", "LPUSH", "RPUSH", "SADD", "INCRBY", "PEXPIRE", "ZCARD", "HDEL", "HMGET",
        "ZRANGE", "ZREMRANGEBYSCORE", "ZRANGEBYSCORE", "TIME", "SREM", "HINCRBY", "ZSCORE", "LPOP", "RPOP", "LRANGE", "LREM", "SISMEMBER", "SMEMBERS", "TTL", "PTTL", "LLEN", "HEXISTS",
        "DECR", "PUBLISH", "DECRBY", "HMSET", "ZINCRBY", "XADD", "SETEX", "ZCOUNT", "SCARD", "LTRIM", "MGET", "SETNX", "PSETEX", "ZRANK", "ZREVRANGE", "LINDEX", "RPOPLPUSH", "HLEN", "HKEYS", "HVALS",
        "SPOP", "TYPE", "RENAME", "INCRBYFLOAT", "ZPOPMIN", "HSETNX", "HINCRBYFLOAT", "MSET", "PERSIST", "STRLEN", "LMOVE", "SCAN", "UNLINK", "ZREVRANK", "ZREVRANGEBYSCORE", "XACK", "XLEN", "KEYS",
        "GETRANGE", "APPEND", "EXPIREAT", "PEXPIREAT", "GETDEL", "ZREMRANGEBYRANK", "BITCOUNT", "SETBIT", "GETBIT", "SUNION", "SINTER", "XDEL", "XRANGE", "GEOADD", "LSET",
    ];

    private static readonly Dictionary<string, int> RankOf = Frequent.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);

    /// <summary>The commands that every server of the script has and that scripts may call; those that take the arguments that are already there come first.</summary>
    public static IEnumerable<Candidate> Commands(ScriptAnalysis analysis, CommandCursor cursor, ServerList servers)
    {
        var written = WrittenCall(analysis, cursor);
        foreach (var name in CommandTable.Names)
        {
            var command = CommandTable.Find(name)!;
            if (command.Is(CommandTraits.NoScript) && command.Subcommands.Count == 0)
            {
                continue;
            }

            var isThere = command.IsCallableOn(servers);
            var rank = (RankOf.TryGetValue(name, out var frequency) ? frequency : Frequent.Length) + (isThere ? 0 : 2000) + (servers.Servers.Any(server => command.Deprecation?.Applies(server) == true) ? 300 : 0);
            rank += written is { Arguments.Count: > 1 } && !Fits(command, written, servers) ? 1000 : 0;
            yield return new Candidate(name, CandidateKind.Command, rank, isThere ? command.Subcommands.Count > 0 ? null : Usage.Of(command) : $"since {command.Servers}", new CommandEntity(command));
        }
    }

    public static IEnumerable<Candidate> Subcommands(CommandInfo command, ServerList servers) => command.Subcommands
        .Where(pair => !pair.Value.Is(CommandTraits.NoScript))
        .Select(pair => new Candidate(pair.Key, CandidateKind.Command, pair.Key == "HELP" ? 2 : pair.Value.IsCallableOn(servers) ? 0 : 3, Usage.Of(pair.Value), new CommandEntity(pair.Value)));

    /// <summary>The tokens that may be at the position: first those with which the whole call is complete, last those that it already has.</summary>
    /// <param name="analysis">The script.</param>
    /// <param name="cursor">The position.</param>
    /// <param name="servers">The servers of the script.</param>
    /// <param name="quote">What to put around a token, where the position is not in a string.</param>
    /// <param name="rank">The rank of the first token.</param>
    public static IEnumerable<Candidate> Tokens(ScriptAnalysis analysis, CommandCursor cursor, ServerList servers, string quote, int rank)
    {
        var written = WrittenCall(analysis, cursor);
        foreach (var token in cursor.Expected.OfType<TokenNode>())
        {
            var isUsed = cursor.Arguments.Any(argument => token.Text.Equals(argument, StringComparison.OrdinalIgnoreCase));
            var completes = written is null || FitsWith(cursor, written, token, servers);
            yield return new Candidate(quote + token.Text + quote, CandidateKind.Token, rank++ + (isUsed ? 500 : completes ? 0 : 50), cursor.Command!.Name, new TokenEntity(cursor.Command, token));
        }
    }

    private static RedisCall? WrittenCall(ScriptAnalysis analysis, CommandCursor cursor) =>
        analysis.Script.Calls.All.FirstOrDefault(call => call.Span.Start == cursor.Frame.Start);

    /// <summary>Whether the arguments fit the grammar once the token is at the position.</summary>
    private static bool FitsWith(CommandCursor cursor, RedisCall written, TokenNode token, ServerList servers)
    {
        var arguments = written.ConstantsFrom(cursor.Command!.Words);
        var index = cursor.Arguments.Count - cursor.Command.Words;
        if (index > arguments.Length)
        {
            return true;
        }

        string?[] completed = [.. arguments.Take(index), token.Text, .. arguments.Skip(index + 1)];
        return ArgumentMatcher.Fits(cursor.Command.Arguments!, completed, written.IsOpen, servers);
    }

    private static bool Fits(CommandInfo command, RedisCall call, ServerList servers)
    {
        var count = call.Arguments.Count - 1;
        if (command.Subcommands.Count > 0)
        {
            return call.Arguments[1].Constant is { } word && command.Subcommands.ContainsKey(word);
        }

        var arguments = call.ConstantsFrom(1);
        return (call.IsOpen || count >= command.MinArguments) && count <= command.MaxArguments
            && (command.Arguments is not { } grammar || ArgumentMatcher.Fits(grammar, arguments, call.IsOpen, servers))
            && KeysAgree(command, call);
    }

    /// <summary>Whether the first argument is a key of KEYS exactly if the command begins with one.</summary>
    private static bool KeysAgree(CommandInfo command, RedisCall call) =>
        call.Arguments[1].Value is not Syntax.IndexExpression index || !IsKeys(index) || command.KeySpecs is null or { Count: > 0 };

    private static bool IsKeys(Syntax.IndexExpression index) => index.Target is Syntax.NameExpression { Name: "KEYS" };
}
