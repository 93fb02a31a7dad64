using StackExchange.Redis;

namespace LuaGen.Tests.Replies;

public sealed class AggregateReplyTests : ReplyTestBase
{
    private readonly record struct Pair(string Name, long Score);

    private readonly record struct Order(long Left, long? Id, Pair[] Items, string? Note);

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Arrays_and_sets(RedisProtocol protocol)
    {
        Assert.Equal([1, 2, 3], Read(protocol, "return {1, 2, 3}", Numbers));
        Assert.Empty(Read(protocol, "return {}", Numbers));
        Assert.Equal([7], Read(protocol, "return {set={['7']=true}}", Numbers));
        Assert.Equal(
            [[1, 2], [], [3]],
            Read(protocol, "return {{1, 2}, {}, {3}}", static (ref ScriptReply reply) => reply.ReadArray(Numbers)));
        Assert.Equal(
            new[] { "a", null, "c" },
            Read(protocol, "return {'a', false, 'c'}", static (ref ScriptReply reply) => reply.ReadArray(static (ref ScriptReply item) => item.ReadNullableString())));
        Assert.Equal("integer", Mismatch(protocol, "return 1", Numbers));
        Assert.Equal("nil", Mismatch(protocol, "return false", Numbers));
        Assert.Equal("array of 2 (integer, nil)", Mismatch(protocol, "return {1, false}", Numbers));
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Nullable_arrays(RedisProtocol protocol)
    {
        static long[]? Read(ref ScriptReply reply) => reply.TryReadNull() ? null : Numbers(ref reply);
        Assert.Null(ReplyTestBase.Read(protocol, "return false", Read));
        Assert.Equal(new[] { 1L }, ReplyTestBase.Read(protocol, "return {1}", Read));
        Assert.Equal(
            new[] { null, new[] { 1L }, null },
            ReplyTestBase.Read(protocol, "return {false, {1}, false}", static (ref ScriptReply reply) => reply.ReadArray(Read)));
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Records_may_end_early_but_only_where_they_are_nullable(RedisProtocol protocol)
    {
        Assert.Equal((5, 9), Read(protocol, "return {5, 9}", Record));
        Assert.Equal((5, null), Read(protocol, "return {5, false}", Record));
        Assert.Equal((5, null), Read(protocol, "return {5, nil}", Record));
        Assert.Equal("array of 0", Mismatch(protocol, "return {}", Record));
        Assert.Equal("array of 3 (integer, integer, integer)", Mismatch(protocol, "return {1, 2, 3}", Record));
        Assert.Equal("integer", Mismatch(protocol, "return 1", Record));
        Assert.Equal("nil", Mismatch(protocol, "return false", Record));

        static (long, long?) Record(ref ScriptReply reply)
        {
            var count = reply.ReadRecord(fields: 2, required: 1);
            return (reply.ReadInt64(), count > 1 ? reply.ReadNullableInt64() : null);
        }
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Rows_come_flat_nested_and_as_a_map(RedisProtocol protocol)
    {
        Pair[] expected = [new("a", 1), new("b", 2)];
        Assert.Equal(expected, Read(protocol, "return {'a', 1, 'b', '2'}", Pairs));
        Assert.Equal(expected, Read(protocol, "return {{'a', 1}, {'b', '2'}}", Pairs));
        Assert.Equal(expected, Read(protocol, "return {map={a=1, b='2'}}", Pairs).OrderBy(pair => pair.Name));
        Assert.Empty(Read(protocol, "return {}", Pairs));
        Assert.Empty(Read(protocol, "return {map={}}", Pairs));

        const string Fill = "redis.call('DEL', 'luagen:test:rows') redis.call('ZADD', 'luagen:test:rows', 1, 'a', 2, 'b') ";
        const string Range = "return redis.call('ZRANGE', 'luagen:test:rows', 0, -1, 'WITHSCORES')";
        Assert.Equal(expected, Read(protocol, Fill + Range, Pairs));
        Assert.Equal(expected, Read(protocol, Fill + "redis.setresp(3) " + Range, Pairs));
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Rows_of_three(RedisProtocol protocol)
    {
        static (long, long, long)[] Triples(ref ScriptReply reply) => reply.ReadFlat(
            fields: 3,
            static (ref ScriptReply row) => (row.ReadInt64(), row.ReadInt64(), row.ReadInt64()));

        Assert.Equal([(1, 2, 3), (4, 5, 6)], Read(protocol, "return {1, 2, 3, 4, 5, 6}", Triples));
        Assert.Equal([(1, 2, 3), (4, 5, 6)], Read(protocol, "return {{1, 2, 3}, {4, 5, 6}}", Triples));
        Mismatch(protocol, "return {1, 2, 3, 4}", Triples);
        Mismatch(protocol, "return {{1, 2, 3}, {4, 5}}", Triples);
    }

    /// <summary>The first field of a row can be an array itself, so an array at the start is not proof that rows are nested.</summary>
    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Rows_that_begin_with_an_array(RedisProtocol protocol)
    {
        static (long[], string)[] Rows(ref ScriptReply reply) => reply.ReadFlat(fields: 2, static (ref ScriptReply row) => (Numbers(ref row), row.ReadString()));

        foreach (var lua in new[] { "return {{1, 2}, 'a', {3}, 'b'}", "return {{{1, 2}, 'a'}, {{3}, 'b'}}" })
        {
            var rows = Read(protocol, lua, Rows);
            Assert.Equal(["a", "b"], rows.Select(row => row.Item2));
            Assert.Equal([1, 2, 3], rows.SelectMany(row => row.Item1));
        }

        Assert.Equal("a", Assert.Single(Read(protocol, "return {{1, 2}, 'a'}", Rows)).Item2);
        Assert.Equal("a", Assert.Single(Read(protocol, "return {{{1, 2}, 'a'}}", Rows)).Item2);
        Mismatch(protocol, "return {{1, 2}, {3, 4}}", Rows);
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void What_is_no_rows(RedisProtocol protocol)
    {
        Assert.Equal("array of 3 (string of 6 bytes, integer, string of 1 bytes)", Mismatch(protocol, "return {'secret', 1, 'b'}", Pairs));
        Assert.Equal("array of 2 (array of 2 (string of 1 bytes, integer), integer)", Mismatch(protocol, "return {{'a', 1}, 2}", Pairs));
        Assert.Equal("array of 1 (array of 3 (string of 1 bytes, integer, integer))", Mismatch(protocol, "return {{'a', 1, 2}}", Pairs));
        Assert.Equal("string of 1 bytes", Mismatch(protocol, "return 'a'", Pairs));
        Assert.Equal("nil", Mismatch(protocol, "return false", Pairs));
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Records_with_rows_in_them(RedisProtocol protocol)
    {
        static Order ReadOrder(ref ScriptReply reply)
        {
            var count = reply.ReadRecord(fields: 4, required: 3);
            return new Order(reply.ReadInt64(), reply.ReadNullableInt64(), Pairs(ref reply), count > 3 ? reply.ReadNullableString() : null);
        }

        var orders = Read(
            protocol,
            "return {{1, false, {'a', 1}}, {2, 7, {{'b', 2}, {'c', 3}}, 'note'}}",
            static (ref ScriptReply reply) => reply.ReadArray(ReadOrder));

        Assert.Equal((1, null, null), (orders[0].Left, orders[0].Id, orders[0].Note));
        Assert.Equal([new("a", 1)], orders[0].Items);
        Assert.Equal((2, 7, "note"), (orders[1].Left, orders[1].Id, orders[1].Note));
        Assert.Equal([new("b", 2), new("c", 3)], orders[1].Items);
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void An_error_inside_is_never_a_value(RedisProtocol protocol)
    {
        const string Lua = "return {1, redis.error_reply('MINE secret')}";
#if ERRORS_INSIDE_ARRAYS
        Assert.Equal("array of 2 (integer, error MINE)", Mismatch(protocol, Lua, Numbers));
        Mismatch(protocol, "return {redis.pcall('NOSUCHCOMMAND'), 1}", Pairs);
        Mismatch(protocol, Lua, static (ref ScriptReply reply) => reply.ReadArray(static (ref ScriptReply item) => item.ReadString()));
        Mismatch(protocol, Lua, static (ref ScriptReply reply) => reply.ReadArray(static (ref ScriptReply item) => item.ReadNullableRedisValue()));
        Mismatch(protocol, Lua, static (ref ScriptReply reply) => reply.ReadArray(static (ref ScriptReply item) => item.ReadBoolean()));
#else
        Assert.Throws<RedisConnectionException>(() => Read(protocol, Lua, Numbers));
        Assert.Throws<RedisConnectionException>(() => Read(protocol, Lua, static (ref ScriptReply reply) => reply.ReadArray(static (ref ScriptReply item) => item.ReadBoolean())));
#endif
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void The_message_stays_short_for_long_and_deep_replies(RedisProtocol protocol)
    {
        Assert.Equal(
            "array of 1000 (integer, integer, integer, integer, integer, integer, integer, integer, …)",
            Mismatch(protocol, "local t = {} for i = 1, 1000 do t[i] = i end return t", Pairs5));
        Assert.Equal(
            "array of 1 (array of 1 (array of 1 (array of 1 (…))))",
            Mismatch(protocol, "return {{{{{1}}}}}", Numbers));
        Assert.Equal(
            "array of 2 (array of 1 (array of 2 (array of 1 (…), integer)), nil)",
            Mismatch(protocol, "return {{{{{1}}, 2}}, false}", Numbers));

        static Pair[] Pairs5(ref ScriptReply reply) => reply.ReadFlat(fields: 7, static (ref ScriptReply row) => default(Pair));
    }

    private static long[] Numbers(ref ScriptReply reply) => reply.ReadArray(static (ref ScriptReply item) => item.ReadInt64());

    private static Pair[] Pairs(ref ScriptReply reply) =>
        reply.ReadFlat(fields: 2, static (ref ScriptReply row) => new Pair(row.ReadString(), row.ReadInt64()));
}
