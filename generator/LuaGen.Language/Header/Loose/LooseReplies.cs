using LuaGen.Language.HeaderTypes;

namespace LuaGen.Language.Header.Loose;

/// <summary>What a line about the reply means.</summary>
internal enum ReplyReading
{
    /// <summary>The line is not about the reply, or only a sentence about it.</summary>
    Prose,

    /// <summary>The line declares the reply.</summary>
    Declared,

    /// <summary>The line documents the reply: <c>RETURNS the number of members</c>.</summary>
    Documented,

    /// <summary>The line can be a type and a sentence: <c>RETURNS value of the counter</c>.</summary>
    Ambiguous,

    /// <summary>The line names something that is not a type: <c>RETURNS List&lt;string&gt;</c>.</summary>
    Unknown,
}

/// <summary>Reads a line about the reply in another form than <c>RETURNS</c> and a type.</summary>
internal sealed class LooseReplies
{
    private static readonly string[] Joiners = [", or ", " or ", ", ", " | ", "|", " / ", "/"];

    private readonly HeaderLine _line;

    /// <summary>Whether the keyword is written so that text may follow the type.</summary>
    private readonly bool _isOpen;
    private readonly bool _isUpper;
    private readonly bool _isNullable;
    private readonly int _start;

    /// <summary>Whether the keyword is <c>return</c>.</summary>
    private readonly bool _isSingular;

    private LooseReplies(HeaderLine line, int start, bool isUpper, bool isOpen, bool isSingular, bool isNullable) =>
        (_line, _start, _isUpper, _isOpen, _isSingular, _isNullable) = (line, start, isUpper, isOpen, isSingular, isNullable);

    public ReplyReading Reading { get; private set; }

    /// <summary>The declaration, if the line is one; the first of its readings, if it has two.</summary>
    public ReplyDeclaration? Declaration { get; private set; }

    /// <summary>The line without the keyword.</summary>
    public string Text => _line.Text.Substring(_start).Trim();

    /// <summary>Whether text may follow the keyword, so that the line is about the reply even in a script without a header.</summary>
    public bool IsOpen => _isOpen;

