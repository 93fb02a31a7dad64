namespace LuaGen.Language.Header.Loose;

/// <summary>The keys and arguments that one line declares in another form than the canonical one.</summary>
internal sealed class LooseElements
{
    /// <summary>The part of a text that decides whether it is a sentence.</summary>
    private const int MaxSentence = 160;

    private static readonly string[] RangeMarks = ["...", "..", "…", "-", "–", "to "];

    private readonly HeaderLine _line;
    private readonly List<LooseDeclaration> _declarations = [];

    private LooseElements(HeaderLine line) => _line = line;

    /// <summary>What the line declares; empty for prose.</summary>
    public IReadOnlyList<LooseDeclaration> Declarations => _declarations;

    /// <summary>The place of an index that is not one: <c>KEYS[x] stock</c>.</summary>
    public SourceSpan? BadIndex { get; private set; }

    /// <summary>Whether <see cref="BadIndex"/> is a range whose elements have no names of their own: <c>KEYS[1]..KEYS[3]: the counters</c>.</summary>
    public bool IsRange { get; private set; }

    /// <summary>The list that goes on in the next line, because this one ends with a comma.</summary>
    public LooseList? OpenList { get; private set; }

    private string Text => _line.Text;

    public static LooseElements Read(HeaderLine line)
    {
        var elements = new LooseElements(line);
        var start = Separators.BulletEnd(line.Text);
        if (LooseIndex.At(line.Text, start) is { } first)
        {
            elements.ReadFrom(first, start);
        }
        else if (LooseTags.Before(line, start) is { } tag)
        {
            elements.ReadFrom(tag.Element, start);
            elements.SetType(tag.Type);
        }
        else
        {
            elements.AddList(LooseList.Read(line, start));
        }

        return elements;
    }

    /// <summary>Whether the line begins with an element and a separator, so that it declares one even where it could continue another.</summary>
    public static bool Begins(HeaderLine line) =>
        LooseIndex.At(line.Text, Separators.BulletEnd(line.Text)) is { Index: not null } index && Separators.EndOf(line.Text, index.End) > index.End && Separators.IsAt(line.Text, index.End);

    /// <summary><c>KEYS[1] = a, KEYS[2] = b</c></summary>
    /// <param name="start">The offset of the tag or type before the first element, or of that element.</param>
    private void ReadFrom(LooseIndex first, int start)
    {
        for (LooseIndex? current = first; current is { } index && _declarations.Count < LooseList.MaxElements;)
        {
            if (RangeAt(index) is var (last, rangeEnd))
            {
                ReadRange(index, last, rangeEnd);
                return;
            }

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
            var partStart = index == first ? start : index.Start;
            var part = _line.Part(partStart, next?.Start is { } partEnd ? TrimmedEnd(partStart, partEnd) : Text.Length);
            var description = LooseDescription.Read(part, Separators.EndOf(part.Text, end - partStart), index.IsKey);
            foreach (var each in shared)
            {
                // One description of several elements names none of them.
                var declaration = description.Declare(each.IsKey, each.Index!.Value, each.IsRest);
                _declarations.Add(shared.Count == 1 ? declaration : declaration with { Name = null, IsNamedByText = true });
            }

            current = next;
        }
    }

    /// <summary><c>ARGV[1-3]</c>, <c>KEYS[1]..KEYS[3]</c>, <c>KEYS[1] to KEYS[3]</c>, each before a colon: the last index, and the offset after it.</summary>
    private (int Last, int End)? RangeAt(LooseIndex index)
    {
        if (index.Last is { } written)
        {
            return IsDeclaration(index.End) ? (written, index.End) : null;
        }

        var position = Separators.SkipSpaces(Text, index.End);
        var mark = RangeMarks.FirstOrDefault(each => string.CompareOrdinal(Text, position, each, 0, each.Length) == 0);
        return mark is not null && LooseIndex.At(Text, Separators.SkipSpaces(Text, position + mark.Length)) is { Index: { } last, End: var end } other && other.IsKey == index.IsKey
            && last > index.Index && Separators.IsAt(Text, end)
            ? (last, end)
            : null;
    }

    /// <summary><c>ARGV[1-3]: tokens, now, rate</c></summary>
    private void ReadRange(LooseIndex first, int last, int end)
    {
        var list = LooseList.Of(_line, Separators.EndOf(Text, end), first.IsKey, first.Index!.Value);
        if (list.Declarations.Count == last - first.Index + 1)
        {
            _declarations.AddRange(list.Declarations);
            return;
        }

        (BadIndex, IsRange) = (SourceSpan.FromBounds(_line.Start + first.Start, _line.Start + end), true);
        _declarations.Clear();
    }

    private void AddList(LooseList list)
    {
        _declarations.AddRange(list.Declarations);
        OpenList = list.IsOpen ? list : null;
    }

