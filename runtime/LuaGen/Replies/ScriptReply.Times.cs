namespace LuaGen;

/// <content>Reads time intervals and points in time that must not be nil.</content>
public ref partial struct ScriptReply
{
    private const long MaxSeconds = long.MaxValue / TimeSpan.TicksPerSecond;
    private const long MaxMilliseconds = long.MaxValue / TimeSpan.TicksPerMillisecond;
    private static readonly long MinUnixMilliseconds = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long MaxUnixMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Reads a time interval in whole seconds.</summary>
    /// <returns>The interval.</returns>
    /// <exception cref="ScriptReplyException">The next element is not a whole number in the range of the type.</exception>
    public TimeSpan ReadSeconds() => new(ReadWithin("seconds", -MaxSeconds, MaxSeconds) * TimeSpan.TicksPerSecond);

    /// <summary>Reads a time interval in whole milliseconds.</summary>
    /// <returns>The interval.</returns>
    /// <exception cref="ScriptReplyException">The next element is not a whole number in the range of the type.</exception>
    public TimeSpan ReadMilliseconds() => new(ReadWithin("milliseconds", -MaxMilliseconds, MaxMilliseconds) * TimeSpan.TicksPerMillisecond);

    /// <summary>Reads a point in time in whole seconds since the Unix epoch.</summary>
    /// <returns>The point in time, in UTC.</returns>
    /// <exception cref="ScriptReplyException">The next element is not a whole number in the range of the type.</exception>
    public DateTimeOffset ReadUnixSeconds() => DateTimeOffset.FromUnixTimeSeconds(ReadWithin("unixseconds", MinUnixMilliseconds / 1000, MaxUnixMilliseconds / 1000));

    /// <summary>Reads a point in time in whole milliseconds since the Unix epoch.</summary>
    /// <returns>The point in time, in UTC.</returns>
    /// <exception cref="ScriptReplyException">The next element is not a whole number in the range of the type.</exception>
    public DateTimeOffset ReadUnixMilliseconds() => DateTimeOffset.FromUnixTimeMilliseconds(ReadWithin("unixmilliseconds", MinUnixMilliseconds, MaxUnixMilliseconds));

    private long ReadWithin(string expected, long min, long max)
    {
        var value = ReadWhole(expected);
        if (value < min || value > max)
        {
            Mismatch(expected);
        }

        return value;
    }
}
