using LuaGen.Tool.LanguageServer.Protocol;
using Range = LuaGen.Tool.LanguageServer.Protocol.Range;

namespace LuaGen.Tool.LanguageServer.Documents;

/// <summary>Maps offsets to positions of the protocol, whose line ends are LF, CRLF and CR: unlike Lua, it reads LFCR as two.</summary>
internal sealed class LineIndex
{
    private readonly int[] _starts;
    private readonly string _text;

    public LineIndex(string text)
    {
        _text = text;
        var starts = new List<int>(text.Length / 24) { 0 };
        for (var i = text.AsSpan().IndexOfAny('\r', '\n'); i >= 0;)
        {
            var next = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1;
            starts.Add(next);
            var further = text.AsSpan(next).IndexOfAny('\r', '\n');
            i = further < 0 ? -1 : next + further;
        }

        _starts = [.. starts];
    }

    public int Count => _starts.Length;

    public Position PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var index = Array.BinarySearch(_starts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new Position(line, offset - _starts[line]);
    }

    public Range RangeOf(SourceSpan span) => new(PositionOf(span.Start), PositionOf(span.End));

    /// <summary>The offset of a position; one after the end of its line is at that end, and one after the last line at the end of the text.</summary>
    public int OffsetOf(Position position)
    {
        if (position.Line >= _starts.Length)
        {
            return _text.Length;
        }

        return position.Line < 0 ? 0 : Math.Clamp((int)Math.Min((long)_starts[position.Line] + position.Character, EndOf(position.Line)), _starts[position.Line], EndOf(position.Line));
    }

    public SourceSpan SpanOf(Range range)
    {
        var (start, end) = (OffsetOf(range.Start), OffsetOf(range.End));
        return SourceSpan.FromBounds(Math.Min(start, end), Math.Max(start, end));
    }

    public int StartOf(int line) => _starts[line];

    /// <summary>The end of a line, before its line end.</summary>
    public int EndOf(int line)
    {
        if (line + 1 == _starts.Length)
        {
            return _text.Length;
        }

        var end = _starts[line + 1] - 1;
        return _text[end] == '\n' && end > _starts[line] && _text[end - 1] == '\r' ? end - 1 : end;
    }
}
