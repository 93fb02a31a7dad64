using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Calls;

/// <summary>Concurrent callers that get NOSCRIPT. The test answers them one by one, to produce every order.</summary>
public sealed class ColdCallTests
{
    private const int Callers = 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly List<string> _sent = [];
    private readonly TaskCompletionSource _text = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ScriptDefinition _script = Scripts.DefineCold("return 1");
    private volatile bool _isKnown;

    [Fact]
    public async Task The_first_sends_the_text_and_the_others_the_SHA1_again()
    {
        var database = Database();
        var calls = Start(database);
        Assert.Equal(Callers, Sent("EVALSHA"));
        Assert.Equal(1, Sent("EVAL"));
        Assert.Equal(1, PendingLoads.Of(database.Multiplexer).Count);

        _isKnown = true;
        _text.SetResult();
        await Task.WhenAll(calls).WaitAsync(Limit);

        Assert.Equal(1, Sent("EVAL"));
        Assert.Equal((2 * Callers) - 1, Sent("EVALSHA"));
        Assert.Equal(0, PendingLoads.Of(database.Multiplexer).Count);
    }

    [Fact]
    public async Task When_the_first_fails_the_others_go_on_at_once_and_send_three_times_at_most()
    {
        var database = Database();
        var calls = Start(database);
        var lost = ClientErrors.Disconnected(ConnectionFailureType.SocketClosed, "lost");
        _text.SetException(lost);

        // The task with the text has failed permanently, so every other call fails too, after all attempts it is allowed.
        var failures = await Task.WhenAll(calls.Select(call => Record.ExceptionAsync(() => call.WaitAsync(Limit))));

        Assert.All(failures, failure => Assert.Same(lost, failure));
        Assert.Equal(Callers, Sent("EVAL"));
        Assert.Equal((2 * Callers) - 1, Sent("EVALSHA"));
        Assert.Equal(0, PendingLoads.Of(database.Multiplexer).Count);
    }

    [Fact]
    public async Task One_that_waits_can_be_cancelled_and_was_not_executed()
    {
        var database = Database();
        var first = CallAsync(database);
        using var source = new CancellationTokenSource();
        var second = CallAsync(database, source.Token);
        Assert.Equal(2, Sent("EVALSHA"));

        await source.CancelAsync();
        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(Limit));

        Assert.Equal(source.Token, canceled.CancellationToken);
        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(canceled));
        Assert.Equal(2, Sent("EVALSHA"));
        _text.SetResult();
        await first.WaitAsync(Limit);
    }

    [Fact]
    public async Task A_caller_that_holds_a_thread_does_not_wait_for_others()
    {
        var database = Database();
        var first = CallAsync(database);
        var sent = new List<string>();
        var answered = FakeDatabase.Create<IDatabase>(
            (command, _) =>
            {
                sent.Add(command);
                return command == "EVAL" ? Task.CompletedTask : Task.FromException(FakeDatabase.UnknownScript);
            },
            database.Multiplexer);

        new ScriptCall(_script, 0, 0).Send(new ScriptTarget(answered), Ignore, CommandFlags.None);

        Assert.Equal(["EVALSHA", "EVAL"], sent);
        Assert.False(first.IsCompleted);
        _text.SetResult();
        await first.WaitAsync(Limit);
    }

    [Fact]
    public async Task Other_scripts_and_other_connections_do_not_wait()
    {
        var database = Database();
        var first = CallAsync(database);
        var other = new ScriptCall(Scripts.DefineCold("return 2"), 0, 0).SendAsync(new ScriptTarget(database), Ignore, CommandFlags.None, default).AsTask();
        var elsewhere = CallAsync(Database());

        Assert.Equal(3, Sent("EVAL"));
        _text.SetResult();
        await Task.WhenAll(first, other, elsewhere).WaitAsync(Limit);
    }

    [ServerFact]
    public async Task Nothing_outlives_a_connection()
    {
        var references = new List<WeakReference>();
        for (var i = 0; i < 200; i++)
        {
            references.Add(await CallOnceAsync());
        }

        for (var attempt = 0; attempt < 20 && references.Any(reference => reference.IsAlive); attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(50);
        }

        // The client's own timers and pools may keep the last connections alive; a static reference would keep all of them.
        Assert.InRange(references.Count(reference => reference.IsAlive), 0, 5);

        // A separate method, so that no local of this one keeps the connection alive.
        static async Task<WeakReference> CallOnceAsync()
        {
            await using var connection = Connections.Connect();
            await new ScriptCall(Scripts.DefineCold("return 1"), 0, 0)
                .SendAsync(new ScriptTarget(connection.GetDatabase()), Ignore, CommandFlags.None, default);
            return new WeakReference(PendingLoads.Of(connection));
        }
    }

    /// <summary>A call from within another call's reply reader, and from a continuation of it: no lock is held in either.</summary>
    [ServerFact]
    public async Task Calls_may_be_made_from_within_calls()
    {
        var database = Connections.Database();
        var (outer, inner) = (Scripts.DefineCold("return 1"), Scripts.DefineCold("return 2"));
        var sum = await new ScriptCall(outer, 0, 0).SendAsync(
            new ScriptTarget(database),
            (ref ScriptReply reply) => reply.ReadInt64() + new ScriptCall(inner, 0, 0).Send(
                new ScriptTarget(database), static (ref ScriptReply reply) => reply.ReadInt64(), CommandFlags.None),
            CommandFlags.None,
            CancellationToken.None).AsTask().WaitAsync(Limit);
        Assert.Equal(3, sum);
    }

    private static void Ignore(ref ScriptReply reply) => reply.ReadNothing();

    private IDatabase Database() => FakeDatabase.Create<IDatabase>((command, _) =>
    {
        lock (_sent)
        {
            _sent.Add(command);
        }

        return command == "EVAL" ? _text.Task
            : _isKnown ? Task.CompletedTask
            : Task.FromException(FakeDatabase.UnknownScript);
    });

    private Task[] Start(IDatabase database) => [.. Enumerable.Range(0, Callers).Select(_ => CallAsync(database))];

    private Task CallAsync(IDatabase database, CancellationToken cancellationToken = default) =>
        new ScriptCall(_script, 0, 0).SendAsync(new ScriptTarget(database), Ignore, CommandFlags.None, cancellationToken).AsTask();

    private int Sent(string command)
    {
        lock (_sent)
        {
            return _sent.Count(sent => sent == command);
        }
    }
}
