namespace LuaGen.Language.Header.Loose;

/// <summary>The keys and arguments that one line declares in another form than the canonical one.</summary>
internal sealed class LooseElements
{
    /// <summary>A line that lists more elements is not a list that a person wrote.</summary>
    private const int MaxElements = 64;

    /// <summary>The part of a text that decides whether it is a sentence.</summary>
    private const int MaxSentence = 160;

    private readonly HeaderLine _line;
    private readonly List<LooseDeclaration> _declarations = [];

    private LooseElements(HeaderLine line) => _line = line;

    /// <summary>What the line declares; empty for prose.</summary>
    public IReadOnlyList<LooseDeclaration> Declarations => _declarations;

    /// <summary>The place of an index that is not one: <c>KEYS[x] stock</c>.</summary>
    public SourceSpan? BadIndex { get; private set; }

    private string Text => _line.Text;

    public static LooseElements Read(HeaderLine line)
    {
        var elements = new LooseElements(line);
        var start = BulletEnd(line.Text);
        if (LooseIndex.At(line.Text, start) is { } first)
        {
            elements.ReadFrom(first);
        }
        else
        {
            elements.ReadList(start);
        }

        return elements;
    }

    /// <summary>Whether the line begins with an element and a separator, so that it declares one even where it could continue another.</summary>
    public static bool Begins(HeaderLine line) =>
        LooseIndex.At(line.Text, BulletEnd(line.Text)) is { Index: not null } index && SeparatorEnd(line.Text, index.End) > index.End && HasSeparator(line.Text, index.End);

    /// <summary><c>KEYS[1] = a, KEYS[2] = b</c></summary>
    private void ReadFrom(LooseIndex first)
    {
        for (LooseIndex? current = first; current is { } index && _declarations.Count < MaxElements;)
        {
            var shared = JointIndexes(index, out var end);
            if (!IsDeclaration(end) && !IsUnclosed(index))
            {
                // "KEYS[1] and KEYS[2] must …"
                return;
            }

            if (shared.FirstOrDefault(each => each.Index is null or 0 or > short.MaxValue) is { End: > 0 } bad)
            {
                BadIndex = SourceSpan.FromBounds(_line.Start + bad.Start, _line.Start + bad.End);
                _declarations.Clear();
                return;
            }

            var next = NextIndex(end);
            var part = _line.Part(index.Start, next?.Start is { } partEnd ? TrimmedEnd(index.Start, partEnd) : Text.Length);
            var description = LooseDescription.Read(part, SeparatorEnd(part.Text, end - index.Start), index.IsKey);
            foreach (var each in shared)
            {
                Add(part, each, description, isShared: shared.Count > 1);
            }

            current = next;
        }
    }

    /// <summary><c>KEYS[1 stock</c></summary>
    private bool IsUnclosed(LooseIndex index) => index.Index is null && index.End == Text.Length && Text[Text.Length - 1] != ']';

    private void Add(HeaderLine part, LooseIndex index, LooseDescription description, bool isShared) =>
        _declarations.Add(new LooseDeclaration(
            part, index.IsKey, index.Index!.Value, index.IsRest, isShared ? null : description.Name, description.Type, description.Default, description.Text)
        {
            IsNamedByText = isShared || description.IsNamedByText,
            Separator = description.IsNamedByPlace ? ": " : " ",
        });

    /// <summary><c>KEYS[1], KEYS[2]: the two accounts</c>: several elements with one description.</summary>
    private List<LooseIndex> JointIndexes(LooseIndex first, out int end)
    {
        var indexes = new List<LooseIndex> { first };
        end = first.End;
        while (indexes.Count < MaxElements && LooseIndex.At(Text, JoinerEnd(end)) is { } next && JoinerEnd(end) > end)
        {
            indexes.Add(next);
            end = next.End;
        }

        return indexes;
    }

    private int JoinerEnd(int position)
    {
        var end = SkipSpaces(Text, position);
        if (end < Text.Length && Text[end] is ',' or '/' or '&')
        {
            return SkipSpaces(Text, end + 1);
        }

        return string.CompareOrdinal(Text, end, "and ", 0, 4) == 0 && end > position ? SkipSpaces(Text, end + 4) : position;
    }

    /// <summary>Whether what follows an element describes it, instead of going on as a sentence.</summary>
    private bool IsDeclaration(int end)
    {
        if (HasSeparator(Text, end))
        {
            return !LooseWords.IsCode(Text, SkipSpaces(Text, end), SeparatorEnd(Text, end));
        }

        // "KEYS[1]'s value", "KEYS[1].field", "KEYS[1]) …": not followed by a space.
        var position = SkipSpaces(Text, end);
        if (position < Text.Length && !char.IsLetterOrDigit(Text[position]) && Text[position] is not ('\'' or '"' or '`' or '_' or '(' or '[' or '{'))
        {
            // "KEYS[1] .. ':log'", "ARGV[1] > 0 means …"
            return false;
        }

        return position == Text.Length ? end == Text.Length && _declarations.Count == 0 && BulletEnd(Text) + 8 >= Text.Length
            : position > end && LooseIndex.At(Text, position) is null && !LooseWords.IsSentence(Text.Substring(position, Math.Min(MaxSentence, Text.Length - position)));
    }

