using System.Text;
using LuaGen.Tests.Support;
using StackExchange.Redis;
using StackExchange.Redis.KeyspaceIsolation;

namespace LuaGen.Tests.Faults;

/// <summary>Rows 35 to 38, and large and unusual arguments: what is sent.</summary>
public sealed class WordRows
{
    private const int Most = 1024 * 1024;

    [ServerFact]
    public async Task Row35_What_cannot_be_sent_is_refused_by_the_name_of_its_parameter()
    {
        var script = Scripts.DefineCold("redis.call('INCR', KEYS[1]) return #ARGV");
        var key = Connections.NewKey();
        AssertRefused("key", 1, call => call.AddKey(default, "key"));
        AssertRefused("note", 1, call => call.AddArgument((string)null!, "note"));
        AssertRefused("hold", 1, call => call.AddSeconds(TimeSpan.FromSeconds(0.5), "hold"));
        AssertRefused("rate", 1, call => call.AddArgument(double.NaN, "rate"));

        // EVALSHA, the SHA-1, the number of keys and the key are four of the RESP arguments.
        const int Arguments = Most - 4;
        AssertRefused("items", Arguments + 1, call => Fill(ref call, Arguments + 1));
        Assert.False(await Connections.Database().KeyExistsAsync(key));
        var most = Prepare(Arguments);
        Fill(ref most, Arguments);
        Assert.Equal(Arguments, await SendAsync(most, Connections.Database()));
        Assert.Equal(1, await Connections.Database().StringGetAsync(key));

        void AssertRefused(string parameter, int arguments, Action<ScriptCall> add)
        {
            var call = Prepare(arguments);
            var refusal = Assert.ThrowsAny<ArgumentException>(() => add(call));
            Assert.Equal(parameter, refusal.ParamName);
            Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(refusal));
        }

        ScriptCall Prepare(int arguments)
        {
            var call = new ScriptCall(script, keyCount: 1, arguments);
            call.AddKey(key, "key");
            return call;
        }

        static void Fill(ref ScriptCall call, int count)
        {
            for (var i = 0; i < count; i++)
            {
                call.AddArgument(1, "items");
            }
        }
    }

    [ServerFact]
    public async Task Row36_A_write_in_a_read_only_script()
    {
        var (database, key) = (Connections.Database(), Connections.NewKey());
        var prefixed = database.WithKeyPrefix("tenant:");
        var text = Encoding.UTF8.GetBytes($"-- {Guid.NewGuid()}\nreturn redis.call('INCR', KEYS[1])");
        var script = new ScriptDefinition("Probe", "Scripts/Probe.lua", Scripts.Sha1(text), 1, "long", () => text, isReadOnly: true);

        Refused(await Record.ExceptionAsync(() => SendAsync(Prepare(), database)));
        Refused(Record.Exception(() => Prepare().Send(new ScriptTarget(database), Read, CommandFlags.None)));
        Refused(await Record.ExceptionAsync(() => SendAsync(Prepare(), prefixed)));
        foreach (var either in new[] { database, prefixed })
        {
            var batch = either.CreateBatch();
            Task<long>[] calls = [SendAsync(Prepare(), batch), Prepare().SendAsync(new ScriptTarget(either).On(batch), Read, CommandFlags.None, default).AsTask()];
            batch.Execute();
            foreach (var call in calls)
            {
                Refused(await Record.ExceptionAsync(() => call));
            }

            var transaction = either.CreateTransaction();
            var inTransaction = SendAsync(Prepare(), transaction);
            await transaction.ExecuteAsync();
            Refused(await Record.ExceptionAsync(() => inTransaction));
        }

        Assert.Equal(0, await database.KeyExistsAsync([key, ((RedisKey)"tenant:").Append(key)]));

        ScriptCall Prepare()
        {
            var call = new ScriptCall(script, 1, 0);
            call.AddKey(key, "key");
            return call;
        }

        static void Refused(Exception? failure) =>
            Assert.Contains("Write commands are not allowed from read-only scripts", Assert.IsType<ScriptException>(failure).Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task Row37_A_prefixed_database_its_batch_and_its_transaction()
    {
        var (database, ledger) = (Connections.Database(), new Ledger());
        var prefixed = database.WithKeyPrefix("tenant:");
        Assert.Null(await ledger.CallAsync(prefixed));
        Assert.Null(ledger.Call(prefixed));

        var batch = prefixed.CreateBatch();
        Task<Exception?>[] calls = [ledger.CallAsync(batch), ledger.CallAsync(new ScriptTarget(prefixed).On(batch))];
        batch.Execute();
        Assert.All(await Task.WhenAll(calls), Assert.Null);

        var transaction = prefixed.CreateTransaction();
        var call = ledger.CallAsync(transaction);
        await transaction.ExecuteAsync();
        Assert.Null(await call);

        // The ids are arguments: if they had been prefixed too, none would be found.
        Assert.Equal(5, await ledger.CheckAsync(prefixed));
        Assert.Equal(5, await database.StringGetAsync(((RedisKey)"tenant:").Append(ledger.Count)));
        Assert.False(await database.KeyExistsAsync(ledger.Count));
    }

    public static TheoryData<string> Texts => new(
        "return 1",
        "-- a comment\r\nreturn 1\r\n",
        "-- æøå 日本 🙂\nreturn 1",
        "--" + new string('x', 10 * Most) + "\nreturn 1");

    [ServerTheory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public async Task Row38_After_the_first_call_the_server_knows_the_script_by_its_SHA1(string lua)
    {
        var ledger = new Ledger();
        var script = Scripts.DefineCold(lua);
        var call = new ScriptCall(script, 0, 0);

        Assert.Equal(1, await SendAsync(call, Connections.Database()));

        Assert.True(await Connections.Shared.GetServers().Single().ScriptExistsAsync(Convert.FromHexString(script.Sha1)));
        Assert.Equal(0, await ledger.CheckAsync(Connections.Database()));
    }

    [ServerTheory]
    [InlineData(RedisProtocol.Resp2)]
    [InlineData(RedisProtocol.Resp3)]
    public async Task Large_and_odd_words_come_back_as_they_were(RedisProtocol protocol)
    {
        var large = new byte[10 * Most];
        new Random(1).NextBytes(large);
        foreach (var bytes in new[] { large, [0, (byte)'\r', (byte)'\n', 0xFF], [] })
        {
            var call = new ScriptCall(Scripts.Define("return {KEYS[1], ARGV[1]}", "bytes[]"), 1, 1);
            call.AddKey(bytes, "key");
            call.AddArgument(new ReadOnlyMemory<byte>(bytes), "argument");
            var words = await call.SendAsync(
                new ScriptTarget(Connections.Database(protocol)),
                static (ref ScriptReply reply) => reply.ReadArray(static (ref ScriptReply item) => item.ReadBytes()),
                CommandFlags.None,
                CancellationToken.None);
            Assert.All(words, word => Assert.True(word.AsSpan().SequenceEqual(bytes)));
        }
    }

    private static long Read(ref ScriptReply reply) => reply.ReadInt64();

    private static Task<long> SendAsync(ScriptCall call, IDatabaseAsync database) =>
        call.SendAsync(new ScriptTarget(database), Read, CommandFlags.None, CancellationToken.None).AsTask();
}
