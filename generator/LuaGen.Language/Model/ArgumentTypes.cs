using System.Globalization;
using LuaGen.Language.Header;

namespace LuaGen.Language.Model;

/// <summary>An argument type of the header language.</summary>
/// <param name="Word">How a header spells it.</param>
/// <param name="CSharp">The C# type.</param>
/// <param name="Method">The method of <c>ScriptCall</c> that writes it.</param>
/// <param name="Default">
/// Turns a header's default into C#; <see langword="null"/> when the literal is none of the type's values.
/// </param>
/// <param name="IsConstant">Whether C# takes that default as a constant; else <see langword="null"/> stands for it.</param>
/// <param name="Describe">How the documentation shows a default that is not a C# constant.</param>
internal sealed record ArgumentType(
    string Word, string CSharp, string Method, Func<LiteralSyntax, string?> Default, bool IsConstant, Func<string, string>? Describe = null);

/// <summary>The argument types, by word.</summary>
internal static class ArgumentTypes
{
    /// <summary>The first second of the year 1, where <see cref="DateTimeOffset"/> begins.</summary>
    private const long FirstSecond = -62135596800;

    private static readonly ArgumentType[] Types =
    [
        new("string", "string", "AddArgument", Text, IsConstant: true),
        new("int", "int", "AddArgument", Number(text => Whole(text) is { } n and >= int.MinValue and <= int.MaxValue ? Print(n) : null), IsConstant: true),
        new("long", "long", "AddArgument", Number(text => Whole(text) is { } n and >= long.MinValue and <= long.MaxValue ? Print(n) : null), IsConstant: true),
        new("uint", "uint", "AddArgument", Number(text => Whole(text) is { } n and >= 0 and <= uint.MaxValue ? Print(n) : null), IsConstant: true),
        new("ulong", "ulong", "AddArgument", Number(text => Whole(text) is { } n and >= 0 and <= ulong.MaxValue ? Print(n) : null), IsConstant: true),
        new("double", "double", "AddArgument", Number(Double), IsConstant: true),
        new("decimal", "decimal", "AddArgument", Number(text => Decimal(text) is { } n ? n.ToString(CultureInfo.InvariantCulture) + "m" : null), IsConstant: true),
        new("bool", "bool", "AddArgument", literal => literal.Kind == LiteralKind.Boolean ? literal.Value : null, IsConstant: true),
        new("value", CSharpTypes.RedisValue, "AddArgument", literal => literal.Kind == LiteralKind.Boolean ? null : CSharpLiteral.Of(literal.Value), IsConstant: false, CSharpLiteral.Of),
        new("bytes", CSharpTypes.Bytes, "AddArgument", _ => null, IsConstant: false),
        new("guid", CSharpTypes.Guid, "AddArgument", GuidOf, IsConstant: false, text => text),
        new("seconds", CSharpTypes.TimeSpan, "AddSeconds", Number(text => Units(text, CSharpTypes.TimeSpan + ".FromSeconds", 922337203685)), IsConstant: false, text => text + " s"),
        new("milliseconds", CSharpTypes.TimeSpan, "AddMilliseconds", Number(text => Units(text, CSharpTypes.TimeSpan + ".FromMilliseconds", 922337203685477)), IsConstant: false, text => text + " ms"),
        new("unixseconds", CSharpTypes.DateTimeOffset, "AddUnixSeconds", Number(text => Units(text, CSharpTypes.DateTimeOffset + ".FromUnixTimeSeconds", 253402300799, FirstSecond)), IsConstant: false, text => Moment(DateTimeOffset.FromUnixTimeSeconds(Integer(text)))),
        new("unixmilliseconds", CSharpTypes.DateTimeOffset, "AddUnixMilliseconds", Number(text => Units(text, CSharpTypes.DateTimeOffset + ".FromUnixTimeMilliseconds", 253402300799999, FirstSecond * 1000)), IsConstant: false, text => Moment(DateTimeOffset.FromUnixTimeMilliseconds(Integer(text)))),
    ];

    public static IEnumerable<string> Words => Types.Select(type => type.Word);

    public static ArgumentType? Find(string word) => Array.Find(Types, type => type.Word == word);

    private static string? Text(LiteralSyntax literal) => literal.Kind == LiteralKind.Text ? CSharpLiteral.Of(literal.Value) : null;

    private static Func<LiteralSyntax, string?> Number(Func<string, string?> convert) =>
        literal => literal.Kind == LiteralKind.Number ? convert(literal.Value) : null;

    private static decimal? Whole(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Double(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : null;

    /// <param name="min">Where it is not <paramref name="max"/> with a minus.</param>
    private static string? Units(string text, string factory, long max, long? min = null) =>
        Whole(text) is { } units && units <= max && units >= (min ?? -max) ? $"{factory}({Print(units)})" : null;

    private static string? GuidOf(LiteralSyntax literal) =>
        literal.Kind == LiteralKind.Text && Guid.TryParseExact(literal.Value, "D", out var guid)
            ? $"new {CSharpTypes.Guid}(\"{guid:D}\")"
            : null;

    private static long Integer(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    private static string Print(decimal whole) => whole.ToString("0", CultureInfo.InvariantCulture);
}
