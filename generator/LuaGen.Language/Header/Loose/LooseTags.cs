using System.Globalization;

namespace LuaGen.Language.Header.Loose;

/// <summary>
/// What is before an element or instead of it: <c>@param KEYS[1] the lock</c>, <c>@tparam string ARGV[1] owner</c>, <c>@KEYS[1]</c>,
/// <c>string ARGV[1] owner</c>, <c>$1 lock</c>.
/// </summary>
internal static class LooseTags
{
    private static readonly string[] Tags = ["@tparam ", "@param ", "@arg ", "@argument ", "@key ", "@"];

    /// <summary>What a key holds; the generated code does not need it.</summary>
    private static readonly HashSet<string> KeyKinds = new(StringComparer.OrdinalIgnoreCase) { "key", "string", "hash", "zset", "stream", "list", "set" };

    /// <summary>Kinds that are also verbs and nouns of sentences: <c>list KEYS[1] entries</c>.</summary>
    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase) { "list", "set" };

    /// <summary>The element after a tag, and the type that the tag gives it; <see langword="null"/> for any other line.</summary>
    public static (LooseIndex Element, TypeSyntax? Type)? Before(HeaderLine line, int start)
    {
        var text = line.Text;
        if (start == text.Length || text[start] != '@')
        {
            return AfterType(line, start);
        }

        var tag = Tags.First(each => string.CompareOrdinal(text, start, each, 0, each.Length) == 0);
        var position = Separators.SkipSpaces(text, start + tag.Length);
        if (LooseIndex.At(text, position) is { } element)
        {
            return (element, null);
        }

        // "{string}" of JSDoc, and the bare type of LDoc.
        var isBraced = position < text.Length && text[position] == '{';
        var end = isBraced ? text.IndexOf('}', position) : tag == Tags[0] ? text.IndexOf(' ', position) : -1;
        return end > 0 && LooseIndex.At(text, Separators.SkipSpaces(text, end + 1)) is { } typed
            ? (typed, LooseTypes.Of(line, position + (isBraced ? 1 : 0), end, isReply: false))
            : null;
    }

    /// <summary><c>$1 lock</c>: the parameters of the call, counted through.</summary>
    public static NamedDescription? Positional(HeaderLine line)
    {
        var text = line.Text;
        var end = text[0] == '$' ? 1 : text.Length;
        while (end < text.Length && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        if (end is < 2 or > 3 || end >= text.Length || text[end] is not (' ' or '\t' or ':' or '='))
        {
            return null;
        }

        var start = end;
        while (start < text.Length && text[start] is ' ' or '\t' or ':' or '=' or '-')
        {
            start++;
        }

        var hasSeparator = text.IndexOfAny([':', '=', '-'], end, start - end) >= 0;
        var description = LooseDescription.Read(line, start, isKey: false);
        var isNamed = description.Name is not null && (!description.IsNamedByText || hasSeparator || LooseWords.IsArticle(LooseWords.Split(text.Substring(start)).FirstOrDefault() ?? ""));
        return isNamed && !LooseWords.IsSentence(text.Substring(start))
            ? new NamedDescription(line, description.Name!, description.Type, description.Text) { Position = int.Parse(text.Substring(1, end - 1), NumberStyles.None, CultureInfo.InvariantCulture) }
            : null;
    }

    /// <summary><c>string ARGV[1] owner</c>, <c>(int) ARGV[2] count</c>, <c>hash KEYS[1] user</c></summary>
    private static (LooseIndex Element, TypeSyntax? Type)? AfterType(HeaderLine line, int start)
    {
        var text = line.Text;
        var close = start == text.Length ? '\0' : text[start] switch { '(' => ')', '{' => '}', '[' => ']', '<' => '>', _ => '\0' };
        var wordStart = close == '\0' ? start : start + 1;
        var end = wordStart;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        var typeEnd = close == '\0' ? end : end + 1;
        if (end == wordStart || (close != '\0' && (end == text.Length || text[end] != close))
            || LooseIndex.At(text, Separators.SkipSpaces(text, typeEnd)) is not { Index: not null } element || element.Start == typeEnd)
        {
            return null;
        }

        var word = text.Substring(wordStart, end - wordStart);
        var next = Separators.SkipSpaces(text, element.End);
        var isBound = close != '\0' || (next < text.Length && text[next] is ':' or '=' or '-');
        var type = element.IsKey ? null : LooseTypes.Of(line, wordStart, end, isReply: false);
        var isType = element.IsKey ? KeyKinds.Contains(word) : type is not null || word.Equals("number", StringComparison.OrdinalIgnoreCase);
        var isWord = Verbs.Contains(word) || (TypeSpelling.IsWord(word) && !word.Equals("string", StringComparison.OrdinalIgnoreCase) && !word.Equals("number", StringComparison.OrdinalIgnoreCase));
        return isType && (isBound || !isWord) ? (element, type) : null;
    }
}
