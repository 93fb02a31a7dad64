using LuaGen.Language.HeaderTypes;

namespace LuaGen.Language.Header.Loose;

/// <summary>
/// Reads what follows an element in another form than the canonical one: a name, a type, a default and a text, in whatever
/// order people write them.
/// </summary>
internal sealed class LooseDescription
{
    private readonly HeaderLine _line;
    private readonly bool _isKey;
    private int _position;

    private LooseDescription(HeaderLine line, int start, bool isKey) => (_line, _position, _isKey) = (line, start, isKey);

    public string? Name { get; private set; }

    /// <summary>Whether the name comes from a phrase, which stays the text.</summary>
    public bool IsNamedByText { get; private set; }

    /// <summary>Whether a separator follows the name, so that the text is complete without it.</summary>
    public bool IsNamedByPlace { get; private set; } = true;

    public TypeSyntax? Type { get; private set; }

    public LiteralSyntax? Default { get; private set; }

    public string Text { get; private set; } = "";

    private string Source => _line.Text;

    private string Rest => Source.Substring(_position);

    /// <param name="line">The line, up to the end of the description.</param>
    /// <param name="start">The offset after the element and its separator.</param>
    /// <param name="isKey">Whether the element is a key, which has no type.</param>
    public static LooseDescription Read(HeaderLine line, int start, bool isKey)
    {
        var description = new LooseDescription(line, start, isKey);
        description.Read();
        description.FindNamedType(start);
        return description;
    }

    /// <summary>The declaration of an element that has this description.</summary>
    public LooseDeclaration Declare(bool isKey, int index, bool isRest) => new(_line, isKey, index, isRest, Name, Type, Default, Text)
    {
        IsNamedByText = IsNamedByText,
        Separator = IsNamedByPlace ? ": " : " ",
    };

    private void Read()
    {
        SkipSpaces();
        SkipOptional();
        TakeBracketedType();
        TakeLeadingType();
        if (TakeBracketedDescription())
        {
            return;
        }

        if (_isKey && LooseWords.NameOfPattern(Rest) is { } part)
        {
            (Name, IsNamedByText, Text) = (part, true, Clean(Rest));
            return;
        }

        if (LooseWords.IsDefinition(Rest) || (!TakeQuotedName() && !TakeWordName()))
        {
            var phrase = LooseWords.IsDefinition(Rest) ? Rest.Substring(Rest.IndexOf(' ') + 1) : Rest;
            Name = LooseWords.NameOf(phrase);
            IsNamedByText = true;
            FindBracketedType();
            Text = Clean(phrase);
        }
    }

    /// <summary><c>(lock)</c>, <c>(ttl, in milliseconds)</c>: all that follows the element.</summary>
    private bool TakeBracketedDescription()
    {
        var text = Rest.TrimEnd('.', ',', ';', ' ');
        if (text.Length < 3 || text[0] != '(' || text.IndexOf(')') != text.Length - 1)
        {
            return false;
        }

        var inner = Read(_line.Part(_position + 1, _position + text.Length - 1), 0, _isKey);
        if (inner.Name is null)
        {
            return false;
        }

        (Name, IsNamedByText, IsNamedByPlace, Type, Default, Text) = (inner.Name, inner.IsNamedByText, inner.IsNamedByPlace, Type ?? inner.Type, inner.Default, inner.Text);
        return true;
    }

    /// <summary><c>'wait', the list</c></summary>
    private bool TakeQuotedName()
    {
        if (_position == Source.Length || Source[_position] is not ('\'' or '"' or '`'))
        {
            return false;
        }

        var close = Source.IndexOf(Source[_position], _position + 1);
        var name = close < 0 ? "" : Source.Substring(_position + 1, close - _position - 1);
        if (!HeaderText.IsName(Identifiers.Camel(name)) || name.Length > 64)
        {
            return false;
        }

        Name = name;
        _position = close + 1;
        TakeAfterName();
        return true;
    }

    /// <summary>A word that is the name by what follows it or by its form.</summary>
    private bool TakeWordName()
    {
        var start = _position;
        var word = TakeWord();
        if (word is null || LooseWords.IsArticle(word) || LooseWords.IsReference(word, LooseWords.Split(Rest).FirstOrDefault() ?? ""))
        {
            _position = start;
            return false;
        }

        IsNamedByPlace = IsNameByPlace() || IsBeforeType();
        if (IsNamedByPlace || LooseWords.IsIdentifier(word) || IsBeforeArticle())
        {
            Name = word;
            TakeAfterName();
            return true;
        }

        _position = start;
        return false;
    }

    /// <summary>Whether the position is one that only follows a name: the end, a gap, or a separator.</summary>
    private bool IsNameByPlace()
    {
        if (_position == Source.Length)
        {
            return true;
        }

        var rest = Rest;
        return rest[0] is ',' or ':' or '=' or '(' or '|'
            || rest is [' ', ':' or '=' or '(' or '[' or '{' or ',' or '|', ..]
            || Separators.IsGap(rest)
            || Separators.IsDash(rest);
    }

