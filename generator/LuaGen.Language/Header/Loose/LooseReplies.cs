using LuaGen.Language.HeaderTypes;

namespace LuaGen.Language.Header.Loose;

/// <summary>Reads a line about the reply in another form than <c>RETURNS</c> and a type.</summary>
internal sealed class LooseReplies
{
    private readonly ReplyKeyword _keyword;
    private readonly HeaderLine _line;
    private readonly ReplyTypes _types;

    private LooseReplies(ReplyKeyword keyword) => (_keyword, _line, _types) = (keyword, keyword.Line, new ReplyTypes(keyword.Line));

    public ReplyReading Reading { get; private set; }

    /// <summary>The declaration, if the line is one; the first of its readings, if it has two.</summary>
    public ReplyDeclaration? Declaration { get; private set; }

    /// <summary>The line without the keyword.</summary>
    public string Text => _line.Text.Substring(_keyword.End).Trim();

    /// <summary>Whether text may follow the keyword, so that the line is about the reply even in a script without a header.</summary>
    public bool IsOpen => _keyword.IsOpen;

    /// <param name="line">The line.</param>
    /// <param name="isSentence">Whether the lines around it make it a part of a sentence.</param>
    public static LooseReplies? Read(HeaderLine line, bool isSentence)
    {
        if (ReplyKeyword.Read(line, isSentence) is not { } keyword)
        {
            return null;
        }

        var reply = new LooseReplies(keyword);
        reply.Read();
        return reply;
    }

    private void Read()
    {
        var position = _keyword.End;
        var name = TakeName(ref position);
        if (_types.At(position) is not var (type, end))
        {
            Reading = name is null ? ReadingWithoutType(position) : _keyword.IsUpper ? ReplyReading.Unknown : ReplyReading.Prose;
            return;
        }

        var rest = _line.Text.Substring(end);
        var text = Separators.TextAfter(rest);
        Declaration = new ReplyDeclaration(_line.Span, _keyword.IsNullable, name, type, text);
        var isAlone = rest.Trim(' ', '\t', '.').Length == 0;
        if (isAlone && IsHeading(type, position))
        {
            return;
        }

        Reading = isAlone || (_keyword.IsOpen && (Separators.IsGap(rest) || !LooseTypes.IsWord(type) || IsBeforeText(rest)))
            ? NamesSecondType(rest) ? ReplyReading.Ambiguous : ReplyReading.Declared
            : _keyword.IsUpper ? ReplyReading.Ambiguous
            : ReplyReading.Prose;
    }

    /// <summary><c>Return value</c>, <c>return result</c>: a heading, or code that is commented out.</summary>
    private bool IsHeading(TypeSyntax type, int position) =>
        _keyword.IsSingular && LooseTypes.IsWord(type) && (_keyword.IsUpper ? _line.Text.Skip(position).All(char.IsUpper) : !_keyword.IsOpen);

    /// <summary><c>left : long</c>, <c>left long</c></summary>
    private FieldName? TakeName(ref int position)
    {
        var scanner = new HeaderScanner(_line) { Position = position };
        if (scanner.TryTakeName() is not { } name)
        {
            return null;
        }

        var span = scanner.SpanFrom(position);
        var after = Separators.SkipSpaces(_line.Text, scanner.Position);
        if (TypeSpelling.IsTypeName(name))
        {
            // "value: long the count" names an element, "bool: true when taken" is a type.
            var isName = after < _line.Text.Length && _line.Text[after] == ':'
                && _types.At(Separators.SkipSpaces(_line.Text, after + 1)) is var (element, _) && !LooseTypes.IsWord(element);
            if (!isName)
            {
                return null;
            }
        }

        if (after < _line.Text.Length && _line.Text[after] == ':' && _types.At(Separators.SkipSpaces(_line.Text, after + 1)) is not null)
        {
            position = Separators.SkipSpaces(_line.Text, after + 1);
            return new FieldName(span, name);
        }

        if (_keyword.IsUpper && after > scanner.Position && LooseTypes.Of(_line, after, _line.Text.Length, isReply: true) is { } type && !LooseTypes.IsWord(type) && type is not (EnumType or CodesType))
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
        if (TypeSpelling.IsWord(word) && _keyword.IsUpper && after.Length > 0)
        {
            return ReplyReading.Ambiguous;
        }

        // "List<string>", "bool | nothing", "{allowed, left}": clearly meant as a type.
        var isMeant = word.Length == 0 ? rest is ['{' or '[' or '<', ..] : after is ['<' or '[' or '|', ..] && !after.StartsWith("||", StringComparison.Ordinal);
        isMeant |= _keyword.IsOpen && after.Length == 0 && ForeignTypes.RemedyFor(word, isReply: true) is not null;
        return isMeant && (_keyword.IsOpen || after is ['<', ..]) ? ReplyReading.Unknown : _keyword.IsUpper ? ReplyReading.Documented : ReplyReading.Prose;
    }

    /// <summary>What may follow a type that is an English word: <c> - </c>, <c>,</c>, <c>:</c>, <c>(</c>.</summary>
    private static bool IsBeforeText(string rest) =>
        rest is [',' or ':' or '(', ..] or [' ', '(' or ':', ..] || Separators.IsDash(rest);

    /// <summary><c>long, string</c>: two values, or one and its description.</summary>
    private bool NamesSecondType(string rest)
    {
        if (rest is not [',', ..])
        {
            return false;
        }

        var start = Separators.SkipSpaces(_line.Text, _line.Text.Length - rest.Length + 1);
        return LooseTypes.At(_line, start, isReply: true) is var (_, end) && (end == _line.Text.Length || _line.Text[end] == ',');
    }
}
