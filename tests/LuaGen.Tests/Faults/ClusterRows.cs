using LuaGen.Tests.Support;
using StackExchange.Redis;
using StackExchange.Redis.KeyspaceIsolation;

namespace LuaGen.Tests.Faults;

/// <summary>Rows 13 to 19: a cluster whose slots move. Each test takes slots of its own.</summary>
public sealed class ClusterRows(OwnCluster cluster) : IClassFixture<OwnCluster>
{
    [ClusterFact]
    public async Task Row13_A_script_that_one_node_alone_knows()
    {
        var connection = cluster.Connect();
        var masters = OwnCluster.Masters(connection);
        var script = new Ledger().Script;
        await connection.GetServer(masters[0]).ScriptLoadAsync(script.Text);

        foreach (var master in masters)
        {
            var ledger = new Ledger(OwnCluster.TagOn(connection, master)) { Script = script };
            Assert.Null(await ledger.CallAsync(connection.GetDatabase()));
            Assert.Equal(1, await ledger.CheckAsync(connection.GetDatabase()));
        }
    }

    [ClusterFact]
    public async Task Row14_A_moved_slot()
    {
        var (admin, connection) = (cluster.Connect(), cluster.Connect());
        var masters = OwnCluster.Masters(admin);
        var ledger = new Ledger(OwnCluster.TagOn(admin, masters[0]));
        var slot = admin.GetHashSlot(ledger.Count);
        // Known there, so that a call that went there would be executed by its SHA-1.
        await admin.GetServer(masters[0]).ScriptLoadAsync(ledger.Script.Text);

        OwnCluster.Move(admin, slot, masters[0], masters[1]);
        Assert.Null(await ledger.CallAsync(connection.GetDatabase()));
        Assert.Equal(1, await ledger.CheckAsync(connection.GetDatabase()));
    }

    [ClusterFact]
    public async Task Row14_A_moved_slot_costs_no_other_call_its_connection()
    {
        var (admin, connection) = (cluster.Connect(), cluster.Connect());
        var masters = OwnCluster.Masters(admin);
        var (moved, other) = (new Ledger(OwnCluster.TagOn(admin, masters[0])), new Ledger(OwnCluster.TagOn(admin, masters[1])));
        var failed = 0;
        connection.ConnectionFailed += (_, _) => Interlocked.Increment(ref failed);

        await Until.DoneAsync(callers: 5, () => other.CallAsync(connection.GetDatabase()), async () =>
        {
            await Until.TrueAsync(() => other.Acknowledged > 50, "calls under way");
            OwnCluster.Move(admin, admin.GetHashSlot(moved.Count), masters[0], masters[1]);
            Assert.Null(await moved.CallAsync(connection.GetDatabase()));
        });

        Assert.Empty(other.Failures);
        Assert.Equal(0, failed);
        await other.CheckAsync(connection.GetDatabase());
    }

    [ClusterFact]
    public async Task Row14_A_moved_slot_for_a_caller_that_waits_under_a_prefix_and_in_the_lean_form()
    {
        var admin = cluster.Connect();
        var masters = OwnCluster.Masters(admin);

        var sync = new Ledger(OwnCluster.TagOn(admin, masters[0]));
        var connection = cluster.Connect("protocol=resp2");
        OwnCluster.Move(admin, admin.GetHashSlot(sync.Count), masters[0], masters[1]);
        Assert.Null(sync.Call(connection.GetDatabase()));
        Assert.Equal(1, await sync.CheckAsync(connection.GetDatabase()));

        // The prefix has the hash tag, so the keys alone tell another slot.
        var prefix = $"{{{OwnCluster.TagOn(admin, masters[0])}}}";
        var prefixed = new Ledger();
        var database = cluster.Connect().GetDatabase().WithKeyPrefix(prefix);
        OwnCluster.Move(admin, admin.GetHashSlot(prefix), masters[0], masters[1]);
        Assert.Null(await prefixed.CallAsync(database));
        Assert.Equal(1, await prefixed.CheckAsync(database));

        var lean = new Ledger(OwnCluster.TagOn(admin, masters[0]));
        connection = cluster.Connect();
        OwnCluster.Move(admin, admin.GetHashSlot(lean.Count), masters[0], masters[1]);
        var batch = connection.GetDatabase().CreateBatch();
        var call = lean.CallAsync(new ScriptTarget(connection.GetDatabase()).On(batch));
        batch.Execute();
        Assert.Null(await call.WaitAsync(Until.Limit));
        Assert.Equal(1, await lean.CheckAsync(connection.GetDatabase()));
    }

