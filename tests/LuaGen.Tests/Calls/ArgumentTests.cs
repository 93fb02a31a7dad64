using System.Globalization;
using System.Text;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Calls;

/// <summary>What each type of argument looks like to the script, as the server tells it.</summary>
public sealed class ArgumentTests
{
    private static readonly ScriptDefinition Echo = Scripts.Define("return ARGV", "bytes[]");

    private delegate void Put(ref ScriptCall call);

    [ServerTheory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("æøå — 日本 🙂")]
    [InlineData("a\0b\r\nc")]
    public Task Strings_are_utf8(string value) =>
        AssertSentAsync(value, (ref ScriptCall call) => call.AddArgument(value, "p"));

    [ServerFact]
    public async Task Bytes_go_as_they_are()
    {
        byte[] value = [0, 0xFF, (byte)'\r', (byte)'\n', 0x80];
        var sent = await SendAsync(1, (ref ScriptCall call) => call.AddArgument(new ReadOnlyMemory<byte>(value), "p"));
        Assert.Equal(value, Assert.Single(sent));
    }

    [ServerFact]
    public async Task Integers_are_decimal()
    {
        await AssertSentAsync("-2147483648", (ref ScriptCall call) => call.AddArgument(int.MinValue, "p"));
        await AssertSentAsync("4294967295", (ref ScriptCall call) => call.AddArgument(uint.MaxValue, "p"));
        await AssertSentAsync("-9223372036854775808", (ref ScriptCall call) => call.AddArgument(long.MinValue, "p"));
        await AssertSentAsync("18446744073709551615", (ref ScriptCall call) => call.AddArgument(ulong.MaxValue, "p"));
    }

