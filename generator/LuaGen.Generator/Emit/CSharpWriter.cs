using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Emit;

/// <summary>Writes indented lines. Line ends are LF on every machine, so that the same script always gives the same bytes.</summary>
internal sealed class CSharpWriter
{
    private const int IndentSize = 4;

    /// <summary>A buffer that is larger than this is not reused.</summary>
    private const int MaxKept = 1 << 20;

    /// <summary>Classes are written one after another, so each thread reuses one buffer for all of them.</summary>
    [ThreadStatic]
    private static StringBuilder? _kept;

    private readonly StringBuilder _text = Take();

    public int Indent { get; set; }

    /// <summary>Writes a template; each line is indented, empty lines stay empty.</summary>
    public void Write(string template)
    {
        var start = 0;
        while (start <= template.Length)
        {
            var end = template.IndexOf('\n', start);
            end = end < 0 ? template.Length : end;
            if (end > start)
            {
                _text.Append(' ', Indent * IndentSize).Append(template, start, end - start);
            }

            _text.Append('\n');
            start = end + 1;
        }
    }

    /// <summary>Writes one line that is a part of a longer text.</summary>
    public void WriteLine(string prefix, string text, int start, int length)
    {
        _text.Append(' ', Indent * IndentSize).Append(prefix);
        if (length > 0)
        {
            _text.Append(' ').Append(text, start, length);
        }

        _text.Append('\n');
    }

    public void BlankLine() => _text.Append('\n');

    public void Open(string header)
    {
        Write(header);
        Write("{");
        Indent++;
    }

    public void Close(string end = "}")
    {
        Indent--;
        Write(end);
    }

    /// <summary>Returns the text and releases the buffer.</summary>
    public SourceText Complete()
    {
        // A long string would go to the large object heap; with a reader, the text is stored in chunks.
        var text = SourceText.From(new BuilderReader(_text), _text.Length, Encoding.UTF8);
        if (_text.Capacity <= MaxKept)
        {
            _kept = _text.Clear();
        }

        return text;
    }

    private static StringBuilder Take()
    {
        var kept = _kept ?? new StringBuilder(1 << 16);
        _kept = null;
        return kept;
    }
}