    /// <summary>A batch's own calls are sent once, so there a redirect surfaces; it is known that nothing was executed.</summary>
    [ClusterFact]
    public async Task Row14_A_moved_slot_in_a_batch_surfaces()
    {
        var (admin, connection) = (cluster.Connect(), cluster.Connect());
        var masters = OwnCluster.Masters(admin);
        var ledger = new Ledger(OwnCluster.TagOn(admin, masters[0]));
        OwnCluster.Move(admin, admin.GetHashSlot(ledger.Count), masters[0], masters[1]);

        var batch = connection.GetDatabase().CreateBatch();
        var call = ledger.CallAsync(batch);
        batch.Execute();

        var failure = Assert.IsType<ScriptException>(await call.WaitAsync(Until.Limit));
        Assert.Equal(("MOVED", ScriptOutcome.NotExecuted), (failure.Code, ScriptException.OutcomeOf(failure)));
        Assert.Contains($"slot {admin.GetHashSlot(ledger.Count)} is now at {masters[1]}", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, await ledger.CheckAsync(connection.GetDatabase()));
    }

    [ClusterFact]
    public async Task Row14_A_moved_slot_for_callers_that_do_not_wait()
    {
        var (admin, connection) = (cluster.Connect(), cluster.Connect());
        var masters = OwnCluster.Masters(admin);
        var ledger = new Ledger(OwnCluster.TagOn(admin, masters[0]));
        OwnCluster.Move(admin, admin.GetHashSlot(ledger.Count), masters[0], masters[1]);

        await ledger.CallAsync(connection.GetDatabase(), CommandFlags.FireAndForget);
        await Until.TrueAsync(async () => await admin.GetDatabase().StringGetAsync(ledger.Count) == 1, "the call is executed");
        ledger.Call(connection.GetDatabase(), CommandFlags.FireAndForget);
        await Until.TrueAsync(async () => await admin.GetDatabase().StringGetAsync(ledger.Count) == 2, "the call is executed");

        Assert.Equal(2, await ledger.CheckAsync(admin.GetDatabase()));
    }

    /// <summary>
    /// What is documented: without details in the client's exceptions a redirect names no slot that could be compared, so
    /// it surfaces. The client has learnt all the same where the slot is.
    /// </summary>
    [ClusterFact]
    public async Task Row14_A_moved_slot_surfaces_once_when_exceptions_have_no_details()
    {
        var admin = cluster.Connect();
        var connection = cluster.Connect(configure: static options => options.IncludeDetailInExceptions = false);
        var masters = OwnCluster.Masters(admin);
        var ledger = new Ledger(OwnCluster.TagOn(admin, masters[0]));
        OwnCluster.Move(admin, admin.GetHashSlot(ledger.Count), masters[0], masters[1]);

        var failure = Assert.IsType<ScriptException>(await ledger.CallAsync(connection.GetDatabase()));
        Assert.Equal(("MOVED", ScriptOutcome.Unknown), (failure.Code, ScriptException.OutcomeOf(failure)));
        Assert.Null(await ledger.CallAsync(connection.GetDatabase()));

        Assert.Equal(1, await ledger.CheckAsync(connection.GetDatabase()));
    }

#if LEASED_REPLIES
    /// <summary>
    /// Why redirects are followed here and not left to the client: it cannot write the words of ExecuteResp a second time,
    /// and closes the connection to the other node over it. When this test fails, the client has learnt to.
    /// </summary>
    [ClusterFact]
    public async Task Row14_The_client_cannot_follow_a_redirect_itself()
    {
        var (admin, connection) = (cluster.Connect(), cluster.Connect());
        var masters = OwnCluster.Masters(admin);
        RedisKey key = $"{{{OwnCluster.TagOn(admin, masters[0])}}}";
        var failed = 0;
        connection.ConnectionFailed += (_, _) => Interlocked.Increment(ref failed);
        OwnCluster.Move(admin, admin.GetHashSlot(key), masters[0], masters[1]);

        var failure = await Assert.ThrowsAsync<RedisConnectionException>(() =>
            connection.GetDatabase().ExecuteRespAsync("EVAL", new RedisKeyOrValue[] { (RedisValue)"return redis.call('INCR', KEYS[1])", (RedisValue)1, key }));

        Assert.Equal(ConnectionFailureType.InternalFailure, failure.FailureType);
        await Until.TrueAsync(() => Volatile.Read(ref failed) > 0, "the connection to the new owner is closed");
        Assert.False(await admin.GetDatabase().KeyExistsAsync(key));
    }
#endif