    [ServerTheory]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    [InlineData(-0.0, "-0")]
    [InlineData(1e300, "1E+300")]
    [InlineData(5e-324, "5E-324")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public async Task Doubles_are_shortest_round_trip_in_every_culture(double value, string expected)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            await AssertSentAsync(expected, (ref ScriptCall call) => call.AddArgument(value, "p"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [ServerTheory]
    [InlineData(0.1)]
    [InlineData(1e300)]
    [InlineData(5e-324)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task Lua_reads_doubles_back_the_same(double value)
    {
        var call = new ScriptCall(Scripts.Define("return {tostring(tonumber(ARGV[1]) == tonumber(ARGV[2])), string.format('%.17g', tonumber(ARGV[1]))}"), 0, 2);
        call.AddArgument(value, "p");
        call.AddArgument(value, "p");
        var reply = await call.SendAsync(
            new ScriptTarget(Connections.Database()),
            static (ref ScriptReply reply) => reply.ReadArray(static (ref ScriptReply item) => item.ReadString()),
            CommandFlags.None,
            CancellationToken.None);
        Assert.Equal("true", reply[0]);
        var read = reply[1] switch { "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, var text => double.Parse(text, CultureInfo.InvariantCulture) };
        Assert.Equal(value, read);
    }

    [ServerFact]
    public async Task Other_scalars()
    {
        await AssertSentAsync("1.10", (ref ScriptCall call) => call.AddArgument(1.10m, "p"));
        await AssertSentAsync("79228162514264337593543950335", (ref ScriptCall call) => call.AddArgument(decimal.MaxValue, "p"));
        await AssertSentAsync("1", (ref ScriptCall call) => call.AddArgument(true, "p"));
        await AssertSentAsync("0", (ref ScriptCall call) => call.AddArgument(false, "p"));
        await AssertSentAsync(
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            (ref ScriptCall call) => call.AddArgument(new Guid("0F8FAD5B-D9CB-469F-A165-70867728950E"), "p"));
        await AssertSentAsync("as it is", (ref ScriptCall call) => call.AddArgument((RedisValue)"as it is", "p"));
        await AssertSentAsync("", (ref ScriptCall call) => call.AddArgument(RedisValue.EmptyString, "p"));
    }

    [ServerFact]
    public async Task Times()
    {
        var beforeEpoch = DateTimeOffset.UnixEpoch.AddTicks(-1);
        var local = new DateTimeOffset(2026, 11, 22, 18, 0, 0, 999, TimeSpan.FromHours(1));
        await AssertSentAsync("900", (ref ScriptCall call) => call.AddSeconds(TimeSpan.FromMinutes(15), "p"));
        await AssertSentAsync("-1", (ref ScriptCall call) => call.AddSeconds(TimeSpan.FromSeconds(-1), "p"));
        await AssertSentAsync("1500", (ref ScriptCall call) => call.AddMilliseconds(TimeSpan.FromSeconds(1.5), "p"));
        await AssertSentAsync("1", (ref ScriptCall call) => call.AddMilliseconds(new TimeSpan(19_999), "p"));
        await AssertSentAsync("1795366800", (ref ScriptCall call) => call.AddUnixSeconds(local, "p"));
        await AssertSentAsync("1795366800999", (ref ScriptCall call) => call.AddUnixMilliseconds(local, "p"));
        await AssertSentAsync("-1", (ref ScriptCall call) => call.AddUnixSeconds(beforeEpoch, "p"));
        await AssertSentAsync("-1", (ref ScriptCall call) => call.AddUnixMilliseconds(beforeEpoch, "p"));
    }

    [ServerFact]
    public async Task Omitted_arguments_keep_their_place_before_others_only()
    {
        var sent = await SendAsync(4, (ref ScriptCall call) =>
        {
            call.AddOmitted();
            call.AddOmitted();
            call.AddArgument("x", "p");
            call.AddArgument("", "p");
        });
        Assert.Equal(["", "", "x", ""], sent.Select(Encoding.UTF8.GetString));

        sent = await SendAsync(4, (ref ScriptCall call) =>
        {
            call.AddOmitted();
            call.AddArgument("x", "p");
            call.AddOmitted();
            call.AddOmitted();
        });
        Assert.Equal(["", "x"], sent.Select(Encoding.UTF8.GetString));
    }

    [Fact]
    public void What_cannot_be_sent_is_refused_by_the_name_of_its_parameter()
    {
        AssertRefused<ArgumentNullException>((ref ScriptCall call) => call.AddKey(default, "p"));
        AssertRefused<ArgumentNullException>((ref ScriptCall call) => call.AddKey((string?)null, "p"));
        AssertRefused<ArgumentNullException>((ref ScriptCall call) => call.AddArgument((string)null!, "p"));
        AssertRefused<ArgumentNullException>((ref ScriptCall call) => call.AddArgument(RedisValue.Null, "p"));
        AssertRefused<ArgumentOutOfRangeException>((ref ScriptCall call) => call.AddArgument(double.NaN, "p"));
        AssertRefused<ArgumentOutOfRangeException>((ref ScriptCall call) => call.AddSeconds(TimeSpan.FromSeconds(1.5), "p"));
        AssertRefused<ArgumentOutOfRangeException>((ref ScriptCall call) => call.AddSeconds(new TimeSpan(-1), "p"));
    }

    [Fact]
    public void An_empty_key_is_a_key()
    {
        var call = new ScriptCall(Echo, 1, 0);
        call.AddKey("", "p");
        call.Release();
    }

    [Fact]
    public async Task A_list_that_changed_after_it_was_counted_is_refused_and_nothing_is_sent()
    {
        var sends = 0;
        var target = new ScriptTarget(FakeDatabase.Create<IDatabase>((_, _) =>
        {
            sends++;
            return Task.CompletedTask;
        }));
        var shrunk = new ScriptCall(Echo, 2, 0);
        shrunk.AddKey("a", "p");
        await Assert.ThrowsAnyAsync<InvalidOperationException>(async () =>
            await shrunk.SendAsync(target, static (ref ScriptReply reply) => reply.ReadNothing(), CommandFlags.None, default));
        Assert.Equal(0, sends);

        var grown = new ScriptCall(Echo, 1, 0);
        grown.AddKey("a", "p");
        Assert.ThrowsAny<InvalidOperationException>(() => grown.AddKey("b", "p"));

        var exact = new ScriptCall(Echo, 1, 0);
        exact.AddKey("a", "p");
        exact.Send(target, static (ref ScriptReply reply) => reply.ReadNothing(), CommandFlags.None);
        Assert.Equal(1, sends);
    }

    /// <summary>Lists are refused where emitted code counts them, before an array is rented.</summary>
    [Fact]
    public void A_list_that_is_null_or_too_long_is_refused_by_the_name_of_its_parameter()
    {
        Assert.Equal("p", Assert.Throws<ArgumentNullException>(() => ScriptCall.WordsOf<int>(null!, each: 1, "p")).ParamName);

        const int Most = (1024 * 1024) - 1;
        Assert.Equal(Most, ScriptCall.WordsOf(new byte[Most], each: 1, "p"));
        Assert.Equal(Most - 1, ScriptCall.WordsOf(new byte[Most / 2], each: 2, "p"));
        foreach (var (count, each) in new[] { (Most + 1, 1), ((Most / 2) + 1, 2), (Most, int.MaxValue) })
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => ScriptCall.WordsOf(new byte[count], each, "p"));
            Assert.Equal(("p", ScriptOutcome.NotExecuted), (refusal.ParamName, ScriptException.OutcomeOf(refusal)));
        }
    }

    private static void AssertRefused<TException>(Put put)
        where TException : ArgumentException
    {
        var call = new ScriptCall(Echo, 2, 1);
        Assert.Throws<TException>("p", () => put(ref call));
    }

    private static async Task AssertSentAsync(string expected, Put put) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Assert.Single(await SendAsync(1, put))));

    private static async Task<byte[][]> SendAsync(int argumentCount, Put put)
    {
        var call = new ScriptCall(Echo, 0, argumentCount);
        put(ref call);
        return await call.SendAsync(
            new ScriptTarget(Connections.Database()),
            static (ref ScriptReply reply) => reply.ReadArray(static (ref ScriptReply item) => item.ReadBytes()),
            CommandFlags.None,
            CancellationToken.None);
    }
}
