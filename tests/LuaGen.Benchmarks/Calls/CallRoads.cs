using StackExchange.Redis;

namespace LuaGen.Benchmarks.Calls;

/// <summary>All ways in which the client calls a script, and LuaGen's. The first way is what the others are compared with.</summary>
internal static class CallRoads
{
    public const string ByText = "ScriptEvaluateAsync(string)";
    public const string ByHash = "ScriptEvaluateAsync(byte[])";
    public const string Bare = "ExecuteRespAsync, reply unread";
    public const string Generated = "LuaGen";
    public const string GeneratedInPlainBatch = "LuaGen, new …Scripts(batch)";

    private static readonly RedisKey Key = "counter";
    private static readonly RedisKey Other = "other";

    /// <summary>2 keys, 3 arguments, a <see cref="long"/>.</summary>
    public static IReadOnlyList<CallRoad> OfCount(IDatabase database) =>
        OfCount(database, CallsScripts.Definitions.Count, static scripts => scripts.CountAsync(Key, Other, 1, "note", "owner"));

    /// <summary>The same with a script of 8 KB.</summary>
    public static IReadOnlyList<CallRoad> OfLargeCount(IDatabase database) =>
        OfCount(database, CallsScripts.Definitions.CountInLargeScript, static scripts => scripts.CountInLargeScriptAsync(Key, Other, 1, "note", "owner"));

    /// <summary>A record of five fields.</summary>
    public static IReadOnlyList<CallRoad> OfRecord(IDatabase database) => OfReply(
        database,
        CallsScripts.Definitions.Statistics,
        static reply =>
        {
            var fields = (RedisResult[])reply!;
            return ((long)fields[0], (string)fields[1]!, (double)fields[2], (bool)fields[3], (long?)fields[4]);
        },
        static scripts => scripts.StatisticsAsync(Key));

    /// <summary>100 rows of a string and a double.</summary>
    public static IReadOnlyList<CallRoad> OfRows(IDatabase database) => OfReply(
        database,
        CallsScripts.Definitions.Rows,
        static reply =>
        {
            var values = (RedisValue[])reply!;
            var rows = new (string, double)[values.Length / 2];
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] = ((string)values[2 * i]!, (double)values[(2 * i) + 1]);
            }

            return rows;
        },
        static scripts => scripts.RowsAsync(Key));

#pragma warning disable LUA7007 // Nothing flushes the scripts here.
    private static List<CallRoad> OfCount(IDatabase database, ScriptDefinition script, Func<CallsScripts, ValueTask<long>> call)
    {
        var (text, sha1, hash) = (script.Text, script.Sha1, Convert.FromHexString(script.Sha1));
        var prepared = LuaScript.Prepare(text.Replace("KEYS[1]", "@counter", StringComparison.Ordinal).Replace("KEYS[2]", "@other", StringComparison.Ordinal)
            .Replace("ARGV[1]", "@by", StringComparison.Ordinal).Replace("ARGV[2]", "@note", StringComparison.Ordinal).Replace("ARGV[3]", "@owner", StringComparison.Ordinal));
        var loaded = prepared.Load(database.Multiplexer.GetServers()[0]);
        var roads = new List<CallRoad>
        {
            CallRoad.OfClient(ByHash, database, db => db.ScriptEvaluateAsync(hash, [Key, Other], [1, "note", "owner"]), static reply => (long)reply),
            CallRoad.OfClient(ByText, database, db => db.ScriptEvaluateAsync(text, [Key, Other], [1, "note", "owner"]), static reply => (long)reply),
            CallRoad.OfClient("LuaScript.EvaluateAsync", database, db => prepared.EvaluateAsync(db, new { counter = Key, other = Other, by = 1, note = "note", owner = "owner" }), static reply => (long)reply),
            CallRoad.OfClient("LoadedLuaScript.EvaluateAsync", database, db => loaded.EvaluateAsync(db, new { counter = Key, other = Other, by = 1, note = "note", owner = "owner" }), static reply => (long)reply),
            CallRoad.OfClient("ExecuteAsync(\"EVALSHA\")", database, db => db.ExecuteAsync("EVALSHA", sha1, 2, Key, Other, 1, "note", "owner"), static reply => (long)reply),
            CallRoad.Generated(Generated, database, call, static (scripts, batch) => scripts.On(batch)),
            CallRoad.Generated(GeneratedInPlainBatch, database, call, static (_, batch) => new CallsScripts(batch)) with { InSequenceAsync = null },
        };
#if CLIENT_3_4
        roads.Insert(roads.Count - 2, BareRoad(database, sha1));
#endif
        return roads;
    }

#if CLIENT_3_4
    /// <summary>The client's cheapest call, which gives the bytes of the reply: what a call cannot be below.</summary>
    private static CallRoad BareRoad(IDatabase database, string sha1)
    {
        RedisKeyOrValue[] arguments = [(RedisValue)sha1, (RedisValue)2, Key, Other, (RedisValue)1, (RedisValue)"note", (RedisValue)"owner"];
        async Task InSequenceAsync(int calls)
        {
            for (var i = 0; i < calls; i++)
            {
                (await database.ExecuteRespAsync("EVALSHA", arguments)).Dispose();
            }
        }

        async Task InBatchAsync(int calls)
        {
            var batch = database.CreateBatch();
            var sent = new Task<RespResult>[calls];
            for (var i = 0; i < calls; i++)
            {
                sent[i] = batch.ExecuteRespAsync("EVALSHA", arguments);
            }

            batch.Execute();
            foreach (var reply in sent)
            {
                (await reply).Dispose();
            }
        }

        return new CallRoad(Bare, InSequenceAsync, InBatchAsync);
    }
#endif

    private static CallRoad[] OfReply<TClient, T>(IDatabase database, ScriptDefinition script, Func<RedisResult, TClient> read, Func<CallsScripts, ValueTask<T>> call)
    {
        var (text, hash) = (script.Text, Convert.FromHexString(script.Sha1));
        return
        [
            CallRoad.OfClient(ByHash, database, db => db.ScriptEvaluateAsync(hash, [Key]), read),
            CallRoad.OfClient(ByText, database, db => db.ScriptEvaluateAsync(text, [Key]), read),
            CallRoad.Generated(Generated, database, call, static (scripts, batch) => scripts.On(batch)),
        ];
    }
#pragma warning restore LUA7007
}
