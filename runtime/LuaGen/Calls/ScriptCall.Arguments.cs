using System.Globalization;
using StackExchange.Redis;

namespace LuaGen;

/// <content>Adds arguments, each type in its wire format.</content>
public partial struct ScriptCall
{
    private const string NullArgument = "An argument of a script cannot be null.";

    /// <summary>Adds a string, encoded as UTF-8.</summary>
    /// <param name="value">The string.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <exception cref="ArgumentNullException">The string is null.</exception>
    public void AddArgument(string value, string parameter)
    {
        if (value is null)
        {
            Refuse(new ArgumentNullException(parameter, NullArgument));
        }

        Add((RedisValue)value, parameter);
    }

    /// <summary>Adds bytes unchanged.</summary>
    /// <param name="value">The bytes. They are not copied and must not change until the call has completed.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    public void AddArgument(ReadOnlyMemory<byte> value, string parameter) => Add((RedisValue)value, parameter);

    /// <summary>Adds a value of the client unchanged.</summary>
    /// <param name="value">The value.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <exception cref="ArgumentNullException">The value is <see cref="RedisValue.Null"/>.</exception>
    public void AddArgument(RedisValue value, string parameter)
    {
        if (value.IsNull)
        {
            Refuse(new ArgumentNullException(parameter, NullArgument));
        }

        Add(value, parameter);
    }

    /// <summary>Adds an integer in decimal notation.</summary>
    /// <param name="value">The integer.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    public void AddArgument(int value, string parameter) => Add((RedisValue)value, parameter);

    /// <inheritdoc cref="AddArgument(int, string)"/>
    public void AddArgument(long value, string parameter) => Add((RedisValue)value, parameter);

    /// <inheritdoc cref="AddArgument(int, string)"/>
    public void AddArgument(uint value, string parameter) => Add((RedisValue)value, parameter);

    /// <inheritdoc cref="AddArgument(int, string)"/>
    public void AddArgument(ulong value, string parameter) => Add((RedisValue)value, parameter);

    /// <summary>
    /// Adds a number in the shortest form that parses to the same value: <c>0.1</c>, where the client sends 17 digits. The
    /// infinities are sent as <c>inf</c> and <c>-inf</c>, which Lua's <c>tonumber</c> and commands such as <c>ZADD</c> accept.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN, which no command accepts.</exception>
    public void AddArgument(double value, string parameter)
    {
        if (double.IsNaN(value))
        {
            Refuse(new ArgumentOutOfRangeException(parameter, "NaN cannot be sent to a script."));
        }

        Add((RedisValue)(value switch
        {
            double.PositiveInfinity => "inf",
            double.NegativeInfinity => "-inf",
            _ => value.ToString("R", CultureInfo.InvariantCulture),
        }), parameter);
    }

    /// <summary>Adds a decimal number with all its digits, trailing zeros included.</summary>
    /// <param name="value">The number. Lua rounds it to a double if the script converts it to a number.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    public void AddArgument(decimal value, string parameter) => Add((RedisValue)value.ToString(CultureInfo.InvariantCulture), parameter);

    /// <summary>Adds <c>1</c> for true and <c>0</c> for false.</summary>
    /// <param name="value">The boolean.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    public void AddArgument(bool value, string parameter) => Add((RedisValue)(value ? 1 : 0), parameter);

    /// <summary>Adds a GUID as 36 lower-case characters with hyphens (format <c>D</c>).</summary>
    /// <param name="value">The GUID.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    public void AddArgument(Guid value, string parameter) => Add((RedisValue)value.ToString("D"), parameter);

    /// <summary>Adds a time interval in whole seconds.</summary>
    /// <param name="value">The interval.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval has a fraction of a second, which would be lost.</exception>
    public void AddSeconds(TimeSpan value, string parameter)
    {
        if (value.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            Refuse(new ArgumentOutOfRangeException(parameter, "The script takes whole seconds, but the value has a fraction of a second."));
        }

        Add((RedisValue)(value.Ticks / TimeSpan.TicksPerSecond), parameter);
    }

    /// <summary>Adds a time interval in whole milliseconds; a fraction of a millisecond is truncated.</summary>
    /// <param name="value">The interval.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    public void AddMilliseconds(TimeSpan value, string parameter) => Add((RedisValue)(value.Ticks / TimeSpan.TicksPerMillisecond), parameter);

    /// <summary>Adds a point in time in whole seconds since the Unix epoch, rounded down.</summary>
    /// <param name="value">The point in time.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    public void AddUnixSeconds(DateTimeOffset value, string parameter) => Add((RedisValue)value.ToUnixTimeSeconds(), parameter);

    /// <summary>Adds a point in time in whole milliseconds since the Unix epoch, rounded down.</summary>
    /// <param name="value">The point in time.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    public void AddUnixMilliseconds(DateTimeOffset value, string parameter) => Add((RedisValue)value.ToUnixTimeMilliseconds(), parameter);

    /// <summary>
    /// Omits an optional argument that is null. If a later argument is sent, the empty string is sent in its place, so that
    /// the indexes of later arguments do not change.
    /// </summary>
    public void AddOmitted()
    {
        var omitted = _omitted;
        Add(RedisValue.EmptyString, parameter: null);
        _omitted = omitted + 1;
    }
}
