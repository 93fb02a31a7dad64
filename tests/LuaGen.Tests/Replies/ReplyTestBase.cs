using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Replies;

/// <summary>Runs a script on the shared server and reads the reply, in RESP2 and in RESP3.</summary>
public abstract class ReplyTestBase
{
    public static TheoryData<RedisProtocol> Protocols => [RedisProtocol.Resp2, RedisProtocol.Resp3];

    protected static T Read<T>(RedisProtocol protocol, string lua, ReplyReader<T> read) =>
        new ScriptCall(Scripts.Define(lua, "what the test declares"), keyCount: 0, argumentCount: 0)
            .Send(new ScriptTarget(Connections.Database(protocol)), read, CommandFlags.None);

    protected static void Check(RedisProtocol protocol, string lua, ReplyCheck check) =>
        new ScriptCall(Scripts.Define(lua, "what the test declares"), keyCount: 0, argumentCount: 0)
            .Send(new ScriptTarget(Connections.Database(protocol)), check, CommandFlags.None);

    /// <summary>Expects a reply that does not match, and returns the reply shape from the message.</summary>
    protected static string Mismatch<T>(RedisProtocol protocol, string lua, ReplyReader<T> read)
    {
        var exception = Assert.Throws<ScriptReplyException>(() => Read(protocol, lua, read));
        Assert.Equal("Probe", exception.ScriptName);
        Assert.Equal("what the test declares", exception.Declared);
        Assert.Contains("was executed", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Scripts/Probe.lua declares what the test declares", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith($"returned {exception.Received}.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        return exception.Received;
    }
}
