namespace LuaGen.Language.HeaderTypes;

/// <content>The rows.</content>
internal sealed partial class HeaderType
{
    /// <summary>The first second of the year 1, where <see cref="DateTimeOffset"/> begins.</summary>
    private const long FirstSecond = -62135596800;
    private const string Digits = "decimal digits";
    private const string ShortestNumber = "the shortest text that parses to the same number; NaN is refused";
    private const string WholeUnits = "whole units; fractions of a second are refused, fractions of a millisecond are dropped";
    private const string UnitsSinceEpoch = "whole units since the epoch, rounded down";
    private const string Unchanged = "unchanged";
    private const string AnyText = "a string or status; a number as its text";
    private const string AnyNumber = "an integer, or a string, double or big number that the type can represent";
    private const string AnyUnits = "an integer, or a string, double or big number that is whole and in range";

    public static HeaderType String { get; } = new("string", WireKind.Text,
        new("string", "AddArgument", DefaultValues.Text, "UTF-8", IsConstant: true, IsStruct: false),
        new("string", "ReadString", "ReadNullableString", AcceptedReply.Text, AnyText));

    public static HeaderType Int { get; } = new("int", WireKind.Whole,
        new("int", "AddArgument", DefaultValues.Whole(int.MinValue, int.MaxValue), Digits, IsConstant: true),
        new("int", "ReadInt32", "ReadNullableInt32", AcceptedReply.Number, AnyNumber));

    public static HeaderType Long { get; } = new("long", WireKind.WideWhole,
        new("long", "AddArgument", DefaultValues.Whole(long.MinValue, long.MaxValue), Digits, IsConstant: true),
        new("long", "ReadInt64", "ReadNullableInt64", AcceptedReply.Number, AnyNumber));

    public static HeaderType UInt { get; } = new("uint", WireKind.Whole,
        new("uint", "AddArgument", DefaultValues.Whole(0, uint.MaxValue), Digits, IsConstant: true),
        new("uint", "ReadUInt32", "ReadNullableUInt32", AcceptedReply.Number, AnyNumber));

    public static HeaderType ULong { get; } = new("ulong", WireKind.WideWhole,
        new("ulong", "AddArgument", DefaultValues.Whole(0, ulong.MaxValue), Digits, IsConstant: true),
        new("ulong", "ReadUInt64", "ReadNullableUInt64", AcceptedReply.Number, AnyNumber));

    public static HeaderType Double { get; } = new("double", WireKind.Fraction,
        new("double", "AddArgument", DefaultValues.Double, ShortestNumber, IsConstant: true),
        new("double", "ReadDouble", "ReadNullableDouble", AcceptedReply.Number, AnyNumber));

    public static HeaderType Decimal { get; } = new("decimal", WireKind.Fraction,
        new("decimal", "AddArgument", DefaultValues.Decimal, "all its digits", IsConstant: true),
        new("decimal", "ReadDecimal", "ReadNullableDecimal", AcceptedReply.Number, AnyNumber));

    public static HeaderType Bool { get; } = new("bool", WireKind.Boolean,
        new("bool", "AddArgument", DefaultValues.Boolean, "`1` or `0`", IsConstant: true),
        new("bool", "ReadBoolean", "ReadNullableBoolean", AcceptedReply.Boolean, "0, 1, true, false; nil is false", IsFalseWhenMissing: true));

    public static HeaderType Value { get; } = new("value", WireKind.Bytes,
        new(CSharpTypes.RedisValue, "AddArgument", DefaultValues.TextOrNumber, Unchanged, Describe: CSharpLiteral.Of),
        new(CSharpTypes.RedisValue, "ReadRedisValue", "ReadNullableRedisValue", AcceptedReply.Text, AnyText));

    public static HeaderType Bytes { get; } = new("bytes", WireKind.Bytes,
        new(CSharpTypes.Bytes, "AddArgument", DefaultValues.None, Unchanged),
        new("byte[]", "ReadBytes", "ReadNullableBytes", AcceptedReply.Text, AnyText));

    public static HeaderType Guid { get; } = new("guid", WireKind.Guid,
        new(CSharpTypes.Guid, "AddArgument", DefaultValues.Guid, "32 digits with hyphens (`D`)", Describe: text => text),
        new(CSharpTypes.Guid, "ReadGuid", "ReadNullableGuid", AcceptedReply.Text, "a string of 32 digits with hyphens (`D`)"));

    public static HeaderType Seconds { get; } = new("seconds", WireKind.Duration,
        new(CSharpTypes.TimeSpan, "AddSeconds", DefaultValues.Units(CSharpTypes.TimeSpan + ".FromSeconds", 922337203685), WholeUnits, Describe: text => text + " s"),
        new(CSharpTypes.TimeSpan, "ReadSeconds", "ReadNullableSeconds", AcceptedReply.Number, AnyUnits));

    public static HeaderType Milliseconds { get; } = new("milliseconds", WireKind.Duration,
        new(CSharpTypes.TimeSpan, "AddMilliseconds", DefaultValues.Units(CSharpTypes.TimeSpan + ".FromMilliseconds", 922337203685477), WholeUnits, Describe: text => text + " ms"),
        new(CSharpTypes.TimeSpan, "ReadMilliseconds", "ReadNullableMilliseconds", AcceptedReply.Number, AnyUnits));

    public static HeaderType UnixSeconds { get; } = new("unixseconds", WireKind.Moment,
        new(CSharpTypes.DateTimeOffset, "AddUnixSeconds", DefaultValues.Units(CSharpTypes.DateTimeOffset + ".FromUnixTimeSeconds", 253402300799, FirstSecond), UnitsSinceEpoch, Describe: DefaultValues.UnixSecondsAsText),
        new(CSharpTypes.DateTimeOffset, "ReadUnixSeconds", "ReadNullableUnixSeconds", AcceptedReply.Number, AnyUnits));

    public static HeaderType UnixMilliseconds { get; } = new("unixmilliseconds", WireKind.Moment,
        new(CSharpTypes.DateTimeOffset, "AddUnixMilliseconds", DefaultValues.Units(CSharpTypes.DateTimeOffset + ".FromUnixTimeMilliseconds", 253402300799999, FirstSecond * 1000), UnitsSinceEpoch, Describe: DefaultValues.UnixMillisecondsAsText),
        new(CSharpTypes.DateTimeOffset, "ReadUnixMilliseconds", "ReadNullableUnixMilliseconds", AcceptedReply.Number, AnyUnits));

    public static HeaderType Status { get; } = new("status", WireKind.Status,
        argument: null,
        new("string", "ReadString", "ReadNullableString", AcceptedReply.StatusOrString, AnyText));

    public static HeaderType Ok { get; } = new("ok", WireKind.Status,
        argument: null,
        new(CSharp: null, "ReadOk", NullableReader: null, AcceptedReply.Status, "the status `OK`"));

    public static HeaderType Nothing { get; } = new("nothing", WireKind.Anything,
        argument: null,
        new(CSharp: null, "ReadNothing", NullableReader: null, AcceptedReply.Anything, "anything that contains no error"));

    /// <summary>The client's own reply type, which a call returns if its header does not declare a reply.</summary>
    public static HeaderType Result { get; } = new("result", WireKind.Anything,
        argument: null,
        new(CSharpTypes.RedisResult, "ReadRedisResult", NullableReader: null, AcceptedReply.Anything, "anything that contains no error"));
}
