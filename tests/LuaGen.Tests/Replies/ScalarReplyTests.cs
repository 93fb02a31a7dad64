using System.Globalization;
using StackExchange.Redis;

namespace LuaGen.Tests.Replies;

public sealed class ScalarReplyTests : ReplyTestBase
{
    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Whole_numbers_come_as_integers_and_texts(RedisProtocol protocol)
    {
        Assert.Equal(-3, Read(protocol, "return -3", static (ref ScriptReply reply) => reply.ReadInt32()));
        Assert.Equal(int.MaxValue, Read(protocol, "return 2147483647", static (ref ScriptReply reply) => reply.ReadInt32()));
        Assert.Equal(uint.MaxValue, Read(protocol, "return 4294967295", static (ref ScriptReply reply) => reply.ReadUInt32()));
        Assert.Equal(long.MinValue, Read(protocol, "return '-9223372036854775808'", static (ref ScriptReply reply) => reply.ReadInt64()));
        Assert.Equal(ulong.MaxValue, Read(protocol, "return '18446744073709551615'", static (ref ScriptReply reply) => reply.ReadUInt64()));
        Assert.Equal(12, Read(protocol, "return {ok='12'}", static (ref ScriptReply reply) => reply.ReadInt64()));
        Assert.Equal(12, Read(protocol, "return {double=12}", static (ref ScriptReply reply) => reply.ReadInt64()));
        Assert.Equal(12, Read(protocol, "return {big_number='12'}", static (ref ScriptReply reply) => reply.ReadInt64()));
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void What_is_no_whole_number_or_does_not_fit_is_no_whole_number(RedisProtocol protocol)
    {
        Assert.Equal("integer", Mismatch(protocol, "return 2147483648", static (ref ScriptReply reply) => reply.ReadInt32()));
        Assert.Equal("integer", Mismatch(protocol, "return -1", static (ref ScriptReply reply) => reply.ReadUInt32()));
        Assert.Equal("integer", Mismatch(protocol, "return -1", static (ref ScriptReply reply) => reply.ReadUInt64()));
        Assert.Equal("nil", Mismatch(protocol, "return false", static (ref ScriptReply reply) => reply.ReadInt64()));
        foreach (var text in new[] { "", " 1", "1 ", "1x", "1.0", "0x1", "1,000", "9223372036854775808", "secret" })
        {
            Assert.Equal($"string of {text.Length} bytes", Mismatch(protocol, $"return '{text}'", static (ref ScriptReply reply) => reply.ReadInt64()));
        }

        Assert.Equal("array of 1 (integer)", Mismatch(protocol, "return {1}", static (ref ScriptReply reply) => reply.ReadInt64()));
        Assert.Equal(
            protocol == RedisProtocol.Resp3 ? "boolean" : "integer",
            protocol == RedisProtocol.Resp3
                ? Mismatch(protocol, "redis.setresp(3) return true", static (ref ScriptReply reply) => reply.ReadInt64())
                : Mismatch(protocol, "return 3000000000", static (ref ScriptReply reply) => reply.ReadInt32()));
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Fractions(RedisProtocol protocol)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.Equal(0.1, Read(protocol, "return {double=0.1}", static (ref ScriptReply reply) => reply.ReadDouble()));
            Assert.Equal(-1.5e-7, Read(protocol, "return '-1.5e-07'", static (ref ScriptReply reply) => reply.ReadDouble()));
            Assert.Equal(3, Read(protocol, "return 3", static (ref ScriptReply reply) => reply.ReadDouble()));
            Assert.Equal(1.10m, Read(protocol, "return '1.10'", static (ref ScriptReply reply) => reply.ReadDecimal()));
            Assert.Equal(7, Read(protocol, "return 7", static (ref ScriptReply reply) => reply.ReadDecimal()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal(double.PositiveInfinity, Read(protocol, "return {double=1/0}", static (ref ScriptReply reply) => reply.ReadDouble()));
        Assert.Equal(double.NegativeInfinity, Read(protocol, "return {double=-1/0}", static (ref ScriptReply reply) => reply.ReadDouble()));
        Assert.Equal(double.PositiveInfinity, Read(protocol, "return '+inf'", static (ref ScriptReply reply) => reply.ReadDouble()));
        Assert.Equal(double.NaN, Read(protocol, "return 'nan'", static (ref ScriptReply reply) => reply.ReadDouble()));
        foreach (var text in new[] { "", "1,5", " 1", "1e999", "Infinity", "NaN", "secret" })
        {
            Mismatch(protocol, $"return '{text}'", static (ref ScriptReply reply) => reply.ReadDouble());
            Mismatch(protocol, $"return '{text}'", static (ref ScriptReply reply) => reply.ReadDecimal());
        }
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Booleans(RedisProtocol protocol)
    {
        foreach (var lua in new[] { "return 1", "return true", "return '1'", "redis.setresp(3) return true" })
        {
            Assert.True(Read(protocol, lua, static (ref ScriptReply reply) => reply.ReadBoolean()), lua);
            Assert.True(Read(protocol, lua, static (ref ScriptReply reply) => reply.ReadNullableBoolean()), lua);
        }

        foreach (var lua in new[] { "return 0", "return '0'", "redis.setresp(3) return false" })
        {
            Assert.False(Read(protocol, lua, static (ref ScriptReply reply) => reply.ReadBoolean()), lua);
        }

        Assert.False(Read(protocol, "return false", static (ref ScriptReply reply) => reply.ReadBoolean()));
        Assert.Null(Read(protocol, "return false", static (ref ScriptReply reply) => reply.ReadNullableBoolean()));
        Assert.False(Read(protocol, "return 0", static (ref ScriptReply reply) => reply.ReadNullableBoolean()));
        foreach (var lua in new[] { "return 2", "return -1", "return 'true'", "return ''", "return {}", "return {ok='OK'}" })
        {
            Mismatch(protocol, lua, static (ref ScriptReply reply) => reply.ReadBoolean());
        }
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Texts(RedisProtocol protocol)
    {
        Assert.Equal("æ 🙂", Read(protocol, "return 'æ 🙂'", static (ref ScriptReply reply) => reply.ReadString()));
        Assert.Equal("", Read(protocol, "return ''", static (ref ScriptReply reply) => reply.ReadString()));
        Assert.Equal("PONG", Read(protocol, "return redis.status_reply('PONG')", static (ref ScriptReply reply) => reply.ReadString()));
        Assert.Equal("42", Read(protocol, "return 42", static (ref ScriptReply reply) => reply.ReadString()));
        Assert.Equal("1.5", Read(protocol, "return {double=1.5}", static (ref ScriptReply reply) => reply.ReadString()));
        Assert.Equal([0, 0xFF, 13, 10], Read(protocol, @"return '\0\255\r\n'", static (ref ScriptReply reply) => reply.ReadBytes()));
        Assert.Equal(new string('x', 100_000), Read(protocol, "return string.rep('x', 100000)", static (ref ScriptReply reply) => reply.ReadString()));
        Assert.Equal("text", Read(protocol, "return 'text'", static (ref ScriptReply reply) => reply.ReadRedisValue()));
        Assert.Equal(42, (long)Read(protocol, "return 42", static (ref ScriptReply reply) => reply.ReadRedisValue()));
        Assert.Equal("array of 0", Mismatch(protocol, "return {}", static (ref ScriptReply reply) => reply.ReadString()));
        Assert.Equal("nil", Mismatch(protocol, "return false", static (ref ScriptReply reply) => reply.ReadString()));
        Assert.Equal("nil", Mismatch(protocol, "return false", static (ref ScriptReply reply) => reply.ReadBytes()));
        Assert.Equal("nil", Mismatch(protocol, "return false", static (ref ScriptReply reply) => reply.ReadRedisValue()));
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Guids_and_times(RedisProtocol protocol)
    {
        var id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        Assert.Equal(id, Read(protocol, $"return '{id}'", static (ref ScriptReply reply) => reply.ReadGuid()));
        Assert.Equal("string of 32 bytes", Mismatch(protocol, $"return '{id:N}'", static (ref ScriptReply reply) => reply.ReadGuid()));
        Assert.Equal("integer", Mismatch(protocol, "return 1", static (ref ScriptReply reply) => reply.ReadGuid()));

        Assert.Equal(TimeSpan.FromMinutes(15), Read(protocol, "return 900", static (ref ScriptReply reply) => reply.ReadSeconds()));
        Assert.Equal(TimeSpan.FromSeconds(-2), Read(protocol, "return '-2'", static (ref ScriptReply reply) => reply.ReadSeconds()));
        Assert.Equal(TimeSpan.FromSeconds(1.5), Read(protocol, "return 1500", static (ref ScriptReply reply) => reply.ReadMilliseconds()));
        var time = new DateTimeOffset(2026, 11, 22, 17, 0, 0, 999, TimeSpan.Zero);
        Assert.Equal(time.AddMilliseconds(-999), Read(protocol, "return 1795366800", static (ref ScriptReply reply) => reply.ReadUnixSeconds()));
        Assert.Equal(time, Read(protocol, "return '1795366800999'", static (ref ScriptReply reply) => reply.ReadUnixMilliseconds()));
        Assert.Equal(DateTimeOffset.MinValue, Read(protocol, "return '-62135596800'", static (ref ScriptReply reply) => reply.ReadUnixSeconds()));

        Mismatch(protocol, "return '1.5'", static (ref ScriptReply reply) => reply.ReadSeconds());
        Mismatch(protocol, "return '9223372036854775807'", static (ref ScriptReply reply) => reply.ReadSeconds());
        Mismatch(protocol, "return '9223372036854775807'", static (ref ScriptReply reply) => reply.ReadMilliseconds());
        Mismatch(protocol, "return '253402300800'", static (ref ScriptReply reply) => reply.ReadUnixSeconds());
        Mismatch(protocol, "return '-62135596800001'", static (ref ScriptReply reply) => reply.ReadUnixMilliseconds());
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Nils_are_null_and_anything_else_is_read_as_usual(RedisProtocol protocol)
    {
        static void Both<T>(RedisProtocol protocol, string lua, object expected, ReplyReader<T> read)
        {
            Assert.Null(Read(protocol, "return false", read));
            Assert.Null(Read(protocol, "redis.setresp(3) return nil", read));
            Assert.Equal(expected, Read(protocol, lua, read));
        }

        Both(protocol, "return 0", 0, static (ref ScriptReply reply) => reply.ReadNullableInt32());
        Both(protocol, "return 0", 0L, static (ref ScriptReply reply) => reply.ReadNullableInt64());
        Both(protocol, "return 0", 0U, static (ref ScriptReply reply) => reply.ReadNullableUInt32());
        Both(protocol, "return 0", 0UL, static (ref ScriptReply reply) => reply.ReadNullableUInt64());
        Both(protocol, "return '0.5'", 0.5, static (ref ScriptReply reply) => reply.ReadNullableDouble());
        Both(protocol, "return '0.5'", 0.5m, static (ref ScriptReply reply) => reply.ReadNullableDecimal());
        Both(protocol, "return ''", "", static (ref ScriptReply reply) => reply.ReadNullableString());
        Both(protocol, "return ''", Array.Empty<byte>(), static (ref ScriptReply reply) => reply.ReadNullableBytes());
        Both(protocol, "return 'v'", (RedisValue)"v", static (ref ScriptReply reply) => reply.ReadNullableRedisValue());
        Both(protocol, $"return '{Guid.Empty}'", Guid.Empty, static (ref ScriptReply reply) => reply.ReadNullableGuid());
        Both(protocol, "return 0", TimeSpan.Zero, static (ref ScriptReply reply) => reply.ReadNullableSeconds());
        Both(protocol, "return 0", TimeSpan.Zero, static (ref ScriptReply reply) => reply.ReadNullableMilliseconds());
        Both(protocol, "return 0", DateTimeOffset.UnixEpoch, static (ref ScriptReply reply) => reply.ReadNullableUnixSeconds());
        Both(protocol, "return 0", DateTimeOffset.UnixEpoch, static (ref ScriptReply reply) => reply.ReadNullableUnixMilliseconds());
        Mismatch(protocol, "return 'secret'", static (ref ScriptReply reply) => reply.ReadNullableInt64());
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public void Ok_nothing_and_the_clients_own_tree(RedisProtocol protocol)
    {
        Check(protocol, "return redis.status_reply('OK')", static (ref ScriptReply reply) => reply.ReadOk());
        foreach (var lua in new[] { "return 'OK'", "return redis.status_reply('ok')", "return 1", "return false", "return {}" })
        {
            Assert.Throws<ScriptReplyException>(() => Check(protocol, lua, static (ref ScriptReply reply) => reply.ReadOk()));
        }

        foreach (var lua in new[] { "return 1", "return nil", "return {}", "return {1, {2, {3}}, 'x'}", "return {map={a={1, 2}}}" })
        {
            Check(protocol, lua, static (ref ScriptReply reply) => reply.ReadNothing());
        }

        Refused(() =>
            Check(protocol, "return {1, {redis.error_reply('MINE secret')}}", static (ref ScriptReply reply) => reply.ReadNothing()));

        var tree = Read(protocol, "return {1, {'two', false}}", static (ref ScriptReply reply) => reply.ReadRedisResult());
        Assert.Equal(1, (int)tree[0]);
        Assert.Equal("two", (string?)tree[1][0]);
        Assert.True(tree[1][1].IsNull);

        var trees = Read(
            protocol,
            "return {{1, {2}}, false, {}, 3}",
            static (ref ScriptReply reply) => reply.ReadArray(static (ref ScriptReply item) => item.ReadRedisResult()));
        Assert.Equal(2, (int)trees[0][1][0]);
        Assert.True(trees[1].IsNull);
        Assert.Equal(0, trees[2].Length);
        Assert.Equal(3, (int)trees[3]);

        Refused(() =>
            Read(protocol, "return {1, {redis.error_reply('MINE secret')}}", static (ref ScriptReply reply) => reply.ReadRedisResult()));

        static void Refused(Action read) =>
#if ERRORS_INSIDE_ARRAYS
            Assert.Throws<ScriptReplyException>(read);
#else
            Assert.Throws<RedisConnectionException>(read);
#endif
    }
}
