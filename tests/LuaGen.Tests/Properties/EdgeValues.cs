using System.Text;
using StackExchange.Redis;

namespace LuaGen.Tests.Properties;

/// <summary>Values of every argument type: edge cases and seeded random values.</summary>
internal sealed class EdgeValues(int seed)
{
    private static readonly DateTimeOffset[] Points = [DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddTicks(-1), DateTimeOffset.UnixEpoch.AddTicks(1), new(2024, 2, 29, 23, 59, 59, 999, TimeSpan.FromHours(14))];

    private static readonly string[] Texts = ["", " ", "\0", "a\0b", "\r\n", "*1\r\n$1\r\nx\r\n", "\t", "🙂", "a\u0301", "日本語", "\uFEFF", "\uFFFD", "\u2028", "\u0085", "'", "\"", "]]", "--", "%s", "nil", new string('x', 20_000)];

    private readonly Random _random = new(seed);

    public string Text() => Edge(Texts, () => string.Concat(Enumerable.Range(0, _random.Next(40)).Select(_ => Character())));

    public ReadOnlyMemory<byte> Bytes() => Edge<byte[]>([[], [0], [0xFF], [.. "\r\n"u8], [0xC3, 0x28], [0xED, 0xA0, 0x80], [.. Enumerable.Range(0, 256).Select(i => (byte)i)]], () =>
    {
        var bytes = new byte[_random.Next(300)];
        _random.NextBytes(bytes);
        return bytes;
    });

    public int Int() => Edge([int.MinValue, int.MaxValue, 0, -1, 1], () => (int)_random.NextInt64(int.MinValue, int.MaxValue));

    public long Long() => Edge([long.MinValue, long.MaxValue, 0, -1, (1L << 53) + 1], () => Bits());

    public uint Uint() => Edge([uint.MaxValue, 0u, 1u], () => (uint)Bits());

    public ulong Ulong() => Edge([ulong.MaxValue, 0ul, (ulong)long.MaxValue + 1], () => (ulong)Bits());

    public double Double() => Edge(
        [0.0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, 2.2250738585072014E-308, 2.225073858507201E-308, 0.1, 1e15, 1e16, 9007199254740993, 1.0 / 3],
        () => BitConverter.Int64BitsToDouble(Bits()) is var any && double.IsNaN(any) ? 1 : any);

    public decimal Decimal() => Edge(
        [decimal.MaxValue, decimal.MinValue, 0m, 0.0000000000000000000000000001m, -0.0000000000000000000000000001m, 1.10m, 1.1000m, 0.00m, -1m],
        () => new decimal((int)Bits(), (int)Bits(), (int)Bits(), _random.Next(2) == 0, (byte)_random.Next(29)));

    public bool Bool() => _random.Next(2) == 0;

    public Guid Guid() => Edge([System.Guid.Empty, System.Guid.AllBitsSet], () =>
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    });

    /// <summary>Whole seconds; the limits of the type have a fraction, which is refused.</summary>
    public TimeSpan Seconds() => TimeSpan.FromTicks(Whole(Span(), TimeSpan.TicksPerSecond));

    public TimeSpan Span() => Edge([TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromTicks(-1), TimeSpan.FromTicks(-15_000)], () => TimeSpan.FromTicks(Bits()));

    public DateTimeOffset Point() => Edge(Points, () => new DateTimeOffset(_random.NextInt64(DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero));

    public RedisValue Value() => _random.Next(5) switch
    {
        0 => Text(),
        1 => Bytes(),
        2 => Long(),
        3 => RedisValue.EmptyString,
        _ => Ulong(),
    };

    public T Of<T>(params T[] values) => values[_random.Next(values.Length)];

    public bool Coin() => _random.Next(2) == 0;

    /// <summary>A span in coarser units, truncated toward zero.</summary>
    public static long Whole(TimeSpan span, long ticks) => span.Ticks / ticks * ticks;

    /// <summary>A point in time in coarser units, rounded down, also before the epoch.</summary>
    public static DateTimeOffset Floor(DateTimeOffset point, long ticks)
    {
        var since = point.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        return new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + ((since - (((since % ticks) + ticks) % ticks))), TimeSpan.Zero);
    }

    private T Edge<T>(T[] edges, Func<T> random) => _random.Next(3) > 0 ? edges[_random.Next(edges.Length)] : random();

    private long Bits() => _random.NextInt64(long.MinValue, long.MaxValue) >> _random.Next(64);

    private string Character()
    {
        var code = _random.Next(4) switch { 0 => _random.Next(0x80), 1 => _random.Next(0x800), 2 => _random.Next(0xD800), _ => _random.Next(0x10000, 0x110000) };
        return new Rune(code).ToString();
    }
}
