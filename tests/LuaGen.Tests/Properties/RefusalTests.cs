using System.Collections;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Properties;

/// <summary>Values that cannot be sent are refused with the parameter's name, and nothing is sent to the server.</summary>
public sealed class RefusalTests
{
    // The client's own limit for a command, including its name.
    private const int MaxWords = 1024 * 1024;

    private readonly RedisKey _counter = Connections.NewKey();

    public static TheoryData<string> Parameters => ["counter", "text", "weight", "hold", "hold-", "word", "anything", "more", "texts", "more-item", "texts-item"];

    [ServerTheory]
    [MemberData(nameof(Parameters))]
    public async Task A_value_that_cannot_be_sent(string fault)
    {
        using var log = new CommandLog();
        await CallAsync(log.Database, fault: "none");
        Assert.Equal(1, (long)await log.Database.StringGetAsync(_counter));
        log.Take();

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(async () => await CallAsync(log.Database, fault));
        var sync = Assert.ThrowsAny<ArgumentException>(() => Call(log.Database, fault));

        Assert.Empty(log.Take());
        Assert.Equal(fault.Split('-')[0], exception.ParamName);
        Assert.Equal(exception.Message, sync.Message);
        Assert.Equal(1, (long)await log.Database.StringGetAsync(_counter));
    }

    [ServerTheory]
    [InlineData(int.MaxValue, 1)]
    [InlineData(1, int.MaxValue)]
    [InlineData(MaxWords, 0)]
    [InlineData(0, MaxWords)]
    [InlineData(MaxWords / 2, MaxWords / 2)]
    [InlineData(MaxWords - 8, 0)]
    [InlineData(0, MaxWords - 8)]
    public async Task More_words_than_the_client_can_send(int keys, int texts)
    {
        using var log = new CommandLog();
        var scripts = new EchoScripts(log.Database);

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
            await scripts.CountedAsync(_counter, "", 1, TimeSpan.Zero, EchoScripts.CountedWord.Asc, "", new Repeated<RedisKey>("k", keys), new Repeated<string>("t", texts)));

        // A list that is too long by itself is named. If only the total is too long, the parameter that exceeds the limit is named.
        var parameters = typeof(EchoScripts).GetMethod(nameof(EchoScripts.CountedAsync))!.GetParameters().Select(parameter => parameter.Name);
        Assert.Contains(exception.ParamName, parameters);
        Assert.Contains(exception.ParamName!, exception.Message, StringComparison.Ordinal);
        Assert.Empty(log.Take());
        Assert.False(await log.Database.KeyExistsAsync(_counter));
    }

    [ServerFact]
    public async Task As_many_words_as_the_client_can_send()
    {
        const int Others = 9; // EVALSHA, SHA-1, number of keys, the counter, and five arguments.
        var scripts = new EchoScripts(Connections.Database());

        Assert.Equal(1, await scripts.CountedAsync(
            _counter, "", 1, TimeSpan.Zero, EchoScripts.CountedWord.Asc, "", [], new Repeated<string>("t", MaxWords - Others)));
    }

    private ValueTask<long> CallAsync(IDatabase database, string fault) => new EchoScripts(database).CountedAsync(
        fault == "counter" ? default : _counter, Text(fault), Weight(fault), Hold(fault), Word(fault), Anything(fault), More(fault), Texts(fault));

    private long Call(IDatabase database, string fault) => new EchoScripts(database).Counted(
        fault == "counter" ? default : _counter, Text(fault), Weight(fault), Hold(fault), Word(fault), Anything(fault), More(fault), Texts(fault));

    private static string Text(string fault) => fault == "text" ? null! : "";

    private static double Weight(string fault) => fault == "weight" ? double.NaN : 0;

    private static TimeSpan Hold(string fault) => fault switch
    {
        "hold" => TimeSpan.FromMilliseconds(1500),
        "hold-" => TimeSpan.FromTicks(-1),
        _ => TimeSpan.FromSeconds(-1),
    };

    private static EchoScripts.CountedWord Word(string fault) => fault == "word" ? default : EchoScripts.CountedWord.Desc;

    private static RedisValue Anything(string fault) => fault == "anything" ? RedisValue.Null : RedisValue.EmptyString;

    private static RedisKey[] More(string fault) => fault switch { "more" => null!, "more-item" => ["a", default], _ => ["a"] };

    private static string[] Texts(string fault) => fault switch { "texts" => null!, "texts-item" => ["a", null!], _ => [] };

    /// <summary>A list of any length that uses no memory for its items.</summary>
    private sealed class Repeated<T>(T item, int count) : IReadOnlyList<T>
    {
        public int Count => count;

        public T this[int index] => item;

        public IEnumerator<T> GetEnumerator() => Enumerable.Repeat(item, count).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
