using System.Globalization;
using System.Text;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Properties;

/// <summary>Any value of any argument type is returned unchanged by a generated call of a script that echoes it.</summary>
public sealed class ArgumentPropertyTests
{
    private const int Seed = 20261122;
    private const int Rounds = 500;
    private const long Second = TimeSpan.TicksPerSecond;
    private const long Millisecond = TimeSpan.TicksPerMillisecond;

    private static readonly EchoScripts.EverythingOfWord[] Words = Enum.GetValues<EchoScripts.EverythingOfWord>();
    private static readonly string[] Spellings = ["asc", "desc", "a \"b\" c", ""];

    public static TheoryData<RedisProtocol> Protocols => [RedisProtocol.Resp2, RedisProtocol.Resp3];

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public async Task Every_type_comes_back(RedisProtocol protocol)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            var echo = new EchoScripts(Connections.Database(protocol));
            var values = new EdgeValues(Seed);
            for (var i = 0; i < Rounds; i++)
            {
                var item = Item(values);
                var word = values.Of(Words);

                var reply = await echo.EverythingAsync(
                    item.Key, item.OfString, item.OfBytes, item.OfInt, item.OfLong, item.OfUint, item.OfUlong, item.OfDouble, item.OfDecimal, item.OfBool,
                    item.OfGuid, item.OfSeconds, item.OfMilliseconds, item.OfUnixseconds, item.OfUnixmilliseconds, item.OfValue, word);

                Assert.Equal(Returned(item, Spellings[(int)word - 1]), Canonical.Of(reply));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public async Task Groups_of_every_type_come_back(RedisProtocol protocol)
    {
        var echo = new EchoScripts(Connections.Database(protocol));
        var values = new EdgeValues(Seed + 1);
        foreach (var count in new[] { 0, 1, 2, 3, 100 })
        {
            var items = Enumerable.Range(0, count).Select(_ => Item(values)).ToList();

            var rows = await echo.GroupsAsync(items);

            Assert.Equal(items.Select(item => Returned(item)), rows.Select(row => Canonical.Of(row)));
            Assert.Equal(Canonical.Of(rows), Canonical.Of(echo.Groups(items)));
        }
    }

    [ServerTheory]
    [MemberData(nameof(Protocols))]
    public async Task Lists_of_every_type_come_back(RedisProtocol protocol)
    {
        var echo = new EchoScripts(Connections.Database(protocol));
        var values = new EdgeValues(Seed + 2);
        foreach (var count in new[] { 0, 1, 2, 1000 })
        {
            await SameAsync(count, values.Text, list => echo.StringListAsync(list), value => value);
            await SameAsync(count, values.Bytes, list => echo.BytesListAsync(list), value => value.ToArray());
            await SameAsync(count, values.Int, list => echo.IntListAsync(list), value => value);
            await SameAsync(count, values.Long, list => echo.LongListAsync(list), value => value);
            await SameAsync(count, values.Uint, list => echo.UintListAsync(list), value => value);
            await SameAsync(count, values.Ulong, list => echo.UlongListAsync(list), value => value);
            await SameAsync(count, values.Double, list => echo.DoubleListAsync(list), value => value);
            await SameAsync(count, values.Decimal, list => echo.DecimalListAsync(list), value => value);
            await SameAsync(count, values.Bool, list => echo.BoolListAsync(list), value => value);
            await SameAsync(count, values.Guid, list => echo.GuidListAsync(list), value => value);
            await SameAsync(count, values.Seconds, list => echo.SecondsListAsync(list), value => value);
            await SameAsync(count, values.Span, list => echo.MillisecondsListAsync(list), value => TimeSpan.FromTicks(EdgeValues.Whole(value, Millisecond)));
            await SameAsync(count, values.Point, list => echo.UnixsecondsListAsync(list), value => EdgeValues.Floor(value, Second));
            await SameAsync(count, values.Point, list => echo.UnixmillisecondsListAsync(list), value => EdgeValues.Floor(value, Millisecond));
            await SameAsync(count, values.Value, list => echo.ValueListAsync(list), value => value);
            await SameAsync<RedisKey, string>(count, () => Key(values), list => echo.KeysAsync(list), value => value.ToString());
            await SameAsync(count, () => values.Of(Enum.GetValues<EchoScripts.WordsWords>()), list => echo.WordsAsync(list), value => Spellings[(int)value - 1]);
        }
    }

    [ServerFact]
    public async Task Optional_arguments_are_left_out_from_the_right_in_every_combination()
    {
        var echo = new EchoScripts(Connections.Database());
        for (var set = 0; set < 128; set++)
        {
            bool Has(int bit) => (set & (1 << bit)) != 0;
            var sent = await echo.OptionalAsync(
                "k", middle: 7,
                first: Has(0) ? "1" : null, ofLong: Has(1) ? 2 : null, ofString: Has(2) ? "3" : null, ofBytes: Has(3) ? "4"u8.ToArray() : default(ReadOnlyMemory<byte>?),
                ofSeconds: Has(4) ? TimeSpan.FromSeconds(5) : null, ofGuid: Has(5) ? Guid.Empty : null, ofWord: Has(6) ? EchoScripts.OptionalOfWord.Desc : null);

            string?[] last = [Has(1) ? "2" : null, Has(2) ? "3" : null, Has(3) ? "4" : null, Has(4) ? "5" : null, Has(5) ? Guid.Empty.ToString() : null, Has(6) ? "desc" : null];
            string[] expected = ["k", Has(0) ? "1" : "", "7", .. last.Take(Array.FindLastIndex(last, word => word is not null) + 1).Select(word => word ?? "")];
            Assert.Equal(expected, sent.Select(Encoding.UTF8.GetString));
        }
    }

    [ServerFact]
    public async Task Defaults_are_sent() =>
        Assert.Equal(
            [
                "it's \\ \"x\"", "-7", "9223372036854775807", "4294967295", "18446744073709551615", "0.1", "1.10", "1", "00112233-4455-6677-8899-aabbccddeeff",
                "900", "1500", "-1", "1001", "v", "desc",
            ],
            await new EchoScripts(Connections.Database()).DefaultsAsync());

    private static async Task SameAsync<T, TReturned>(int count, Func<T> next, Func<IReadOnlyList<T>, ValueTask<TReturned[]>> call, Func<T, TReturned> returned)
    {
        var sent = Enumerable.Range(0, count).Select(_ => next()).ToList();

        var reply = await call(sent);

        Assert.Equal(sent.Select(value => Canonical.Of(returned(value))), reply.Select(value => Canonical.Of(value)));
    }

    private static RedisKey Key(EdgeValues values) => values.Text();

    private static EchoScripts.GroupsItem Item(EdgeValues values) => new(
        Key(values), values.Text(), values.Bytes(), values.Int(), values.Long(), values.Uint(), values.Ulong(), values.Double(), values.Decimal(), values.Bool(),
        values.Guid(), values.Seconds(), values.Span(), values.Point(), values.Point(), values.Value());

    private static string Returned(EchoScripts.GroupsItem item, string? word = null)
    {
        object?[] fields =
        [
            item.Key.ToString(), item.OfString, item.OfBytes.ToArray(), item.OfInt, item.OfLong, item.OfUint, item.OfUlong, item.OfDouble, item.OfDecimal, item.OfBool,
            item.OfGuid, item.OfSeconds, TimeSpan.FromTicks(EdgeValues.Whole(item.OfMilliseconds, Millisecond)),
            EdgeValues.Floor(item.OfUnixseconds, Second), EdgeValues.Floor(item.OfUnixmilliseconds, Millisecond), item.OfValue,
        ];
        return Canonical.Record([.. fields.Select(Canonical.Of), .. word is null ? Array.Empty<string>() : [Canonical.Of(word)]])!;
    }
}
