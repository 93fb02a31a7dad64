using System.Globalization;

namespace LuaGen.Language.Commands;

/// <summary>What servers take for a value. In doubt a constant can be one.</summary>
internal static class ConstantValues
{
    public static bool CanBe(string argument, ValueKind kind) => kind switch
    {
        ValueKind.Integer => IntegerOf(argument) is not null,
        ValueKind.Number => CanBeNumber(argument),
        _ => true,
    };

    /// <summary>By the rules of Redis's <c>string2ll</c>: no blanks, no plus sign, no fraction.</summary>
    public static long? IntegerOf(string argument) =>
        long.TryParse(argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && argument[0] != '+' ? value : null;

    /// <summary><c>1.5e3</c>, <c>-inf</c>, <c>(10</c>; C's <c>strtod</c> skips space, ends at a NUL and reads an empty text as 0.</summary>
    private static bool CanBeNumber(string argument)
    {
        var digits = argument.TrimStart('(').TrimStart(' ', '\t', '\n', '\v', '\f', '\r').TrimStart('+', '-');
        return digits.Length == 0 || digits[0] is (>= '0' and <= '9') or '.' or '\0'
            || digits.StartsWith("inf", StringComparison.OrdinalIgnoreCase) || digits.StartsWith("nan", StringComparison.OrdinalIgnoreCase);
    }
}
