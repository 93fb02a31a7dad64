using System.Globalization;

namespace LuaGen.Language.HeaderTypes;

/// <summary>
/// Turns the default of an argument into C#, one function for each way to write one; <see langword="null"/> when the
/// literal is not a value of the type.
/// </summary>
internal static class DefaultValues
{
    public static string? None(LiteralSyntax literal) => null;

    public static string? Text(LiteralSyntax literal) => literal.Kind == LiteralKind.Text ? CSharpLiteral.Of(literal.Value) : null;

    public static string? TextOrNumber(LiteralSyntax literal) => literal.Kind == LiteralKind.Boolean ? null : CSharpLiteral.Of(literal.Value);

    public static string? Boolean(LiteralSyntax literal) => literal.Kind == LiteralKind.Boolean ? literal.Value : null;

    public static Func<LiteralSyntax, string?> Whole(decimal min, decimal max) =>
        literal => WholeNumber(literal) is { } number && number >= min && number <= max ? Print(number) : null;

    public static string? Double(LiteralSyntax literal) =>
        literal.Kind == LiteralKind.Number
            && double.TryParse(literal.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : null;

    public static string? Decimal(LiteralSyntax literal) =>
        literal.Kind == LiteralKind.Number && decimal.TryParse(literal.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture) + "m"
            : null;

    public static string? Guid(LiteralSyntax literal) =>
        literal.Kind == LiteralKind.Text && System.Guid.TryParseExact(literal.Value, "D", out var guid)
            ? $"new {CSharpTypes.Guid}(\"{guid:D}\")"
            : null;

    /// <param name="factory">The C# method that makes a value of a number of units.</param>
    /// <param name="max">The highest number that it takes.</param>
    /// <param name="min">The lowest, where that is not the highest with a minus sign.</param>
    public static Func<LiteralSyntax, string?> Units(string factory, long max, long? min = null) =>
        literal => WholeNumber(literal) is { } units && units <= max && units >= (min ?? -max) ? $"{factory}({Print(units)})" : null;

    /// <summary>A moment as documentation shows it; the default has been read, so it is a number in range.</summary>
    public static string UnixSecondsAsText(string number) => Moment(DateTimeOffset.FromUnixTimeSeconds(Integer(number)));

    public static string UnixMillisecondsAsText(string number) => Moment(DateTimeOffset.FromUnixTimeMilliseconds(Integer(number)));

    private static long Integer(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    private static decimal? WholeNumber(LiteralSyntax literal) =>
        literal.Kind == LiteralKind.Number && decimal.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Print(decimal whole) => whole.ToString("0", CultureInfo.InvariantCulture);
}
