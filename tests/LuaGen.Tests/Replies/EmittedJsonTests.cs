using System.Text.Json.Serialization.Metadata;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Replies;

/// <summary>The type resolver that a generated class takes; its options apply to reading and writing.</summary>
public sealed class EmittedJsonTests : ReplyTestBase
{
    private static readonly Note Sent = new("größer");

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public async Task A_contexts_own_options_hold(RedisProtocol protocol)
    {
        var scripts = new JsonScripts(Connections.Database(protocol), NoteContracts.Default);

        var reply = await scripts.ReadNoteAsync(Sent);

        Assert.Equal(new JsonScripts.ReadNoteReply("größer", Sent), reply);
    }

    [ServerFact]
    public async Task Another_resolver_is_asked_with_the_default_options()
    {
        var scripts = new JsonScripts(Connections.Database(), JsonTypeInfoResolver.Combine(NoteContracts.Default, new DefaultJsonTypeInfoResolver()));

        var reply = await scripts.ReadNoteAsync(Sent);

        Assert.Equal(new JsonScripts.ReadNoteReply(null, Sent), reply);
    }

    [Fact]
    public void A_context_that_does_not_know_the_type_is_refused() =>
        Assert.Throws<NotSupportedException>(() => new JsonScripts(FakeDatabase.Create<IDatabase>((_, _) => null!), JsonTypeInfoResolver.Combine()));
}
