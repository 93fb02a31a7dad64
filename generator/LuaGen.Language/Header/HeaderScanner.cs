using System.Text;

namespace LuaGen.Language.Header;

/// <summary>A cursor over one header line; scans the tokens of the grammar.</summary>
internal sealed class HeaderScanner(HeaderLine line)
{
    private readonly string _text = line.Text;

    public int Position { get; set; }

    public int Offset => line.Start + Position;

    public bool AtEnd => Position == _text.Length;

    /// <summary>At the end of the line, or at a gap: two spaces or a tab, which separate the text.</summary>
    public bool AtGap => AtEnd || Current == '\t' || (Current == ' ' && Next is ' ' or '\t');

    /// <summary>At <c>=</c>, which begins a default.</summary>
    public bool AtDefault => Current == '=' || (Current == ' ' && Next == '=');

    /// <summary>At a character that a type can begin with, or at the end, where one is missing.</summary>
    public bool AtTypeStart => AtEnd || Current is '\'' or '(' || IsNameStart(Current);

    private char Current => Position < _text.Length ? _text[Position] : '\0';

    private char Next => Position + 1 < _text.Length ? _text[Position + 1] : '\0';

    public SourceSpan SpanFrom(int start) => SourceSpan.FromBounds(line.Start + start, Offset);

    /// <summary>The span of the word at the position or after a space, for use in a finding.</summary>
    public SourceSpan SpanOfWord()
    {
        TryTake(" ");
        var end = Position;
        while (end < _text.Length && _text[end] is not (' ' or '\t' or ',' or ')'))
        {
            end++;
        }

        return new SourceSpan(Offset, Math.Max(end - Position, AtEnd ? 0 : 1));
    }

    public bool TryTake(string token)
    {
        if (string.CompareOrdinal(_text, Position, token, 0, token.Length) != 0)
        {
            return false;
        }

        Position += token.Length;
        return true;
    }

    /// <summary>Takes <paramref name="token"/> and single spaces around it; a gap is not consumed.</summary>
    public bool TryTakeSpaced(string token)
    {
        var start = Position;
        TryTake(" ");
        if (!AtGap && TryTake(token))
        {
            TryTake(" ");
            return true;
        }

        Position = start;
        return false;
    }

    /// <summary><c>[A-Za-z_][A-Za-z0-9_]*</c></summary>
    public string? TryTakeName()
    {
        if (!IsNameStart(Current))
        {
            return null;
        }

        var start = Position;
        while (IsNameStart(Current) || IsDigit(Current))
        {
            Position++;
        }

        return _text.Substring(start, Position - start);
    }

    /// <summary>The name of a C# type: <c>My.Order</c>, <c>List&lt;My.Order&gt;</c>, <c>My.Order[]</c>.</summary>
    public string? TryTakeCSharpType()
    {
        var start = Position;
        if (!TryTakeTypeName(isArgument: false))
        {
            Position = start;
            return null;
        }

        return _text.Substring(start, Position - start).Replace(" ", "").Replace(",", ", ");
    }

    public string? TryTakeDigits()
    {
        var start = Position;
        while (IsDigit(Current))
        {
            Position++;
        }

        return Position == start ? null : _text.Substring(start, Position - start);
    }

    /// <summary><c>-1.5e3</c>, as written; whether it fits its type is checked later.</summary>
    public string? TryTakeNumber()
    {
        var start = Position;
        TryTake("-");
        if (!IsDigit(Current))
        {
            Position = start;
            return null;
        }

        while (IsDigit(Current) || Current is '.' or 'e' or 'E' || (Current is '-' or '+' && _text[Position - 1] is 'e' or 'E'))
        {
            Position++;
        }

        return _text.Substring(start, Position - start);
    }

    /// <summary><c>'text'</c> with <c>\'</c> and <c>\\</c>.</summary>
    public string? TryTakeQuoted()
    {
        if (Current != '\'')
        {
            return null;
        }

        var start = Position++;
        var value = new StringBuilder();
        while (!AtEnd && Current != '\'')
        {
            if (Current == '\\' && Next is '\'' or '\\')
            {
                Position++;
            }

            value.Append(_text[Position++]);
        }

        if (AtEnd)
        {
            Position = start;
            return null;
        }

        Position++;
        return value.ToString();
    }

    /// <summary>The text after the gap.</summary>
    public string TakeRest()
    {
        var rest = _text.Substring(Position).Trim();
        Position = _text.Length;
        return rest;
    }

    /// <summary>A name with its type arguments and array brackets. Only a type argument can be nullable: the header says that of the whole.</summary>
    private bool TryTakeTypeName(bool isArgument)
    {
        do
        {
            if (TryTakeName() is null || !TryTakeTypeArguments())
            {
                return false;
            }
        }
        while (TryTake("."));

        do
        {
            if (isArgument)
            {
                TryTake("?");
            }
        }
        while (TryTake("[]"));
        return true;
    }

    /// <summary>Succeeds also where there are none.</summary>
    private bool TryTakeTypeArguments()
    {
        if (!TryTake("<"))
        {
            return true;
        }

        do
        {
            if (!TryTakeTypeName(isArgument: true))
            {
                return false;
            }
        }
        while (TryTakeSpaced(","));

        return TryTake(">");
    }

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
