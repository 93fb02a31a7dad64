namespace LuaGen.Language.Header.Loose;

/// <summary>The words that tell a description from a sentence, and the names that a description gives.</summary>
internal static class LooseWords
{
    /// <summary>A longer description names nothing.</summary>
    private const int MaxWords = 3;

    private static readonly HashSet<string> Articles = new(StringComparer.OrdinalIgnoreCase) { "a", "an", "the" };

    /// <summary>Words that make a line a sentence wherever they follow an element: <c>KEYS[1] and KEYS[2] must …</c></summary>
    private static readonly HashSet<string> Connectives = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "must", "should", "shall", "may", "might", "can", "cannot", "will", "would", "has", "have", "had", "is", "are", "was", "were", "be",
        "does", "doesn't", "isn't", "aren't", "not", "never", "always", "only", "if", "when", "while", "in", "of", "to", "with", "as", "by", "than",
        "so", "then", "also", "both", "still", "already", "too", "here", "there", "above", "below", "on", "at", "from", "for", "but", "because", "since", "until",
    };

    /// <summary>Verbs that make a line a sentence if they can only be one there: <c>KEYS[1] holds the lock</c>, but not <c>KEYS[1] hold - the lock</c>.</summary>
    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "holds", "contains", "exists", "stores", "needs", "gets", "becomes", "expires", "maps", "points", "means", "refers", "belongs", "tracks", "counts", "do",
        "stays", "keeps", "goes", "comes", "returns", "takes", "gives", "shares", "share", "hold", "contain", "exist", "need", "live", "lives", "refer",
    };

    /// <summary>Verbs that end the subject of a sentence wherever they are.</summary>
    private static readonly HashSet<string> FiniteVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "must", "should", "shall", "may", "might", "can", "cannot", "will", "would", "has", "have", "had", "is", "are", "was", "were", "does", "doesn't", "isn't", "aren't",
    };

    /// <summary>Words after which a verb belongs to a subordinate clause.</summary>
    private static readonly HashSet<string> Subordinators = new(StringComparer.OrdinalIgnoreCase)
    {
        "that", "which", "who", "whose", "what", "how", "if", "when", "while", "where", "whether", "until", "unless", "because", "since", "so", "before", "after", "as",
    };

    private static readonly HashSet<string> References = new(StringComparer.OrdinalIgnoreCase)
    {
        "same", "as", "described", "documented", "explained", "listed", "defined", "given", "passed",
    };

    private static readonly HashSet<string> Places = new(StringComparer.OrdinalIgnoreCase) { "above", "below", "elsewhere", "here", "there", "in", "by", "as", "at" };

    public static bool IsArticle(string word) => Articles.Contains(word);

    /// <summary>Whether the text after an element goes on as a sentence, so that the line is prose.</summary>
    public static bool IsSentence(string text) =>
        FirstWord(text) is { } word && (Connectives.Contains(word) || (Verbs.Contains(word) && IsBeforeWord(text, word.Length))) && !IsDefinition(text);

    /// <summary>Whether the text after a second element goes on as a sentence, a definition included.</summary>
    public static bool GoesOn(string text) => IsSentence(text) || (FirstWord(text) is { } word && FiniteVerbs.Contains(word));

    /// <summary><c>is the lock key</c>: a sentence that only says what the element is.</summary>
    public static bool IsDefinition(string text)
    {
        var words = Split(text);
        return words.Length is > 2 and <= 8 && words[0] is "is" or "are" && IsArticle(words[1]) && !words.Skip(2).Any(word => word is "must" or "only" or "should" or "that" or "which" or "not");
    }

    /// <summary><c>owner of KEYS[1] is never changed</c>: an element is the end of the subject, and the sentence goes on about it.</summary>
    public static bool IsAboutElement(string text)
    {
        var bracket = text.IndexOf('[');
        if (bracket < 5 || LooseIndex.At(text, bracket - 4) is not { Index: not null } element || text.IndexOfAny(['.', ',', ';', ':', '(', '-']) is >= 0 and var stop && stop < bracket)
        {
            return false;
        }

        var subject = Split(text.Substring(0, element.Start));
        return !subject.Any(Subordinators.Contains) && element.End < text.Length && text[element.End] == ' '
            && FirstWord(text.Substring(element.End + 1)) is { } word && FiniteVerbs.Contains(word);
    }

    /// <summary><c>see the comment above</c>, <c>same as KEYS[1]</c>, <c>described below</c>: where the description is, instead of a name.</summary>
    /// <param name="word">The first word.</param>
    /// <param name="next">The second; empty if there is none.</param>
    public static bool IsReference(string word, string next) =>
        next.Length > 0 && (word.Equals("see", StringComparison.OrdinalIgnoreCase) || (References.Contains(word) && Places.Contains(next)));

    /// <summary>Whether what follows an element is Lua that is commented out: <c>ARGV[1] == 'a'</c>, <c>ARGV[1] = tonumber(ARGV[1])</c>.</summary>
    /// <param name="start">The offset of the separator.</param>
    /// <param name="end">The offset after it.</param>
    public static bool IsCode(string text, int start, int end)
    {
        if (start + 1 < text.Length && text[start] == '=' && text[start + 1] == '=')
        {
            return true;
        }

        var name = end;
        while (name < text.Length && (char.IsLetterOrDigit(text[name]) || text[name] is '_' or '.'))
        {
            name++;
        }

        return name > end && name + 1 < text.Length && text[name] == '(' && (text[name + 1] is '\'' or '"' or ')' || LooseIndex.At(text, name + 1) is not null);
    }

    /// <summary><c>lockKey</c>, <c>lock_key</c>: an identifier by its form.</summary>
    public static bool IsIdentifier(string word)
    {
        var hasHump = false;
        for (var i = 1; i < word.Length; i++)
        {
            hasHump |= word[i] == '_' || (char.IsUpper(word[i]) && char.IsLower(word[i - 1]));
        }

        return hasHump;
    }

    /// <summary>A name from up to three words without articles: <c>the job id</c> → <c>jobId</c>.</summary>
    public static string? NameOf(string text)
    {
        var end = text.IndexOfAny(['.', ',', ';', ':', '(', '[', '{', '=', '|', '/', '<']);
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        end = end < 0 ? text.Length : end;
        var words = Split(text.Substring(0, dash >= 0 && dash < end ? dash : end)).Where(word => !Articles.Contains(word)).ToList();
        if (end < text.Length && text[end] == '[' && words.Count > 0 && LooseIndex.TableAt(words[words.Count - 1], 0) is not null)
        {
            // "owner of KEYS[1]" → owner
            words.RemoveAt(words.Count - 1);
            while (words.Count > 0 && Connectives.Contains(words[words.Count - 1]))
            {
                words.RemoveAt(words.Count - 1);
            }
        }

        var name = words.Count is > 0 and <= MaxWords && !IsReference(words[0], words.Count > 1 ? words[1] : "") ? Identifiers.Camel(string.Join(" ", words)) : "";
        return HeaderText.IsName(name) ? name : null;
    }

    /// <summary>
    /// <c>bq:name:waiting</c>, <c>rank:{day}</c>, <c>Bid:&lt;id&gt;</c>: how the key is composed, without spaces after the colons. The last
    /// part that is the same in each such key is the name.
    /// </summary>
    public static string? NameOfPattern(string text)
    {
        var end = text.IndexOf(' ');
        var pattern = (end < 0 ? text : text.Substring(0, end)).TrimEnd(',', ';', '.');
        var parts = pattern.Split(':');
        if (parts.Length < 2 || parts[0].Length == 0 || parts[1].Length == 0)
        {
            return null;
        }

        var plain = parts.LastOrDefault(part => part.Length > 0 && part.All(c => char.IsLetterOrDigit(c) || c is '_' or '-') && !part.All(char.IsDigit));
        return plain is not null && Identifiers.Camel(plain) is var name && HeaderText.IsName(name) ? name : null;
    }

    public static string[] Split(string text) => text.Split([' ', '\t', '-', '\'', '"', '`'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether one space and another word follow.</summary>
    private static bool IsBeforeWord(string text, int position) =>
        position + 1 < text.Length && text[position] == ' ' && (char.IsLetterOrDigit(text[position + 1]) || text[position + 1] is '\'' or '`');

    private static string? FirstWord(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '\''))
        {
            end++;
        }

        return end == 0 ? null : text.Substring(0, end);
    }
}