    /// <param name="line">The line.</param>
    /// <param name="isSentence">Whether the lines around it make it a part of a sentence.</param>
    public static LooseReplies? Read(HeaderLine line, bool isSentence)
    {
        var text = line.Text;
        var position = text.StartsWith("@", StringComparison.Ordinal) ? 1 : 0;
        var end = position;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        var keyword = text.Substring(position, end - position);
        if (!keyword.Equals("returns", StringComparison.OrdinalIgnoreCase) && !keyword.Equals("return", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var isUpper = keyword.All(char.IsUpper);
        end = ValueEnd(text, end);
        var isNullable = end < text.Length && text[end] == '?';
        end += isNullable ? 1 : 0;
        var start = SkipSpaces(text, end);
        var hasColon = start < text.Length && text[start] is ':' or '=' or '-' or '–' or '—';
        start = hasColon ? SkipSpaces(text, start + 1) : start;
        if (start == text.Length || start == end || (!isUpper && position == 0 && isSentence))
        {
            return null;
        }

        if (text[start] == '{' && text.IndexOf('}', start) is var close && close > start + 1 && text.Skip(start + 1).Take(close - start - 1).All(char.IsLetterOrDigit))
        {
            // "@returns {number} the count", as JSDoc writes it.
            line = line with { Text = text.Remove(close, 1).Insert(close, " ").Remove(start, 1).Insert(start, " ") };
            start++;
        }

        var isOpen = isUpper || position == 1 || (hasColon && char.IsUpper(keyword[0]));
        var reply = new LooseReplies(line, start, isUpper, isOpen, isSingular: keyword.Length == "return".Length && !hasColon, isNullable);
        reply.Read();
        return reply;
    }

    /// <summary><c>RETURN VALUE: the item</c>: the keyword is two words.</summary>
    private static int ValueEnd(string text, int end)
    {
        foreach (var word in new[] { " values:", " value:" })
        {
            if (string.Compare(text, end, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return end + word.Length - 1;
            }
        }

        return end;
    }

    private void Read()
    {
        var position = _start;
        var name = TakeName(ref position);
        if (ReadType(position) is not var (type, end))
        {
            Reading = name is null ? ReadingWithoutType(position) : _isUpper ? ReplyReading.Unknown : ReplyReading.Prose;
            return;
        }

        var rest = _line.Text.Substring(end);
        var text = rest.Trim().TrimStart(',', ':', ';', '-', '–', '—', ' ').Trim();
        Declaration = new ReplyDeclaration(_line.Span, _isNullable, name, type, text);
        var isAlone = rest.Trim(' ', '\t', '.').Length == 0;
        if (isAlone && IsHeading(type, position))
        {
            return;
        }

        Reading = isAlone || (_isOpen && (IsGap(rest) || !LooseTypes.IsWord(type) || IsBeforeText(rest)))
            ? NamesSecondType(rest) ? ReplyReading.Ambiguous : ReplyReading.Declared
            : _isUpper ? ReplyReading.Ambiguous
            : ReplyReading.Prose;
    }

    /// <summary><c>Return value</c>, <c>return result</c>: a heading, or code that is commented out.</summary>
    private bool IsHeading(TypeSyntax type, int position) =>
        _isSingular && LooseTypes.IsWord(type) && (_isUpper ? _line.Text.Skip(position).All(char.IsUpper) : !_isOpen);

    /// <summary><c>left : long</c>, <c>left long</c></summary>
    private FieldName? TakeName(ref int position)
    {
        var scanner = new HeaderScanner(_line) { Position = position };
        if (scanner.TryTakeName() is not { } name)
        {
            return null;
        }

        var span = scanner.SpanFrom(position);
        var after = SkipSpaces(_line.Text, scanner.Position);
        if (TypeSpelling.IsTypeName(name))
        {
            // "value: long the count" names an element, "bool: true when taken" is a type.
            var isName = after < _line.Text.Length && _line.Text[after] == ':'
                && ReadType(SkipSpaces(_line.Text, after + 1)) is var (element, _) && !LooseTypes.IsWord(element);
            if (!isName)
            {
                return null;
            }
        }

        if (after < _line.Text.Length && _line.Text[after] == ':' && ReadType(SkipSpaces(_line.Text, after + 1)) is not null)
        {
            position = SkipSpaces(_line.Text, after + 1);
            return new FieldName(span, name);
        }

        if (_isUpper && after > scanner.Position && LooseTypes.Of(_line, after, _line.Text.Length, isReply: true) is { } type && !LooseTypes.IsWord(type) && type is not (EnumType or CodesType))
        {
            position = after;
            return new FieldName(span, name);
        }

        return null;
    }

    private ReplyReading ReadingWithoutType(int position)
    {
        var rest = _line.Text.Substring(position);
        var word = new string([.. rest.TakeWhile(c => char.IsLetterOrDigit(c) || c is '_' or '.')]);
        var after = rest.Substring(word.Length).TrimStart();
        if (TypeSpelling.IsWord(word) && _isUpper && after.Length > 0)
        {
            return ReplyReading.Ambiguous;
        }

        // "List<string>", "bool | nothing", "{allowed, left}": clearly meant as a type.
        var isMeant = word.Length == 0 ? rest is ['{' or '[' or '<', ..] : after is ['<' or '[' or '|', ..] && !after.StartsWith("||", StringComparison.Ordinal);
        isMeant |= _isOpen && after.Length == 0 && ForeignTypes.RemedyFor(word, isReply: true) is not null;
        return isMeant && (_isOpen || after is ['<', ..]) ? ReplyReading.Unknown : _isUpper ? ReplyReading.Documented : ReplyReading.Prose;
    }

    /// <summary>A type with all that can belong to it: <c>'A' or 'B'</c>, <c>Acquired=1, Busy=0</c>, <c>string or nil</c>.</summary>
    private (TypeSyntax Type, int End)? ReadType(int position)
    {
        var read = ReadQuoted(position) ?? LooseTypes.At(_line, position, isReply: true);
        if (read is not var (type, end))
        {
            return null;
        }

        if (type is CodesType codes)
        {
            (type, end) = MoreCodes(codes, end);
        }

        if (!HasDistinctMembers(type))
        {
            return null;
        }

        return EndOfNil(end) is { } nilEnd && type is not (NullableType or NamedType { Type.Reply.CSharp: null }) ? (new NullableType(type.Span, type), nilEnd) : (type, end);
    }

    /// <summary>Whether the values of an enum have names in C#, each of them once; otherwise they are examples in a sentence.</summary>
    private static bool HasDistinctMembers(TypeSyntax type)
    {
        var (names, values) = type switch
        {
            EnumType literals => (literals.Literals.Select(literal => literal.Length == 0 ? "Empty" : Identifiers.Member(literal)).ToList(), literals.Literals.ToList()),
            CodesType codes => (codes.Codes.Select(code => Identifiers.Member(code.Name)).ToList(), codes.Codes.Select(code => code.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList()),
            _ => ([], []),
        };
        return names.All(name => name.Length > 0) && names.Distinct().Count() == names.Count && values.Distinct().Count() == values.Count;
    }

    private (TypeSyntax Type, int End)? ReadQuoted(int position)
    {
        var literals = new List<string>();
        var start = position;
        var end = position;
        while (QuotedAt(position) is var (literal, literalEnd))
        {
            if (!literals.Contains(literal))
            {
                literals.Add(literal);
            }

            end = literalEnd;
            position = JoinerEnd(literalEnd);
        }

        return literals.Count == 0 ? null : (new EnumType(SourceSpan.FromBounds(_line.Start + start, _line.Start + end), literals.ToEquatableArray()), end);
    }

    private (string Value, int End)? QuotedAt(int position)
    {
        var scanner = new HeaderScanner(_line) { Position = position };
        if (scanner.TryTakeQuoted() is { } quoted)
        {
            return (quoted, scanner.Position);
        }

        var close = position < _line.Text.Length && _line.Text[position] == '"' ? _line.Text.IndexOf('"', position + 1) : -1;
        return close < 0 ? null : (_line.Text.Substring(position + 1, close - position - 1), close + 1);
    }

    private (TypeSyntax Type, int End) MoreCodes(CodesType codes, int end)
    {
        var all = codes.Codes.ToList();
        while (JoinerEnd(end) is var next && next > end && LooseTypes.At(_line, next, isReply: true) is (CodesType more, var moreEnd))
        {
            all.AddRange(more.Codes);
            end = moreEnd;
        }

        return (new CodesType(codes.Span, all.ToEquatableArray()), end);
    }

    /// <summary>The offset after a joiner of values; the position itself if there is none.</summary>
    private int JoinerEnd(int position)
    {
        var joiner = Joiners.FirstOrDefault(candidate => string.CompareOrdinal(_line.Text, position, candidate, 0, candidate.Length) == 0);
        return joiner is null ? position : SkipSpaces(_line.Text, position + joiner.Length);
    }

    /// <summary>The offset after <c>or nil</c>, <c>| null</c>.</summary>
    private int? EndOfNil(int position)
    {
        var next = JoinerEnd(position);
        if (next == position)
        {
            return null;
        }

        var word = new HeaderScanner(_line) { Position = next };
        return word.TryTakeName() is "nil" or "null" ? word.Position : null;
    }

    private static bool IsGap(string rest) => rest is ['\t', ..] || rest.StartsWith("  ", StringComparison.Ordinal);

    /// <summary>What may follow a type that is an English word: <c> - </c>, <c>,</c>, <c>:</c>, <c>(</c>.</summary>
    private static bool IsBeforeText(string rest) =>
        rest is [',' or ':' or '(', ..] or [' ', '(' or ':', ..] or [' ', '-' or '–' or '—', ' ', ..] || rest.StartsWith(" -- ", StringComparison.Ordinal);

    /// <summary><c>long, string</c>: two values, or one and its description.</summary>
    private bool NamesSecondType(string rest)
    {
        if (rest is not [',', ..])
        {
            return false;
        }

        var start = SkipSpaces(_line.Text, _line.Text.Length - rest.Length + 1);
        return LooseTypes.At(_line, start, isReply: true) is var (_, end) && (end == _line.Text.Length || _line.Text[end] == ',');
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
