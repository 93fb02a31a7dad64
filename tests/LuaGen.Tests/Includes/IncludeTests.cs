using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Includes;

/// <summary>A queue of jobs whose twelve scripts share fifteen files, nested three deep, with the test server.</summary>
public sealed class IncludeTests
{
    private readonly string _queue = $"{{{Guid.NewGuid():N}}}:";

    private RedisKey Wait => _queue + "wait";

    private RedisKey Active => _queue + "active";

    private RedisKey Delayed => _queue + "delayed";

    private RedisKey Finished => _queue + "finished";

    private RedisKey Jobs => _queue + "jobs";

    private RedisKey Attempts => _queue + "attempts";

    private RedisKey Meta => _queue + "meta";

    public static TheoryData<RedisProtocol> Protocols => new(RedisProtocol.Resp2, RedisProtocol.Resp3);

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public async Task Every_script_of_the_folder_runs(RedisProtocol protocol)
    {
        var queue = new QueueScripts(Connections.Database(protocol));

        Assert.Equal(1, await queue.AddJobAsync(Wait, Jobs, Meta, "one"));
        Assert.Equal(2, await queue.AddDelayedJobAsync(Delayed, Jobs, Meta, "two", TimeSpan.Zero));
        Assert.Equal(3, await queue.AddDelayedJobAsync(Delayed, Jobs, Meta, "three", TimeSpan.FromHours(1)));
        Assert.True(await queue.PauseAsync(Meta));
        Assert.False(await queue.PauseAsync(Meta));
        Assert.Null(await TakeAsync(queue));
        Assert.True(await queue.ResumeAsync(Meta));
        Assert.False(await queue.ResumeAsync(Meta));

        // The first attempt to take a job has moved the delayed one, which is due.
        Assert.Equal(0, await queue.PromoteJobsAsync(Delayed, Wait));
        Assert.Equal(new QueueScripts.TakeJobReply("1", "one"), await TakeAsync(queue));
        Assert.Equal(new QueueScripts.TakeJobReply("2", "two"), await TakeAsync(queue));

        Assert.Equal(QueueScripts.FailJobReply.Retried, await queue.FailJobAsync(Wait, Active, Finished, Jobs, Attempts, "1", limit: 2));
        Assert.Equal(new QueueScripts.TakeJobReply("1", "one"), await TakeAsync(queue));
        Assert.Equal(QueueScripts.FailJobReply.Failed, await queue.FailJobAsync(Wait, Active, Finished, Jobs, Attempts, "1", limit: 2));
        await queue.CompleteJobAsync(Active, Finished, Jobs, Attempts, "2");
        Assert.Equal(3, await queue.RetryFinishedAsync(Finished, Wait, Attempts, "1"));
        Assert.Null(await queue.RetryFinishedAsync(Finished, Wait, Attempts, "1"));

        Assert.True(await queue.RemoveJobAsync(Wait, Delayed, Jobs, Attempts, "3"));
        Assert.False(await queue.RemoveJobAsync(Wait, Delayed, Jobs, Attempts, "3"));
        Assert.Equal(1, await queue.DrainAsync(Wait, Jobs, Attempts));
        Assert.Equal(0, await queue.CleanAsync(Finished, Jobs, Attempts, keep: 0));
        Assert.False(await Connections.Database().KeyExistsAsync(Jobs));
    }

    [ServerFact]
    public async Task An_exception_names_the_included_file_and_its_line()
    {
        var database = Connections.Database();
        await database.StringSetAsync(Jobs, "not a hash");

        var exception = await Assert.ThrowsAsync<ScriptException>(() => new QueueScripts(database).AddJobAsync(Wait, Jobs, Meta, "one").AsTask());

        Assert.Equal(("Includes/Scripts/Queue/includes/storeJob.lua", 2, "WRONGTYPE"), (exception.FilePath, exception.Line, exception.Code));
        Assert.Equal("AddJob failed at Includes/Scripts/Queue/includes/storeJob.lua:2: WRONGTYPE Operation against a key holding the wrong kind of value", exception.Message);
    }

    [ServerFact]
    public async Task An_exception_in_the_script_names_its_own_line()
    {
        var database = Connections.Database();
        await database.StringSetAsync(Active, "not a list");
        await database.ListLeftPushAsync(Wait, "1");

        var exception = await Assert.ThrowsAsync<ScriptException>(() => TakeAsync(new QueueScripts(database)));

        Assert.Equal(("Includes/Scripts/Queue/takeJob.lua", 19), (exception.FilePath, exception.Line));
    }

    [ServerFact]
    public async Task An_exception_in_a_file_with_other_line_ends_names_its_line()
    {
        var database = Connections.Database();
        await database.StringSetAsync(Attempts, "not a hash");

        var exception = await Assert.ThrowsAsync<ScriptException>(() => new QueueScripts(database).FailJobAsync(Wait, Active, Finished, Jobs, Attempts, "1", limit: 2).AsTask());
        Assert.Equal(("Includes/Scripts/Queue/includes/countAttempt.lua", 2), (exception.FilePath, exception.Line));

        await database.KeyDeleteAsync(Attempts);
        exception = await Assert.ThrowsAsync<ScriptException>(() => new QueueScripts(database).FailJobAsync(Wait, Active, Finished, Jobs, Attempts, "1", limit: 2).AsTask());
        Assert.Equal(("Includes/Scripts/Queue/includes/removeFromActive.lua", 3, "NOT_ACTIVE"), (exception.FilePath, exception.Line, exception.Code));
    }

    [ServerFact]
    public async Task A_library_includes_files_too()
    {
        var database = Connections.Database();
        var counters = new IncludedCountersFunctions(database);
        Assert.All(await IncludedCountersFunctions.Definitions.Library.LoadAsync(database.Multiplexer, replace: true), result => Assert.Null(result.Error));

        Assert.Equal(2, await counters.CountIncludedAsync(Meta, by: 2));
        await database.ListLeftPushAsync(Wait, "one");
        var exception = await Assert.ThrowsAsync<ScriptException>(() => counters.CountIncludedAsync(Wait).AsTask());
        Assert.Equal(("Includes/Scripts/Counters/parts/increment.lua", 4, "WRONGTYPE"), (exception.FilePath, exception.Line, exception.Code));
    }

    [Fact]
    public void Included_files_give_no_calls() => Assert.Equal(12, QueueScripts.Definitions.All.Count);

    private async Task<QueueScripts.TakeJobReply?> TakeAsync(QueueScripts queue) => await queue.TakeJobAsync(Wait, Active, Delayed, Jobs, Meta);
}
