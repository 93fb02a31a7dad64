using System.Text;

namespace LuaGen.Language.Text;

/// <summary>Turns names of headers, files and folders into C# names.</summary>
internal static class Identifiers
{
    /// <summary><c>reserve-stock</c>, <c>reserve_stock</c>, <c>reserveStock</c> → <c>ReserveStock</c>; empty when nothing of it can stand in a name.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder(text.Length);
        var upper = true;
        foreach (var c in text)
        {
            if (!IsWordCharacter(c))
            {
                upper = true;
                continue;
            }

            name.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return StartingWithLetter(name);
    }

    /// <summary>A name that somebody chose for C#: kept as it is where it can be one.</summary>
    public static string Explicit(string text) =>
        text.Length > 0 && !char.IsDigit(text[0]) && text.All(c => c == '_' || IsWordCharacter(c)) ? text : Pascal(text);

    /// <summary>A word on the wire as a member: <c>OUT_OF_STOCK</c> → <c>OutOfStock</c>, <c>in-transit</c> → <c>InTransit</c>.</summary>
    public static string Member(string word) => Pascal(word.Any(char.IsLower) ? word : word.ToLowerInvariant());

    /// <summary>A namespace that MSBuild made of a project's name: <c>my-app.1st</c> → <c>my_app._1st</c>.</summary>
    public static string Namespace(string text) => string.Join(
        ".",
        text.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(part =>
            (char.IsDigit(part[0]) ? "_" : "") + string.Concat(part.Select(c => IsWordCharacter(c) ? c : '_'))));

    /// <summary><c>order_id</c>, <c>OrderId</c> → <c>orderId</c>; <c>TTL</c> → <c>ttl</c>; a leading <c>_</c> is dropped.</summary>
    public static string Camel(string text)
    {
        var name = new StringBuilder(Pascal(text));
        for (var i = 0; i < name.Length && char.IsUpper(name[i]); i++)
        {
            // Of a run of capitals the last begins the next word: "TTLSeconds".
            if (i > 0 && i + 1 < name.Length && char.IsLower(name[i + 1]))
            {
                break;
            }

            name[i] = char.ToLowerInvariant(name[i]);
        }

        return name.ToString();
    }

    private static string StartingWithLetter(StringBuilder name) =>
        name.Length > 0 && char.IsDigit(name[0]) ? "_" + name : name.ToString();

    private static bool IsWordCharacter(char c) => char.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.UppercaseLetter
        or System.Globalization.UnicodeCategory.LowercaseLetter
        or System.Globalization.UnicodeCategory.TitlecaseLetter
        or System.Globalization.UnicodeCategory.OtherLetter
        or System.Globalization.UnicodeCategory.DecimalDigitNumber;
}
