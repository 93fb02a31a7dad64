using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Transports;

/// <summary>How long a blocking call waits if it waits for the client's task, as it does after an error on its thread.</summary>
public sealed class SyncTimeoutTests
{
    // Long enough that the reply has not arrived when the wait begins.
    private const string SlowLua = "for i = 1, 2000000 do end return redis.call('INCR', KEYS[1])";

    [ServerTheory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue - 999)]
    [InlineData(int.MaxValue - 1000)]
    public void The_longest_timeouts(int milliseconds)
    {
        using var connection = Connections.Connect(configure: options => options.SyncTimeout = milliseconds);
        var target = new ScriptTarget(connection.GetDatabase());
        var key = Connections.NewKey();
        Assert.Throws<ScriptException>(() => Call("return redis.error_reply('NO good')"));

        Assert.Equal(1, Call(SlowLua));
        Assert.Equal(1, (long)connection.GetDatabase().StringGet(key));

        long Call(string lua)
        {
            var call = new ScriptCall(Scripts.Define(lua), keyCount: 1, argumentCount: 0);
            call.AddKey(key, nameof(key));
            return call.Send(target, static (ref ScriptReply reply) => reply.ReadInt64(), CommandFlags.None);
        }
    }
}
