using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Properties;

/// <summary>
/// Every reply type is applied to every reply. What it reads and what it refuses is compared with the design's table, which
/// <see cref="Declared"/> implements a second time on the raw reply of the server.
/// </summary>
public sealed class ReplyPropertyTests
{
    private const int Seed = 20261122;
    private const int RandomCases = 400;

    private static readonly (string Name, Declared Type, Func<RepliesScripts, RedisKey, Task<object?>> Call)[] Types =
    [
        .. Both("String", "string", (s, k) => s.StringAsync(k), (s, k) => s.NullableStringAsync(k)),
        .. Both("Status", "status", (s, k) => s.StatusAsync(k), (s, k) => s.NullableStatusAsync(k)),
        .. Both("Bytes", "bytes", (s, k) => s.BytesAsync(k), (s, k) => s.NullableBytesAsync(k)),
        .. Both("Int", "int", (s, k) => s.IntAsync(k), (s, k) => s.NullableIntAsync(k)),
        .. Both("Long", "long", (s, k) => s.LongAsync(k), (s, k) => s.NullableLongAsync(k)),
        .. Both("Uint", "uint", (s, k) => s.UintAsync(k), (s, k) => s.NullableUintAsync(k)),
        .. Both("Ulong", "ulong", (s, k) => s.UlongAsync(k), (s, k) => s.NullableUlongAsync(k)),
        .. Both("Double", "double", (s, k) => s.DoubleAsync(k), (s, k) => s.NullableDoubleAsync(k)),
        .. Both("Decimal", "decimal", (s, k) => s.DecimalAsync(k), (s, k) => s.NullableDecimalAsync(k)),
        .. Both("Bool", "bool", (s, k) => s.BoolAsync(k), (s, k) => s.NullableBoolAsync(k)),
        .. Both("Guid", "guid", (s, k) => s.GuidAsync(k), (s, k) => s.NullableGuidAsync(k)),
        .. Both("Seconds", "seconds", (s, k) => s.SecondsAsync(k), (s, k) => s.NullableSecondsAsync(k)),
        .. Both("Milliseconds", "milliseconds", (s, k) => s.MillisecondsAsync(k), (s, k) => s.NullableMillisecondsAsync(k)),
        .. Both("Unixseconds", "unixseconds", (s, k) => s.UnixsecondsAsync(k), (s, k) => s.NullableUnixsecondsAsync(k)),
        .. Both("Unixmilliseconds", "unixmilliseconds", (s, k) => s.UnixmillisecondsAsync(k), (s, k) => s.NullableUnixmillisecondsAsync(k)),
        .. Both("Value", "value", (s, k) => s.ValueAsync(k), (s, k) => s.NullableValueAsync(k)),
        ("Ok", Declared.Scalar("ok"), (s, k) => Done(s.OkAsync(k))),
        ("Nothing", Declared.Scalar("nothing"), (s, k) => Done(s.NothingAsync(k))),
        ("Result", Declared.Scalar("result"), (s, k) => Boxed(s.ResultAsync(k))),
        ("Longs", Declared.Array(Declared.Scalar("long")), (s, k) => Boxed(s.LongsAsync(k))),
        ("NullableLongs", Declared.Nullable(Declared.Array(Declared.Scalar("long"))), (s, k) => Boxed(s.NullableLongsAsync(k))),
        ("LongsOrNulls", Declared.Array(Declared.Nullable(Declared.Scalar("long"))), (s, k) => Boxed(s.LongsOrNullsAsync(k))),
        ("Strings", Declared.Array(Declared.Scalar("string")), (s, k) => Boxed(s.StringsAsync(k))),
        ("Bools", Declared.Array(Declared.Scalar("bool")), (s, k) => Boxed(s.BoolsAsync(k))),
        ("Lists", Declared.Array(Declared.Array(Declared.Scalar("string"))), (s, k) => Boxed(s.ListsAsync(k))),
        ("Pair", Declared.Record(Declared.Scalar("long"), Declared.Scalar("string")), (s, k) => Boxed(s.PairAsync(k))),
        ("OpenPair", Declared.Record(Declared.Scalar("long"), Declared.Nullable(Declared.Scalar("string")), Declared.Scalar("bool")), (s, k) => Boxed(s.OpenPairAsync(k))),
        ("NullablePair", Declared.Nullable(Declared.Record(Declared.Scalar("long"), Declared.Nullable(Declared.Scalar("long")))), (s, k) => Boxed(s.NullablePairAsync(k))),
        ("Single", Declared.Record(Declared.Scalar("long")), (s, k) => Boxed(s.SingleAsync(k))),
        ("Values", Declared.Record(Declared.Scalar("value"), Declared.Scalar("value")), (s, k) => Boxed(s.ValuesAsync(k))),
        ("Pairs", Declared.Array(Declared.Record(Declared.Scalar("string"), Declared.Scalar("long"))), (s, k) => Boxed(s.PairsAsync(k))),
        ("Nested", Declared.Record(Declared.Scalar("long"), Declared.Nullable(Declared.Record(Declared.Scalar("string"), Declared.Nullable(Declared.Scalar("long"))))), (s, k) => Boxed(s.NestedAsync(k))),
        ("Rows", Declared.Flat(Declared.Scalar("string"), Declared.Scalar("double")), (s, k) => Boxed(s.RowsAsync(k))),
        ("Triples", Declared.Flat(Declared.Scalar("long"), Declared.Scalar("string"), Declared.Nullable(Declared.Scalar("long"))), (s, k) => Boxed(s.TriplesAsync(k))),
        ("NullableRows", Declared.Nullable(Declared.Flat(Declared.Scalar("string"), Declared.Scalar("double"))), (s, k) => Boxed(s.NullableRowsAsync(k))),
        ("Scores", Declared.Map(Declared.Scalar("string"), Declared.Scalar("long")), (s, k) => Boxed(s.ScoresAsync(k))),
        ("Numbers", Declared.Map(Declared.Scalar("long"), Declared.Nullable(Declared.Scalar("string"))), (s, k) => Boxed(s.NumbersAsync(k))),
        ("NullableScores", Declared.Nullable(Declared.Map(Declared.Scalar("string"), Declared.Scalar("long"))), (s, k) => Boxed(s.NullableScoresAsync(k))),
        ("Fields", Declared.Map(Declared.Scalar("string"), Declared.Map(Declared.Scalar("string"), Declared.Scalar("string"))), (s, k) => Boxed(s.FieldsAsync(k))),
        ("Codes", Declared.Named(("1", "Taken"), ("0", "Busy"), ("-1", "Gone")), (s, k) => Boxed(s.CodesAsync(k))),
        ("NullableCodes", Declared.Nullable(Declared.Named(("1", "Taken"), ("0", "Busy"))), (s, k) => Boxed(s.NullableCodesAsync(k))),
        ("Words", Declared.Named(("open", "Open"), ("in-transit", "InTransit"), ("", "Empty")), (s, k) => Boxed(s.WordsAsync(k))),
        ("NullableWords", Declared.Nullable(Declared.Named(("open", "Open"), ("paid", "Paid"))), (s, k) => Boxed(s.NullableWordsAsync(k))),
    ];

