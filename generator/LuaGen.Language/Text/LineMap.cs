namespace LuaGen.Language.Text;

/// <summary>
/// Maps offsets to lines and columns, with Lua's line ends: LFCR is one line end, and U+2028 is not a line end. The
/// line table is built on first use, because most scripts have no findings.
/// </summary>
internal sealed class LineMap(string text)
{
    private int[]? _starts;

    /// <summary>The zero-based line and column of an offset.</summary>
    public SourcePosition GetPosition(int offset)
    {
        _starts ??= FindStarts(text);
        var index = Array.BinarySearch(_starts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new SourcePosition(line, offset - _starts[line]);
    }

    /// <summary>The number of lines.</summary>
    public int Count => (_starts ??= FindStarts(text)).Length;

    /// <summary>Where a line begins, which is counted from 0.</summary>
    public int GetStart(int line) => (_starts ??= FindStarts(text))[line];

    private static int[] FindStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length;)
        {
            if (Characters.IsLineEnd(text[i]))
            {
                i = ScriptText.EndOfLineEnd(text, i);
                starts.Add(i);
            }
            else
            {
                i++;
            }
        }

        return [.. starts];
    }
}
