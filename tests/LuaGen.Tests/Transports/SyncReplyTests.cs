using System.Collections.Concurrent;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Transports;

/// <summary>
/// A blocking call gets its own reply, also right after an error. Up to version 3.4 the client can return from a failed
/// blocking call before it has signalled the end of that call, so that the next blocking call of the same thread takes the
/// late signal for its own and ends without a reply, and the one after that gets a reply that is not its own.
/// </summary>
public sealed class SyncReplyTests
{
    private const int Threads = 16;
    private const int Calls = 2_000;

    [ServerFact]
    public void Every_blocking_call_after_an_error_gets_its_own_reply()
    {
        var wrong = new ConcurrentQueue<string>();
        var threads = Enumerable.Range(0, Threads).Select(thread => new Thread(() => Run(thread, wrong))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Empty(wrong);
    }

    private static void Run(int thread, ConcurrentQueue<string> wrong)
    {
        var target = new ScriptTarget(Connections.Database(RedisProtocol.Resp2));
        var failing = Scripts.Define("return redis.error_reply('NO good')");
        var echo = Scripts.Define("return tonumber(ARGV[1])");
        for (var call = 0; call < Calls; call++)
        {
            try
            {
                new ScriptCall(failing, 0, 0).Send(target, static (ref ScriptReply reply) => reply.ReadInt64(), CommandFlags.None);
                wrong.Enqueue("a reply instead of the error");
            }
            catch (ScriptException failure) when (failure.Code == "NO")
            {
            }
            catch (Exception other)
            {
                wrong.Enqueue(other.GetType().Name);
            }

            var sent = (thread * (long)Calls) + call;
            try
            {
                var echoed = new ScriptCall(echo, 0, 1);
                echoed.AddArgument(sent, "number");
                var received = echoed.Send(target, static (ref ScriptReply reply) => reply.ReadInt64(), CommandFlags.None);
                if (received != sent)
                {
                    wrong.Enqueue($"{received} instead of {sent}");
                }
            }
            catch (Exception other)
            {
                wrong.Enqueue(other.GetType().Name);
            }
        }
    }
}
