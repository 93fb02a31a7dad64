namespace LuaGen.Language.Header.Loose;

/// <summary>The keys or arguments that one line lists by name: <c>KEYS: lock, queue</c>, <c>ARGV = [owner, ttl]</c>.</summary>
internal sealed class LooseList
{
    /// <summary>A line with more elements is not a list that people write.</summary>
    public const int MaxElements = 64;

    /// <summary>A longer line holds one list.</summary>
    private const int MaxLength = 400;

    /// <summary>Lists of no element.</summary>
    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase) { "none", "nothing", "empty", "n/a", "no keys", "no arguments", "not used", "unused" };

    private readonly List<LooseDeclaration> _declarations = [];

    private LooseList(bool isKey) => IsKey = isKey;

    public bool IsKey { get; }

    public IReadOnlyList<LooseDeclaration> Declarations => _declarations;

    /// <summary>Whether the line ends with a comma, so that the list goes on in the next one.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The index of the next element.</summary>
    public int Next { get; private set; } = 1;

    /// <summary>The lists of a line that begins with the name of a table; a second one may follow: <c>KEYS: a, b; ARGV: c</c>.</summary>
    public static LooseList Read(HeaderLine line, int start)
    {
        if (HeadingAt(line.Text, start) is not var (isKey, textStart))
        {
            return new LooseList(isKey: true);
        }

        var second = line.Text.Length > MaxLength ? null : SecondHeading(line.Text, textStart);
        var list = Of(line.Part(0, second ?? line.Text.Length), textStart, isKey, first: 1);
        if (second is { } secondStart && (list.Declarations.Count > 0 || IsNone(line.Text.Substring(textStart, secondStart - textStart))))
        {
            var other = Read(line, secondStart);
            if (other.IsKey != isKey)
            {
                list._declarations.AddRange(other._declarations);
                list.IsOpen = false;
            }
        }

        return list;
    }

    /// <summary>The names at an offset, as elements from an index on.</summary>
    public static LooseList Of(HeaderLine line, int start, bool isKey, int first)
    {
        var list = new LooseList(isKey) { Next = first };
        list.Add(line, start);
        return list;
    }

    /// <summary>The names of a line that goes on with this list.</summary>
    public LooseList Continue(HeaderLine line) => Of(line, 0, IsKey, Next);

    /// <summary>The table that a line names before a colon or an equals sign, and the offset after that.</summary>
    private static (bool IsKey, int End)? HeadingAt(string text, int start)
    {
        if (LooseIndex.TableAt(text, start) is not { } isKey || start + 4 >= text.Length || text.Substring(start, 4).Any(char.IsLower))
        {
            return null;
        }

        var separator = Separators.SkipSpaces(text, start + 4);
        return separator < text.Length && text[separator] is ':' or '=' ? (isKey, Separators.SkipSpaces(text, separator + 1)) : null;
    }

    private static int? SecondHeading(string text, int start)
    {
        for (var i = text.IndexOf(' ', start); i >= 0; i = text.IndexOf(' ', i + 1))
        {
            if (text[i - 1] is ';' or '.' or ',' or ' ' or '|' or ']' or '}' && HeadingAt(text, i + 1) is not null)
            {
                return i + 1;
            }
        }

        return null;
    }

    private static bool IsNone(string text) => Nothing.Contains(text.Trim(' ', '.', ';', ',', '|', '(', ')', '[', ']', '{', '}', '-')) || text.Trim(' ', '.', ';', ',', '|', '[', ']', '{', '}', '-').Length == 0;

    private void Add(HeaderLine line, int start)
    {
        var text = line.Text;
        var end = text.TrimEnd(' ', '.', ';', '|').Length;
        start = Separators.SkipSpaces(text, start);
        if (end <= start || IsNone(text.Substring(start, end - start)))
        {
            return;
        }

        IsOpen = text[end - 1] == ',';
        if (text[start] is '[' or '{' or '(' && text[end - 1] is ']' or '}' or ')' && text.IndexOf(text[end - 1], start) == end - 1)
        {
            (start, end) = (start + 1, end - 1);
        }

        var parts = Split(text, start, end).Where(part => part.End > part.Start).ToList();
        foreach (var (partStart, partEnd) in parts.Count <= MaxElements ? parts : [])
        {
            var part = line.Part(partStart, partEnd);
            var description = LooseDescription.Read(part, 0, IsKey);
            if (description.IsNamedByText && (description.Name is null || LooseWords.Split(part.Text).Length > 3))
            {
                // "KEYS: the stock counters of all products that are sold" is a sentence, not a list of names.
                _declarations.Clear();
                IsOpen = false;
                return;
            }

            _declarations.Add(description.Declare(IsKey, Next++, isRest: false) with { IsWholeTable = parts.Count == 1 && Next == 2 });
        }
    }

    /// <summary>The parts between commas that are not in brackets or quotes.</summary>
    private static IEnumerable<(int Start, int End)> Split(string text, int start, int end)
    {
        var depth = 0;
        var quote = '\0';
        for (var i = start; i <= end; i++)
        {
            if (i == end || (depth == 0 && quote == '\0' && text[i] is ',' or ';'))
            {
                var from = Separators.SkipSpaces(text, start);
                yield return (from, Math.Max(from, start + text.Substring(start, i - start).TrimEnd().Length));
                start = i + 1;
                continue;
            }

            var c = text[i];
            quote = quote == '\0' ? (c is '\'' or '"' ? c : '\0') : c == quote ? '\0' : quote;
            depth += quote != '\0' ? 0 : c is '(' or '[' or '<' or '{' ? 1 : c is ')' or ']' or '>' or '}' ? -1 : 0;
        }
    }
}
