namespace LuaGen.Language.Types;

/// <summary>The number that a text is, as <c>tonumber</c> reads it; rounding keeps it.</summary>
/// <param name="Source">The <see cref="Parameter"/> or <see cref="Reply"/> that the text is.</param>
internal sealed record NumberOf(object Source);

/// <summary>A number that is whole only by chance.</summary>
/// <param name="Source">Where the fraction comes from.</param>
internal sealed record Fractional(FractionSource Source);

/// <summary>A time in microseconds or finer: 16 digits and more, of which text conversion keeps 14.</summary>
internal sealed record Microseconds;

/// <summary>Where a fraction comes from.</summary>
internal enum FractionSource
{
    /// <summary>A division.</summary>
    Quotient,

    /// <summary>A product with a constant fraction.</summary>
    Product,

    /// <summary><c>math.random()</c> without a range.</summary>
    Random,

    /// <summary>An argument that is declared as a fraction.</summary>
    Argument,
}