    public static TheoryData<string, RedisProtocol> TypesAndProtocols
    {
        get
        {
            var data = new TheoryData<string, RedisProtocol>();
            foreach (var type in Types)
            {
                data.Add(type.Name, RedisProtocol.Resp2);
                data.Add(type.Name, RedisProtocol.Resp3);
            }

            return data;
        }
    }

    [ServerTheory]
    [MemberData(nameof(TypesAndProtocols))]
    public async Task A_type_reads_every_reply_or_refuses_it(string name, RedisProtocol protocol)
    {
        var (_, declared, call) = Types.Single(type => type.Name == name);
        var database = Connections.Database(protocol);
        var scripts = new RepliesScripts(database);
        using var raw = new RawServer(TestServer.Instance.ConnectionString, protocol == RedisProtocol.Resp2 ? 2 : 3);
        var chunk = Connections.NewKey();
        int read = 0, refused = 0;
        var faults = new List<string>();
        foreach (var lua in ReplyCases.All(Seed, RandomCases))
        {
            await database.StringSetAsync(chunk, "return " + lua);
            var reply = raw.Send("EVAL", "return loadstring(redis.call('GET', KEYS[1]))()", "1", chunk.ToString());
            var expected = reply.IsError ? $"error {Code(reply)}" : declared.Read(reply) ?? "refused";

            var actual = await ReadAsync(scripts, chunk, call);

            read += actual is "refused" ? 0 : 1;
            refused += actual is "refused" ? 1 : 0;
            if (expected != actual)
            {
                faults.Add($"{lua}\n  gives {reply}\n  expected {expected}\n  actual   {actual}");
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} of {read + refused}:\n{string.Join('\n', faults.Take(12))}");
        // Guards against a trivial pass: a type that refuses everything, or reads everything, would agree with an oracle that is never used.
        Assert.True(read > 0 && (refused > 0 || name is "Result"), $"{read} read, {refused} refused");
    }

    /// <summary>The first word of an error if it has the form of a code; otherwise ERR, the server's generic code.</summary>
    private static string Code(RespValue error) =>
        error.Text!.Split(' ')[0] is var word && word.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_') ? word : "ERR";

    private static async Task<string> ReadAsync(RepliesScripts scripts, RedisKey chunk, Func<RepliesScripts, RedisKey, Task<object?>> call)
    {
        try
        {
            var value = await call(scripts, chunk);
            return value is Nothing ? "done" : Canonical.Of(value);
        }
        catch (ScriptReplyException)
        {
            return "refused";
        }
        catch (ScriptException error)
        {
            return "error " + error.Code;
        }
#pragma warning disable CA1031 // Any other exception is what the test looks for.
        catch (Exception other)
#pragma warning restore CA1031
        {
            return $"{other.GetType().Name}: {other.Message}";
        }
    }

    private static IEnumerable<(string, Declared, Func<RepliesScripts, RedisKey, Task<object?>>)> Both<T, TNullable>(
        string name, string word, Func<RepliesScripts, RedisKey, ValueTask<T>> plain, Func<RepliesScripts, RedisKey, ValueTask<TNullable>> nullable) =>
        [
            (name, Declared.Scalar(word), (scripts, key) => Boxed(plain(scripts, key))),
            ("Nullable" + name, Declared.Nullable(Declared.Scalar(word)), (scripts, key) => Boxed(nullable(scripts, key))),
        ];

    private static async Task<object?> Boxed<T>(ValueTask<T> call) => await call;

    private static async Task<object?> Done(ValueTask call)
    {
        await call;
        return new Nothing();
    }

    private sealed record Nothing;
}
