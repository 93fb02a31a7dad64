using StackExchange.Redis;

namespace LuaGen.Benchmarks.Calls;

/// <summary>
/// A way of calling a script. The loops await the client's own tasks without a method between, whose state machine would be
/// measured too.
/// </summary>
/// <param name="Name">The name in the table.</param>
/// <param name="InSequenceAsync">Calls it so many times, each call after the reply of the one before; <see langword="null"/> if it has no such form.</param>
/// <param name="InBatchAsync">Calls it so many times in one batch; <see langword="null"/> if it has no such form.</param>
internal sealed record CallRoad(string Name, Func<int, Task>? InSequenceAsync, Func<int, Task>? InBatchAsync)
{
    /// <summary>A call of the client, whose reply is a tree that <paramref name="read"/> reads.</summary>
    public static CallRoad OfClient<T>(string name, IDatabase database, Func<IDatabaseAsync, Task<RedisResult>> send, Func<RedisResult, T> read)
    {
        async Task InSequenceAsync(int calls)
        {
            for (var i = 0; i < calls; i++)
            {
                read(await send(database));
            }
        }

        async Task InBatchAsync(int calls)
        {
            var batch = database.CreateBatch();
            var sent = new Task<RedisResult>[calls];
            for (var i = 0; i < calls; i++)
            {
                sent[i] = send(batch);
            }

            batch.Execute();
            foreach (var reply in sent)
            {
                read(await reply);
            }
        }

        return new CallRoad(name, InSequenceAsync, InBatchAsync);
    }

    /// <summary>A generated method.</summary>
    /// <param name="name">The name in the table.</param>
    /// <param name="database">The database.</param>
    /// <param name="call">Calls it.</param>
    /// <param name="inBatch">Makes the class that calls in a batch.</param>
    public static CallRoad Generated<T>(string name, IDatabase database, Func<CallsScripts, ValueTask<T>> call, Func<CallsScripts, IBatch, CallsScripts> inBatch)
    {
        var scripts = new CallsScripts(database);
        async Task InSequenceAsync(int calls)
        {
            for (var i = 0; i < calls; i++)
            {
                await call(scripts);
            }
        }

        async Task InBatchAsync(int calls)
        {
            var batch = database.CreateBatch();
            var batched = inBatch(scripts, batch);
            var sent = new List<ValueTask<T>>(calls);
            for (var i = 0; i < calls; i++)
            {
#pragma warning disable CA2012 // Each is awaited once below.
                sent.Add(call(batched));
#pragma warning restore CA2012
            }

            batch.Execute();
            foreach (var reply in sent)
            {
                await reply;
            }
        }

        return new CallRoad(name, InSequenceAsync, InBatchAsync);
    }
}
