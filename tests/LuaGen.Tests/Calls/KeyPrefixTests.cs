using LuaGen.Tests.Support;
using StackExchange.Redis;
using StackExchange.Redis.KeyspaceIsolation;

namespace LuaGen.Tests.Calls;

public sealed class KeyPrefixTests
{
    [ServerFact]
    public async Task Keys_are_prefixed_and_arguments_are_not()
    {
        var script = Scripts.DefineCold("return {KEYS[1], KEYS[2], ARGV[1]}");
        var target = new ScriptTarget(Connections.Database().WithKeyPrefix("tenant:"));
        for (var send = 0; send < 2; send++)
        {
            // The script is not loaded, so the first call is sent twice: the prefix must not be added twice.
            var call = new ScriptCall(script, keyCount: 2, argumentCount: 1);
            call.AddKey("a", "first");
            call.AddKey("", "second");
            call.AddArgument("c", "argument");
            var seen = await call.SendAsync(
                target,
                static (ref ScriptReply reply) => reply.ReadArray(static (ref ScriptReply item) => item.ReadString()),
                CommandFlags.None,
                CancellationToken.None);
            Assert.Equal(["tenant:a", "tenant:", "c"], seen);
        }
    }
}