    /// <summary>Gives the argument of the line the type of its tag.</summary>
    private void SetType(TypeSyntax? type)
    {
        if (type is not null && _declarations is [{ IsKey: false, Type: null } only])
        {
            _declarations[0] = only with { Type = type };
        }
    }

    /// <summary><c>KEYS[1 stock</c></summary>
    private bool IsUnclosed(LooseIndex index) => index.Index is null && index.End == Text.Length && Text[Text.Length - 1] != ']';

    /// <summary><c>KEYS[1], KEYS[2]: the two accounts</c>: several elements with one description.</summary>
    private List<LooseIndex> JointIndexes(LooseIndex first, out int end)
    {
        var indexes = new List<LooseIndex> { first };
        end = first.End;
        while (indexes.Count < LooseList.MaxElements && LooseIndex.At(Text, JoinerEnd(end)) is { } next && JoinerEnd(end) > end)
        {
            indexes.Add(next);
            end = next.End;
        }

        return indexes;
    }

    private int JoinerEnd(int position)
    {
        var end = Separators.SkipSpaces(Text, position);
        if (end < Text.Length && Text[end] is ',' or '/' or '&')
        {
            return Separators.SkipSpaces(Text, end + 1);
        }

        return string.CompareOrdinal(Text, end, "and ", 0, 4) == 0 && end > position ? Separators.SkipSpaces(Text, end + 4) : position;
    }

    /// <summary>Whether what follows an element describes it, instead of going on as a sentence.</summary>
    private bool IsDeclaration(int end)
    {
        if (IsNamedAfterComma(end))
        {
            return true;
        }

        if (Separators.IsAt(Text, end))
        {
            // "KEYS[1] - KEYS[2] must be empty" is a sentence.
            var description = Separators.EndOf(Text, end);
            return !LooseWords.IsCode(Text, Separators.SkipSpaces(Text, end), description)
                && !(LooseIndex.At(Text, description) is { Index: not null } other && LooseWords.GoesOn(Excerpt(Separators.SkipSpaces(Text, other.End))));
        }

        // "KEYS[1]'s value", "KEYS[1].field", "KEYS[1]) …": not followed by a space.
        var position = Separators.SkipSpaces(Text, end);
        if (position < Text.Length && !char.IsLetterOrDigit(Text[position]) && Text[position] is not ('\'' or '"' or '`' or '_' or '(' or '[' or '{'))
        {
            // "KEYS[1] .. ':log'", "ARGV[1] > 0 means …"
            return false;
        }

        return position == Text.Length ? end == Text.Length && _declarations.Count == 0 && Separators.BulletEnd(Text) + 8 >= Text.Length
            : position > end && LooseIndex.At(Text, position) is null && !LooseWords.IsSentence(Excerpt(position)) && !LooseWords.IsAboutElement(Excerpt(position));
    }

    private string Excerpt(int start) => Text.Substring(start, Math.Min(MaxSentence, Text.Length - start));

    /// <summary><c>KEYS[1], the lock key</c>, and nothing else: a longer text may be a sentence.</summary>
    private bool IsNamedAfterComma(int end)
    {
        const int MaxLength = 60;
        if (end >= Text.Length || Text[end] != ',' || Text.Length - end > MaxLength)
        {
            return false;
        }

        var words = LooseWords.Split(Text.Substring(end + 1).TrimEnd('.', ' '));
        return words.Length is > 1 and < 5 && LooseWords.IsArticle(words[0]) && words.All(word => word.All(char.IsLetterOrDigit));
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

        return before > 0 && (Text[before - 1] is ',' or ';' or '|' or '\t' || start - before >= 2 || IsAfterOneName(before) || (before >= 4 && string.CompareOrdinal(Text, before - 4, " and", 0, 4) == 0 && Separators.IsAt(Text, LooseIndex.At(Text, start)!.Value.End)));
    }

    /// <summary><c>ARGV[1] owner ARGV[2] ttl</c>: one word between two elements is the name of the first.</summary>
    private bool IsAfterOneName(int end)
    {
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(Text[start - 1]) || Text[start - 1] == '_'))
        {
            start--;
        }

        return start < end && start > 1 && Text[start - 1] == ' ' && Text[start - 2] == ']' && HeaderText.IsName(Text.Substring(start, end - start)) && !LooseWords.IsSentence(Text.Substring(start, Math.Min(MaxSentence, Text.Length - start)));
    }

    /// <summary>The end of a part, without the comma or the word that joins it to the next one.</summary>
    private int TrimmedEnd(int start, int end)
    {
        var text = Text.Substring(start, end - start).TrimEnd(' ', ',', ';', '|', '\t');
        return start + (text.EndsWith(" and", StringComparison.Ordinal) ? text.Substring(0, text.Length - 4).TrimEnd(' ', ',') : text).Length;
    }
}