    /// <summary>
    /// A script that returns a redirect was executed. One that names another slot is not followed, whether the node is
    /// there or not; one that names the slot of the call's own keys cannot be told apart (and is reported at build).
    /// </summary>
    [ClusterFact]
    public async Task Row14_A_scripts_own_redirect_is_not_followed()
    {
        var connection = cluster.Connect();
        var masters = OwnCluster.Masters(connection);
        var tag = OwnCluster.TagOn(connection, masters[0]);
        foreach (var code in new[] { "MOVED", "ASK" })
        {
            var slot = (connection.GetHashSlot($"{{{tag}}}") + 1) % 16384;
            var ledger = new Ledger(tag, $"return redis.error_reply('{code} {slot} {masters[1]}')");
            await connection.GetDatabase().KeyDeleteAsync([ledger.Count, ledger.Ids]);

            Assert.Equal(ScriptOutcome.Unknown, ScriptException.OutcomeOf((await ledger.CallAsync(connection.GetDatabase()))!));
            Assert.Equal(ScriptOutcome.Unknown, ScriptException.OutcomeOf(ledger.Call(connection.GetDatabase())!));

            Assert.Equal(2, await ledger.CheckAsync(connection.GetDatabase()));
        }
    }

    [ClusterFact]
    public async Task Row15_A_slot_that_is_being_moved()
    {
        var (admin, connection) = (cluster.Connect(), cluster.Connect());
        var masters = OwnCluster.Masters(admin);
        var ledger = new Ledger(OwnCluster.TagOn(admin, masters[0]));
        var slot = admin.GetHashSlot(ledger.Count);
        // Known at the old node, so the first answer is its ASK and not NOSCRIPT.
        await admin.GetServer(masters[0]).ScriptLoadAsync(ledger.Script.Text);

        // Two keys that are at neither side would be TRYAGAIN: row 16.
        Assert.Null(await ledger.CallAsync(connection.GetDatabase()));
        OwnCluster.BeginMove(admin, slot, masters[0], masters[1]);
        OwnCluster.MoveKeys(admin, slot, masters[0], masters[1]);
        Assert.Null(await ledger.CallAsync(connection.GetDatabase()));
        Assert.Null(ledger.Call(connection.GetDatabase()));
        Assert.Null(await ledger.CallAsync(connection.GetDatabase(), CommandFlags.NoScriptCache));
        OwnCluster.EndMove(admin, slot, masters[0], masters[1]);
        Assert.Null(await ledger.CallAsync(connection.GetDatabase()));

        Assert.Equal(5, await ledger.CheckAsync(connection.GetDatabase()));
    }

    [ClusterFact]
    public async Task Row15_A_reply_of_every_shape_comes_through_an_ask()
    {
        var (admin, connection) = (cluster.Connect(), cluster.Connect());
        var masters = OwnCluster.Masters(admin);
        var tag = OwnCluster.TagOn(admin, masters[0]);
        OwnCluster.BeginMove(admin, admin.GetHashSlot($"{{{tag}}}"), masters[0], masters[1]);
        var script = Scripts.DefineCold(
            "redis.setresp(3) return {1, 'text', redis.status_reply('OK'), {2, 3}, {map={a=1}}, {double=2.5}, {big_number='12345678901234567890'}, true, {set={x=true}}, false}");
        var call = new ScriptCall(script, keyCount: 1, argumentCount: 0);
        call.AddKey($"{{{tag}}}", "key");

        await call.SendAsync(
            new ScriptTarget(connection.GetDatabase()),
            static (ref ScriptReply reply) =>
            {
                Assert.Equal(10, reply.ReadArray());
                Assert.Equal(1, reply.ReadInt64());
                Assert.Equal("text", reply.ReadString());
                reply.ReadOk();
                Assert.Equal([2, 3], reply.ReadArray(static (ref ScriptReply item) => item.ReadInt64()));
                Assert.Equal([("a", 1)], reply.ReadFlat(2, static (ref ScriptReply row) => (row.ReadString(), row.ReadInt64())));
                Assert.Equal(2.5, reply.ReadDouble());
                Assert.Equal(12345678901234567890, reply.ReadUInt64());
                Assert.True(reply.ReadBoolean());
                Assert.Equal(["x"], reply.ReadArray(static (ref ScriptReply item) => item.ReadString()));
                Assert.False(reply.ReadBoolean());
            },
            CommandFlags.None,
            CancellationToken.None);
        var nil = new ScriptCall(Scripts.DefineCold("return {false, redis.call('GET', KEYS[1])}"), keyCount: 1, argumentCount: 0);
        nil.AddKey($"{{{tag}}}", "key");
        Assert.Equal(new string?[] { null, null }, await nil.SendAsync(
            new ScriptTarget(connection.GetDatabase()),
            static (ref ScriptReply reply) => reply.ReadArray(static (ref ScriptReply item) => item.ReadNullableString()),
            CommandFlags.None,
            CancellationToken.None));
        OwnCluster.EndMove(admin, admin.GetHashSlot($"{{{tag}}}"), masters[0], masters[1]);
    }

