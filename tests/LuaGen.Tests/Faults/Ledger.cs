using System.Collections.Concurrent;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>
/// Counts what became of calls. Each carries an id of its own, and its script does <c>INCR cnt; SADD ids id</c>, so that
/// an execution too many and an execution too few are both seen.
/// </summary>
internal sealed class Ledger
{
    private const string Lua = "redis.call('INCR', KEYS[1]) redis.call('SADD', KEYS[2], ARGV[1]) ";

    private readonly ConcurrentBag<string> _acknowledged = [];
    private readonly ConcurrentBag<(string Id, Exception Exception)> _failed = [];
    private int _calls;

    /// <param name="tag">The hash tag of the keys, so that a test can choose their slot.</param>
    /// <param name="end">The script's last words.</param>
    public Ledger(string? tag = null, string end = "return 1")
    {
        var prefix = $"{{{tag ?? Guid.NewGuid().ToString("N")}}}:";
        (Count, Ids) = (prefix + "cnt", prefix + "ids");
        Script = Scripts.DefineCold(Lua + end, "long");
    }

    public ScriptDefinition Script { get; init; }

    public RedisKey Count { get; }

    public RedisKey Ids { get; }

    public int Acknowledged => _acknowledged.Count;

    public IReadOnlyCollection<Exception> Failures => [.. _failed.Select(failure => failure.Exception)];

    /// <summary>Makes one call and books how it ended.</summary>
    /// <returns>What it threw, or null.</returns>
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

    /// <summary>The same for a caller that waits.</summary>
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

    /// <summary>Nothing twice, nothing lost, and nothing executed that is said not to be.</summary>
    /// <returns>How many calls were executed.</returns>
    public async Task<long> CheckAsync(IDatabase database)
    {
        var ids = (await database.SetMembersAsync(Ids)).Select(id => (string)id!).ToHashSet();
        var count = (long)await database.StringGetAsync(Count);
        Assert.Equal(ids.Count, count);
        Assert.Empty(_acknowledged.Except(ids));
        await CheckHonestAsync(database);
        return count;
    }

    /// <summary>Nothing is executed that is said not to be: all that holds where a server may lose what it acknowledged.</summary>
    public async Task CheckHonestAsync(IDatabase database)
    {
        var ids = (await database.SetMembersAsync(Ids)).Select(id => (string)id!).ToHashSet();
        Assert.DoesNotContain(_failed, failure => ids.Contains(failure.Id) && ScriptException.OutcomeOf(failure.Exception) == ScriptOutcome.NotExecuted);
        Assert.Equal(_calls, _acknowledged.Count + _failed.Count);
    }

    /// <summary>How the failed calls ended, for messages.</summary>
    public string Summary() => string.Join(", ", _failed
        .GroupBy(failure => $"{ScriptException.OutcomeOf(failure.Exception)} {failure.Exception.GetType().Name}")
        .OrderByDescending(group => group.Count())
        .Select(group => $"{group.Key}: {group.Count()} ({group.First().Exception.Message.Split('\n')[0]})")
        .Prepend($"acknowledged: {Acknowledged}"));

    private string NextId() => $"call-{Interlocked.Increment(ref _calls)}";

    private ScriptCall Prepare(string id)
    {
        var call = new ScriptCall(Script, keyCount: 2, argumentCount: 1);
        call.AddKey(Count, "count");
        call.AddKey(Ids, "ids");
        call.AddArgument(id, "id");
        return call;
    }
}
