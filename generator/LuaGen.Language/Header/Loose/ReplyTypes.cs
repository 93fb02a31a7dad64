
namespace LuaGen.Language.Header.Loose;

/// <summary>Reads the types of a reply with all that can belong to them: <c>'A' or 'B'</c>, <c>Acquired=1, Busy=0</c>, <c>string or nil</c>.</summary>
internal readonly struct ReplyTypes(HeaderLine line)
{
    private static readonly string[] Joiners = [", or ", " or ", ", ", " | ", "|", " / ", "/"];

    private readonly HeaderLine _line = line;

    /// <summary>The type at a position, with the position after it; <see langword="null"/> if there is none that is known.</summary>
    public (TypeSyntax Type, int End)? At(int position)
    {
        var read = QuotedAt(position) ?? LooseTypes.At(_line, position, isReply: true);
        if (read is not var (type, end))
        {
            return null;
        }

        if (type is CodesType codes)
        {
            (type, end) = WithMoreCodes(codes, end);
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

    /// <summary><c>'A' or 'B'</c></summary>
    private (TypeSyntax Type, int End)? QuotedAt(int position)
    {
        var literals = new List<string>();
        var start = position;
        var end = position;
        while (LiteralAt(position) is var (literal, literalEnd))
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

    private (string Value, int End)? LiteralAt(int position)
    {
        var scanner = new HeaderScanner(_line) { Position = position };
        if (scanner.TryTakeQuoted() is { } quoted)
        {
            return (quoted, scanner.Position);
        }

        var close = position < _line.Text.Length && _line.Text[position] == '"' ? _line.Text.IndexOf('"', position + 1) : -1;
        return close < 0 ? null : (_line.Text.Substring(position + 1, close - position - 1), close + 1);
    }

    private (TypeSyntax Type, int End) WithMoreCodes(CodesType codes, int end)
    {
        var all = codes.Codes.ToList();
        while (JoinerEnd(end) is var next && next > end && LooseTypes.At(_line, next, isReply: true) is (CodesType more, var moreEnd))
        {
            all.AddRange(more.Codes);
            end = moreEnd;
        }

        return (new CodesType(codes.Span, all.ToEquatableArray()), end);
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

    /// <summary>The offset after a joiner of values; the position itself if there is none.</summary>
    private int JoinerEnd(int position)
    {
        var text = _line.Text;
        var joiner = Joiners.FirstOrDefault(candidate => string.CompareOrdinal(text, position, candidate, 0, candidate.Length) == 0);
        return joiner is null ? position : Separators.SkipSpaces(text, position + joiner.Length);
    }
}
