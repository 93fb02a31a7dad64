using System.Text;

namespace LuaGen.Generator.Emit;

/// <summary>Writes lines at an indentation. Line ends are LF on every machine, so that the same script gives the same bytes.</summary>
internal sealed class CSharpWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();

    public int Indent { get; set; }

    /// <summary>Writes a template; each of its lines gets the indentation, empty ones stay empty.</summary>
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

    public override string ToString() => _text.ToString();
}