    /// <summary>The next element of the same line that is declared after a comma, a semicolon, a bar, or a gap.</summary>
    private LooseIndex? NextIndex(int start)
    {
        for (var i = Text.IndexOf('[', start); i >= 0; i = Text.IndexOf('[', i + 1))
        {
            var name = i - 1;
            while (name > start && Text[name] == ' ')
            {
                name--;
            }

            if (name - 3 > start && LooseIndex.At(Text, name - 3) is { Index: not null } index && IsApart(index.Start) && IsDeclaration(index.End) && index.End < Text.Length)
            {
                return index;
            }
        }

        return null;
    }

    private bool IsApart(int start)
    {
        var before = start;
        while (before > 0 && Text[before - 1] == ' ')
        {
            before--;
        }

        return before > 0 && (Text[before - 1] is ',' or ';' or '|' or '\t' || start - before >= 2 || (before >= 4 && string.CompareOrdinal(Text, before - 4, " and", 0, 4) == 0 && HasSeparator(Text, LooseIndex.At(Text, start)!.Value.End)));
    }

    /// <summary>The end of a part, without the comma or the word that joins it to the next one.</summary>
    private int TrimmedEnd(int start, int end)
    {
        var text = Text.Substring(start, end - start).TrimEnd(' ', ',', ';', '|', '\t');
        return start + (text.EndsWith(" and", StringComparison.Ordinal) ? text.Substring(0, text.Length - 4).TrimEnd(' ', ',') : text).Length;
    }

    /// <summary><c>KEYS: lock, queue</c></summary>
    private void ReadList(int start)
    {
        if (LooseIndex.TableAt(Text, start) is not { } isKey || start + 4 >= Text.Length)
        {
            return;
        }

        var separator = SkipSpaces(Text, start + 4);
        if (separator == Text.Length || Text[separator] is not (':' or '=') || Text.Substring(start, 4).Any(char.IsLower))
        {
            return;
        }

        var parts = Split(separator + 1).Where(part => part.End > part.Start).ToList();
        if (parts.Count is 0 or > MaxElements)
        {
            return;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            var part = _line.Part(parts[i].Start, parts[i].End);
            var description = LooseDescription.Read(part, 0, isKey);
            if (description.IsNamedByText && (description.Name is null || LooseWords.Split(part.Text).Length > 3))
            {
                // "KEYS: the stock counters of all products that are sold" is a sentence, not a list of names.
                _declarations.Clear();
                return;
            }

            Add(part, new LooseIndex(parts[i].Start, parts[i].End, isKey, i + 1, IsRest: false), description, isShared: false);
        }
    }

    /// <summary>The parts between commas that are not in brackets or quotes.</summary>
    private IEnumerable<(int Start, int End)> Split(int start)
    {
        var depth = 0;
        var quote = '\0';
        for (var i = start; i <= Text.Length; i++)
        {
            if (i == Text.Length || (depth == 0 && quote == '\0' && Text[i] is ',' or ';'))
            {
                var from = SkipSpaces(Text, start);
                yield return (from, Math.Max(from, start + Text.Substring(start, i - start).TrimEnd().Length));
                start = i + 1;
                continue;
            }

            var c = Text[i];
            quote = quote == '\0' ? (c is '\'' or '"' ? c : '\0') : c == quote ? '\0' : quote;
            depth += quote != '\0' ? 0 : c is '(' or '[' or '<' or '{' ? 1 : c is ')' or ']' or '>' or '}' ? -1 : 0;
        }
    }

    /// <summary>The offset after a list mark: <c>• </c>, <c>1. </c>, <c>2) </c>.</summary>
    private static int BulletEnd(string text)
    {
        var end = 0;
        if (text.Length > 2 && text[0] is '•' or '+' or '>' or '·' && text[1] == ' ')
        {
            return SkipSpaces(text, 1);
        }

        while (end < text.Length && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end is > 0 and < 4 && end + 1 < text.Length && text[end] is '.' or ')' && text[end + 1] == ' ' ? SkipSpaces(text, end + 1) : 0;
    }

    private static bool HasSeparator(string text, int position)
    {
        position = SkipSpaces(text, position);
        return position < text.Length && text[position] is ':' or '=' or '-' or '–' or '—' or '→';
    }

    /// <summary>The offset after the spaces and separators behind an element.</summary>
    private static int SeparatorEnd(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t' or ':' or '=' or '-' or '–' or '—' or '→' or '>' or ',')
        {
            position++;
        }

        return position;
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