    /// <summary><c>lock the lock key</c></summary>
    private bool IsBeforeArticle()
    {
        var words = LooseWords.Split(Rest);
        return words.Length > 1 && LooseWords.IsArticle(words[0]);
    }

    /// <summary><c>quantity int</c>: the type is all that follows, and is not an English word.</summary>
    private bool IsBeforeType() =>
        !_isKey && _position + 1 < Source.Length && Source[_position] == ' '
        && LooseTypes.Of(_line, _position + 1, Source.Length, isReply: false) is { } type && !LooseTypes.IsWord(type);

    /// <summary><c>: int units</c>, <c> (int)</c>, <c> = 10</c>, <c> - the text</c></summary>
    private void TakeAfterName()
    {
        SkipSpaces();
        if (TryTake(':'))
        {
            SkipSpaces();
            TakeType();
        }
        else if (!TakeBracketedType() && !_isKey && LooseTypes.Of(_line, _position, Source.Length, isReply: false) is { } type && !LooseTypes.IsWord(type))
        {
            Type ??= type;
            _position = Source.Length;
        }

        var start = _position;
        SkipSpaces();
        if (TryTake('='))
        {
            SkipSpaces();
            if (!_isKey && LooseTypes.LiteralAt(_line, _position) is var (literal, end) && (end == Source.Length || Source[end] is ' ' or '\t' or ',' or ';' or '.'))
            {
                (Default, _position) = (literal, end);
            }
        }
        else
        {
            _position = start;
        }

        Text = Clean(Rest);
    }

    /// <summary>After the colon the first word is the type if it is one, whatever follows.</summary>
    private void TakeType()
    {
        if (!_isKey && LooseTypes.At(_line, _position, isReply: false, allowsDuration: true) is var (type, end))
        {
            Type ??= type;
            _position = end;
        }
    }

    /// <summary><c>int quantity</c></summary>
    private void TakeLeadingType()
    {
        if (!_isKey && Type is null && LooseTypes.At(_line, _position, isReply: false) is var (type, end) && !LooseTypes.IsWord(type) && type is not EnumType
            && end + 1 < Source.Length && Source[end] is ' ' or ':' && char.IsLetter(Source.Substring(end + 1).TrimStart().FirstOrDefault()))
        {
            Type = type;
            _position = end + 1;
            SkipSpaces();
        }
    }

    /// <summary><c>(int)</c>, <c>[int]</c>, <c>{int}</c></summary>
    private bool TakeBracketedType()
    {
        if (_isKey || _position == Source.Length || CloserOf(Source[_position]) is not { } closer)
        {
            return false;
        }

        var close = Source.IndexOf(closer, _position);
        if (close < 0 || LooseTypes.Of(_line, _position + 1, close, isReply: false) is not { } type)
        {
            return false;
        }

        Type ??= type;
        _position = close + 1;
        SkipSpaces();
        return true;
    }

    /// <summary><c>the amount (int)</c></summary>
    private void FindBracketedType()
    {
        var open = Source.IndexOf('(', _position);
        var close = open < 0 ? -1 : Source.IndexOf(')', open);
        if (!_isKey && close > 0)
        {
            Type ??= LooseTypes.Of(_line, open + 1, close, isReply: false);
        }
    }

    /// <summary><c>the amount, type: int</c></summary>
    private void FindNamedType(int start)
    {
        const string Label = "type: ";
        var label = _isKey || Type is not null ? -1 : Source.IndexOf(Label, start, StringComparison.OrdinalIgnoreCase);
        if (label > 0 && !char.IsLetterOrDigit(Source[label - 1]) && LooseTypes.At(_line, label + Label.Length, isReply: false) is var (type, end)
            && (end == Source.Length || Source[end] is ',' or ')' or ']' or ';' or '.'))
        {
            Type = type;
        }
    }

    private void SkipOptional()
    {
        if (Rest.StartsWith("(optional)", StringComparison.OrdinalIgnoreCase) || Rest.StartsWith("[optional]", StringComparison.OrdinalIgnoreCase))
        {
            _position += "(optional)".Length;
            SkipSpaces();
        }
    }

    private string? TakeWord()
    {
        var start = _position;
        while (_position < Source.Length && Source[_position] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or (>= '0' and <= '9'))
        {
            _position++;
        }

        var word = Source.Substring(start, _position - start);
        return HeaderText.IsName(word) ? word : null;
    }

    private bool TryTake(char c)
    {
        if (_position == Source.Length || Source[_position] != c)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void SkipSpaces() => _position = Separators.SkipSpaces(Source, _position);

    private static char? CloserOf(char opener) => opener switch
    {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        _ => null,
    };

    /// <summary>The text without the separators around it.</summary>
    private static string Clean(string text) => text.Trim().TrimStart(',', ':', ';', '-', '–', '—', '=', '|', ' ').TrimEnd(',', ';', '|', ' ');
}
