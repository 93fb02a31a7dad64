using System.Text;

namespace LuaGen.Language.Text;

/// <summary>Spells text as a regular C# string literal.</summary>
internal static class CSharpLiteral
{
    public static string Of(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => literal.Append('\\').Append(c),
                '\n' => literal.Append("\\n"),
                '\r' => literal.Append("\\r"),
                '\t' => literal.Append("\\t"),
                _ when IsPlain(c) => literal.Append(c),
                _ => literal.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)),
            };
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Whether a character may stand in C# source as it is: no control, no line end of C#'s, nothing invisible, no half of a pair.</summary>
    public static bool IsPlain(char c) => c is >= ' ' and <= '~' || char.GetUnicodeCategory(c) is not (
        System.Globalization.UnicodeCategory.Control
        or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.LineSeparator
        or System.Globalization.UnicodeCategory.ParagraphSeparator
        or System.Globalization.UnicodeCategory.Surrogate
        or System.Globalization.UnicodeCategory.PrivateUse
        or System.Globalization.UnicodeCategory.OtherNotAssigned);
}