    [ClusterFact]
    public async Task Row16_Keys_on_both_sides_of_a_move()
    {
        var (admin, connection) = (cluster.Connect(), cluster.Connect());
        var masters = OwnCluster.Masters(admin);
        var ledger = new Ledger(OwnCluster.TagOn(admin, masters[0]));
        var slot = admin.GetHashSlot(ledger.Count);
        await admin.GetDatabase().StringSetAsync(ledger.Count, 0);
        OwnCluster.BeginMove(admin, slot, masters[0], masters[1]);

        foreach (var failure in new[] { await ledger.CallAsync(connection.GetDatabase()), ledger.Call(connection.GetDatabase()) })
        {
            var error = Assert.IsType<ScriptException>(failure);
            Assert.Equal(("TRYAGAIN", ScriptOutcome.NotExecuted), (error.Code, ScriptException.OutcomeOf(error)));
        }

        OwnCluster.MoveKeys(admin, slot, masters[0], masters[1]);
        OwnCluster.EndMove(admin, slot, masters[0], masters[1]);
        Assert.Equal(0, await ledger.CheckAsync(connection.GetDatabase()));
    }

    [ClusterFact]
    public async Task Row17_Keys_in_two_slots_are_refused_by_the_names_of_their_parameters()
    {
        var database = cluster.Connect().GetDatabase();
        var failure = await Record.ExceptionAsync(() => SendAsync(database, "{a}", "{a}", "{b}"));
        Assert.IsType<RedisCommandException>(failure);
        Assert.Contains("Probe was not sent: stock and items[1] are keys of different cluster slots", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(failure));

        failure = Record.Exception(() => Prepare("{a}", "{b}", "{b}").Send(new ScriptTarget(database), Ignore, CommandFlags.None));
        Assert.Contains("stock and items[0]", Assert.IsType<RedisCommandException>(failure).Message, StringComparison.Ordinal);
        Assert.False(await database.KeyExistsAsync("{a}"));

        // Under this prefix all keys are in one slot, whatever they look like without it.
        await SendAsync(database.WithKeyPrefix("{row17}:"), "{a}", "{a}", "{b}");
        Assert.Equal(1, await database.StringGetAsync("{row17}:{a}"));

        static Task SendAsync(IDatabaseAsync database, params RedisKey[] keys) =>
            Prepare(keys).SendAsync(new ScriptTarget(database), Ignore, CommandFlags.None, CancellationToken.None).AsTask();

        static ScriptCall Prepare(params RedisKey[] keys)
        {
            var call = new ScriptCall(Scripts.DefineCold("return redis.call('INCR', KEYS[1])"), keyCount: 3, argumentCount: 0);
            call.AddKey(keys[0], "stock");
            call.AddKey(keys[1], "items");
            call.AddKey(keys[2], "items");
            return call;
        }

        static void Ignore(ref ScriptReply reply) => reply.ReadNothing();
    }

    [ClusterFact]
    public async Task Row18_A_key_of_another_node_that_was_not_declared_fails_after_what_was_written()
    {
        var connection = cluster.Connect();
        var masters = OwnCluster.Masters(connection);
        var ledger = new Ledger(
            OwnCluster.TagOn(connection, masters[0]),
            $"return redis.call('INCR', '{{{OwnCluster.TagOn(connection, masters[1])}}}')");

        var failure = Assert.IsType<ScriptException>(await ledger.CallAsync(connection.GetDatabase()));

        Assert.Equal(ScriptOutcome.Failed, ScriptException.OutcomeOf(failure));
        Assert.Contains("non local key", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, await ledger.CheckAsync(connection.GetDatabase()));
    }

    [ClusterFact]
    public async Task Row19_A_failover_under_20_callers()
    {
        var (admin, connection) = (cluster.Connect(), cluster.Connect());
        var master = OwnCluster.Masters(admin)[0];
        var replica = OwnCluster.ReplicaOf(admin, master);
        var ledger = new Ledger(OwnCluster.TagOn(admin, master));

        await Until.DoneAsync(callers: 20, () => ledger.CallAsync(connection.GetDatabase()), async () =>
        {
            await Until.TrueAsync(() => ledger.Acknowledged > 200, "calls before the failover");
            await OwnCluster.FailOverAsync(admin, replica);
            var before = ledger.Acknowledged;
            await Until.TrueAsync(() => ledger.Acknowledged > before + 200, "calls after the failover");
        });

        cluster.Processes.WaitUntilWhole();
        Assert.True(ledger.Failures.Count == 0, ledger.Summary());
        Assert.Equal(ledger.Acknowledged, await ledger.CheckAsync(connection.GetDatabase()));
    }
}
