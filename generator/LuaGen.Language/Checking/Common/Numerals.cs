namespace LuaGen.Language.Checking.Common;

/// <summary>Texts that Lua converts to a number.</summary>
internal static class Numerals
{
    /// <summary>
    /// Whether C's <c>strtod</c> could parse a number from a text: after white space and a sign, the text begins with a
    /// digit, a dot, "inf" or "nan".
    /// </summary>
    public static bool MayBe(string text)
    {
        var number = text.TrimStart(' ', '\t', '\n', '\r', '\v', '\f').TrimStart('+', '-');
        return number.StartsWith("inf", StringComparison.OrdinalIgnoreCase) || number.StartsWith("nan", StringComparison.OrdinalIgnoreCase)
            || (number.Length > 0 && number[0] is (>= '0' and <= '9') or '.' or '\uFFFD');
    }
}
