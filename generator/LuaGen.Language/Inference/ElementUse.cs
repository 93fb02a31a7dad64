using LuaGen.Language.HeaderTypes;

namespace LuaGen.Language.Inference;

/// <summary>What a script does with one element of <c>KEYS</c> or <c>ARGV</c>.</summary>
internal sealed class ElementUse
{
    /// <summary>Whether a server reads it as a whole number.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Whether it is used as a number.</summary>
    public bool IsNumber { get; set; }

    /// <summary>Whether it is compared with a text that is not a number.</summary>
    public bool IsText { get; set; }

    /// <summary>The types of the places that take it as a whole number: <c>seconds</c> for EX; <see langword="null"/> for a place without a unit.</summary>
    public HashSet<string> Units { get; } = [];

    /// <summary>The name that the commands give it.</summary>
    public string? Name { get; set; }

    /// <summary>The type that all uses accept.</summary>
    public HeaderType Type => IsText ? HeaderType.Value
        : IsWhole ? (Units.Count == 1 && HeaderType.Find(Units.First()) is { } unit ? unit : HeaderType.Long)
        : IsNumber ? HeaderType.Double
        : HeaderType.Value;
}
