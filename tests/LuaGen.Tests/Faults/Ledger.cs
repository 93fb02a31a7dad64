using System.Collections.Concurrent;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>
/// Records the outcome of calls. Each call has its own id, and its script runs <c>INCR cnt; SADD ids id</c>, so that both an
/// additional and a missing execution are detected.
/// </summary>
internal sealed class Ledger
{
    private const string Lua = "redis.call('INCR', KEYS[1]) redis.call('SADD', KEYS[2], ARGV[1]) ";

    private readonly ConcurrentBag<string> _acknowledged = [];
    private readonly ConcurrentBag<(string Id, Exception Exception)> _failed = [];
    private int _calls;

    /// <param name="tag">The hash tag of the keys, with which a test selects their slot.</param>
    /// <param name="end">The end of the script.</param>
    public Ledger(string? tag = null, string end = "return 1")
    {
        var prefix = $"{{{tag ?? Guid.NewGuid().ToString("N")}}}:";
        (Count, Ids) = (prefix + "cnt", prefix + "ids");
        Script = Scripts.DefineCold(Lua + end, "long");
    }

    public ScriptDefinition Script { get; init; }

    /// <summary>The function that is called instead of the script; null for a ledger of a script.</summary>
    public FunctionDefinition? Function { get; init; }

    /// <summary>A ledger that calls a function of a library, which the test loads.</summary>
    /// <param name="end">The end of the function, in line 3 of the library.</param>
    public static Ledger OfFunction(string? tag = null, string end = "return 1") => new(tag)
    {
        Function = Libraries.DefineFunction($"redis.call('INCR', keys[1]) redis.call('SADD', keys[2], args[1]) {end}", returns: "long"),
    };

    public RedisKey Count { get; }

    public RedisKey Ids { get; }

    public int Acknowledged => _acknowledged.Count;

    public IReadOnlyCollection<Exception> Failures => [.. _failed.Select(failure => failure.Exception)];

    /// <summary>Makes one call and records its outcome.</summary>
    /// <returns>The exception, or null.</returns>
    public Task<Exception?> CallAsync(IDatabaseAsync database, CommandFlags flags = CommandFlags.None, CancellationToken cancellationToken = default) =>
        CallAsync(new ScriptTarget(database), flags, cancellationToken);

    public async Task<Exception?> CallAsync(ScriptTarget target, CommandFlags flags = CommandFlags.None, CancellationToken cancellationToken = default)
    {
        var id = NextId();
        try
        {
            await Prepare(id).SendAsync(target, static (ref ScriptReply reply) => reply.ReadInt64(), flags, cancellationToken);
        }
        catch (Exception exception)
        {
            _failed.Add((id, exception));
            return exception;
        }

        _acknowledged.Add(id);
        return null;
    }

    /// <summary>The synchronous form.</summary>
    public Exception? Call(IDatabase database, CommandFlags flags = CommandFlags.None)
    {
        var id = NextId();
        try
        {
            Prepare(id).Send(new ScriptTarget(database), static (ref ScriptReply reply) => reply.ReadInt64(), flags);
        }
        catch (Exception exception)
        {
            _failed.Add((id, exception));
            return exception;
        }

        _acknowledged.Add(id);
        return null;
    }

    /// <summary>Verifies that no call was executed twice, none was lost, and none that is reported as not executed was executed.</summary>
    /// <returns>The number of executed calls.</returns>
    public async Task<long> CheckAsync(IDatabase database)
    {
        var ids = (await database.SetMembersAsync(Ids)).Select(id => (string)id!).ToHashSet();
        var count = (long)await database.StringGetAsync(Count);
        Assert.Equal(ids.Count, count);
        Assert.Empty(_acknowledged.Except(ids));
        await CheckHonestAsync(database);
        return count;
    }

    /// <summary>Verifies only that no call reported as not executed was executed: all that holds if a server may lose acknowledged writes.</summary>
    public async Task CheckHonestAsync(IDatabase database)
    {
        var ids = (await database.SetMembersAsync(Ids)).Select(id => (string)id!).ToHashSet();
        Assert.DoesNotContain(_failed, failure => ids.Contains(failure.Id) && ScriptException.OutcomeOf(failure.Exception) == ScriptOutcome.NotExecuted);
        Assert.Equal(_calls, _acknowledged.Count + _failed.Count);
    }

    /// <summary>The outcomes of the failed calls, for messages.</summary>
    public string Summary() => string.Join(", ", _failed
        .GroupBy(failure => $"{ScriptException.OutcomeOf(failure.Exception)} {failure.Exception.GetType().Name}")
        .OrderByDescending(group => group.Count())
        .Select(group => $"{group.Key}: {group.Count()} ({group.First().Exception.Message.Split('\n')[0]})")
        .Prepend($"acknowledged: {Acknowledged}"));

    private string NextId() => $"call-{Interlocked.Increment(ref _calls)}";

    private ScriptCall Prepare(string id)
    {
        var call = Function is { } function
            ? new ScriptCall(function, keyCount: 2, argumentCount: 1)
            : new ScriptCall(Script, keyCount: 2, argumentCount: 1);
        call.AddKey(Count, "count");
        call.AddKey(Ids, "ids");
        call.AddArgument(id, "id");
        return call;
    }
}
