namespace LuaGen.Language.Header.Loose;

/// <summary>Tags of documentation tools before an element: <c>@param KEYS[1] the lock</c>, <c>@tparam string ARGV[1] owner</c>, <c>@KEYS[1]</c>.</summary>
internal static class LooseTags
{
    private static readonly string[] Tags = ["@tparam ", "@param ", "@arg ", "@argument ", "@key ", "@"];

    /// <summary>The element after a tag, and the type that the tag gives it; <see langword="null"/> for any other line.</summary>
    public static (LooseIndex Element, TypeSyntax? Type)? Before(HeaderLine line, int start)
    {
        var text = line.Text;
        if (start == text.Length || text[start] != '@')
        {
            return null;
        }

        var tag = Tags.First(each => string.CompareOrdinal(text, start, each, 0, each.Length) == 0);
        var position = SkipSpaces(text, start + tag.Length);
        if (LooseIndex.At(text, position) is { } element)
        {
            return (element, null);
        }

        // "{string}" of JSDoc, and the bare type of LDoc.
        var isBraced = position < text.Length && text[position] == '{';
        var end = isBraced ? text.IndexOf('}', position) : tag == Tags[0] ? text.IndexOf(' ', position) : -1;
        return end > 0 && LooseIndex.At(text, SkipSpaces(text, end + 1)) is { } typed
            ? (typed, LooseTypes.Of(line, position + (isBraced ? 1 : 0), end, isReply: false))
            : null;
    }

    private static int SkipSpaces(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }
}
