using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing;

/// <summary>The tokens of one argument.</summary>
internal sealed class FrameArgument
{
    private TokenKind _first;
    private string _text = "";
    private int _count;

    /// <summary>The offset of the first token; -1 if there is none.</summary>
    public int Start { get; private set; } = -1;

    /// <summary>The offset after the last token.</summary>
    public int End { get; private set; }

    /// <summary>The text, if the argument is one string or number.</summary>
    public string? Literal => _count == 1 && _first is TokenKind.String or TokenKind.Number ? _text : null;

    /// <summary>The name, if the argument is one name.</summary>
    public string? Name => _count == 1 && _first == TokenKind.Name ? _text : null;

    public void Add(in Token token, string text)
    {
        if (_count++ == 0)
        {
            (_first, Start) = (token.Kind, token.Start);
            _text = token.Kind == TokenKind.Number ? text.Substring(token.Start, token.End - token.Start) : token.Symbol?.Text ?? "";
        }

        End = token.End;
    }
}
