using System.Globalization;

namespace LuaGen.Generator.CallSites;

/// <summary>The places of all words in a C# text, by their hash codes, so that no word is copied.</summary>
internal sealed class WordIndex
{
    private readonly Dictionary<int, List<int>> _places;

    private WordIndex(Dictionary<int, List<int>> places) => _places = places;

    /// <summary>Whether a name may be written in another form: with an escape (<c>\u0061</c>), or with format characters, which do not count.</summary>
    private bool HasOtherForms { get; init; }

    public static WordIndex Of(string text)
    {
        var places = new Dictionary<int, List<int>>();
        var hasOtherForms = text.IndexOf("\\u", StringComparison.OrdinalIgnoreCase) >= 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsWordCharacter(text[i]))
            {
                continue;
            }

            var (start, hash) = (i, 0);
            for (; i < text.Length && IsWordCharacter(text[i]); i++)
            {
                hash = Combine(hash, text[i]);
                hasOtherForms |= text[i] > '\x7f' && CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.Format;
            }

            if (!places.TryGetValue(hash, out var known))
            {
                places.Add(hash, known = []);
            }

            known.Add(start);
        }

        return new WordIndex(places) { HasOtherForms = hasOtherForms };
    }

    /// <summary>
    /// The places where a name may be, in order; other words may be among them. <see langword="null"/> if they are not known, because
    /// the text may have names in other forms.
    /// </summary>
    public IReadOnlyList<int>? PlacesOf(string name) =>
        HasOtherForms ? null : _places.TryGetValue(name.Aggregate(0, Combine), out var places) ? places : [];

    private static int Combine(int hash, char character) => unchecked((hash * 31) + character);

    /// <summary>Beyond ASCII, only white space can be next to a name.</summary>
    private static bool IsWordCharacter(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' || (character > '\x7f' && !char.IsWhiteSpace(character));
}
