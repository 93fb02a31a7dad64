using System.Text.Json.Serialization;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Replies;

public sealed partial class JsonTests : ReplyTestBase
{
    internal sealed record Order(int Id, string Note);

    internal sealed class Quantity
    {
        public Quantity(int units)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(units);
            Units = units;
        }

        public int Units { get; }
    }

    [JsonSerializable(typeof(Order))]
    [JsonSerializable(typeof(Quantity))]
    private sealed partial class Contracts : JsonSerializerContext;

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void A_value_comes_back_as_itself(RedisProtocol protocol)
    {
        var order = new Order(7, "größer \0 \"quoted\" \u2028 👍");
        var call = new ScriptCall(Scripts.Define("return ARGV[1]"), keyCount: 0, argumentCount: 1);
        call.AddJson(order, Contracts.Default.Order, nameof(order));

        var reply = call.Send(new ScriptTarget(Connections.Database(protocol)), static (ref ScriptReply reply) => reply.ReadJson(Contracts.Default.Order), CommandFlags.None);

        Assert.Equal(order, reply);
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void The_script_reads_it_as_json(RedisProtocol protocol)
    {
        var call = new ScriptCall(Scripts.Define("return cjson.decode(ARGV[1]).Note"), keyCount: 0, argumentCount: 1);
        call.AddJson(new Order(7, "noted"), Contracts.Default.Order, "order");

        Assert.Equal("noted", call.Send(new ScriptTarget(Connections.Database(protocol)), static (ref ScriptReply reply) => reply.ReadString(), CommandFlags.None));
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void What_is_no_json_of_the_type_is_another_shape(RedisProtocol protocol)
    {
        foreach (var lua in new[] { "return 'secret'", "return '[1,2]'", "return 'null'", "return '{\"Id\":\"secret\"}'", "return {1}", "return false" })
        {
            Mismatch(protocol, lua, static (ref ScriptReply reply) => reply.ReadJson(Contracts.Default.Order));
        }
    }

    /// <summary>An <see cref="ArgumentException"/> that escaped would mean that the script was not executed.</summary>
    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void What_the_type_itself_refuses_is_another_shape(RedisProtocol protocol)
    {
        Mismatch(protocol, "return '{\"Units\":-987}'", static (ref ScriptReply reply) => reply.ReadJson(Contracts.Default.Quantity));

        var call = new ScriptCall(Scripts.Define("return '{\"Units\":-987}'"), keyCount: 0, argumentCount: 0);
        var failure = Assert.Throws<ScriptReplyException>(() => call.Send(
            new ScriptTarget(Connections.Database(protocol)), static (ref ScriptReply reply) => reply.ReadJson(Contracts.Default.Quantity), CommandFlags.None));
        Assert.Contains(nameof(ArgumentOutOfRangeException), failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("987", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(ScriptOutcome.Executed, ScriptException.OutcomeOf(failure));
    }

    [Fact]
    public void A_null_is_refused_before_anything_is_sent()
    {
        var call = new ScriptCall(Scripts.Define("return 1"), keyCount: 0, argumentCount: 1);

        Assert.Equal("order", Assert.Throws<ArgumentNullException>(() => call.AddJson(null!, Contracts.Default.Order, "order")).ParamName);
    }
}
