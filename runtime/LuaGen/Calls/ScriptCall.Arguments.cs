using System.Globalization;
using StackExchange.Redis;

namespace LuaGen;

/// <content>Arguments: what each type looks like on the wire.</content>
public partial struct ScriptCall
{
    private const string NullArgument = "A script's argument cannot be null.";

    /// <summary>Adds a string, as UTF-8.</summary>
    /// <param name="value">The string.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    /// <exception cref="ArgumentNullException">The string is null.</exception>
    public void AddArgument(string value, string parameter)
    {
        if (value is null)
        {
            Refuse(new ArgumentNullException(parameter, NullArgument));
        }

        Add((RedisValue)value, parameter);
    }

    /// <summary>Adds bytes as they are.</summary>
    /// <param name="value">The bytes. They are not copied: they must not change until the call has completed.</param>
    /// <param name="parameter">The parameter that they came from, for the exception.</param>
    public void AddArgument(ReadOnlyMemory<byte> value, string parameter) => Add((RedisValue)value, parameter);

    /// <summary>Adds a value as it is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    /// <exception cref="ArgumentNullException">The value is <see cref="RedisValue.Null"/>.</exception>
    public void AddArgument(RedisValue value, string parameter)
    {
        if (value.IsNull)
        {
            Refuse(new ArgumentNullException(parameter, NullArgument));
        }

        Add(value, parameter);
    }

    /// <summary>Adds an integer, in decimal.</summary>
    /// <param name="value">The integer.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    public void AddArgument(int value, string parameter) => Add((RedisValue)value, parameter);

    /// <inheritdoc cref="AddArgument(int, string)"/>
    public void AddArgument(long value, string parameter) => Add((RedisValue)value, parameter);

    /// <inheritdoc cref="AddArgument(int, string)"/>
    public void AddArgument(uint value, string parameter) => Add((RedisValue)value, parameter);

    /// <inheritdoc cref="AddArgument(int, string)"/>
    public void AddArgument(ulong value, string parameter) => Add((RedisValue)value, parameter);

    /// <summary>
    /// Adds a number in the shortest form that reads back the same (<c>0.1</c>, where the client would send 17 digits).
    /// The infinities are sent as <c>inf</c> and <c>-inf</c>, which <c>tonumber</c> and commands such as <c>ZADD</c> read.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN, which no command takes.</exception>
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

    /// <summary>Adds a decimal number with all its digits.</summary>
    /// <param name="value">The number. Lua reads it as a double unless the script keeps it as a string.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    public void AddArgument(decimal value, string parameter) => Add((RedisValue)value.ToString(CultureInfo.InvariantCulture), parameter);

    /// <summary>Adds <c>1</c> for true and <c>0</c> for false.</summary>
    /// <param name="value">The boolean.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    public void AddArgument(bool value, string parameter) => Add((RedisValue)(value ? 1 : 0), parameter);

    /// <summary>Adds a GUID as 36 lower-case characters with hyphens.</summary>
    /// <param name="value">The GUID.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    public void AddArgument(Guid value, string parameter) => Add((RedisValue)value.ToString("D"), parameter);

    /// <summary>Adds a span of time in whole seconds.</summary>
    /// <param name="value">The span.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span has a fraction of a second, which would be lost.</exception>
    public void AddSeconds(TimeSpan value, string parameter)
    {
        if (value.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            Refuse(new ArgumentOutOfRangeException(parameter, "The script takes whole seconds, and the value has a fraction."));
        }

        Add((RedisValue)(value.Ticks / TimeSpan.TicksPerSecond), parameter);
    }

    /// <summary>Adds a span of time in whole milliseconds; finer ticks are dropped.</summary>
    /// <param name="value">The span.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    public void AddMilliseconds(TimeSpan value, string parameter) => Add((RedisValue)(value.Ticks / TimeSpan.TicksPerMillisecond), parameter);

    /// <summary>Adds a point in time in whole seconds since the Unix epoch, rounded down.</summary>
    /// <param name="value">The point in time.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    public void AddUnixSeconds(DateTimeOffset value, string parameter) => Add((RedisValue)value.ToUnixTimeSeconds(), parameter);

    /// <summary>Adds a point in time in whole milliseconds since the Unix epoch, rounded down.</summary>
    /// <param name="value">The point in time.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    public void AddUnixMilliseconds(DateTimeOffset value, string parameter) => Add((RedisValue)value.ToUnixTimeMilliseconds(), parameter);

    /// <summary>
    /// Adds nothing for an optional argument that is null, if nothing but omitted arguments follows; else the empty
    /// string, which keeps the place.
    /// </summary>
    public void AddOmitted()
    {
        var omitted = _omitted;
        Add(RedisValue.EmptyString, parameter: null);
        _omitted = omitted + 1;
    }
}
