using System.Text;
using LuaGen.Generator.CallSites;
using LuaGen.Language.Fixing;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Creates a file from a script in a string: the text without the indentation of the C# code, and a header.</summary>
internal sealed class MovedText
{
    private readonly string _shebang;
    private readonly string _prose;
    private readonly string _code;

    private MovedText(string shebang, string prose, string code) => (_shebang, _prose, _code) = (shebang, prose, code);

    public static MovedText Of(string text)
    {
        text = WithoutIndentation(ScriptText.Normalize(text));
        var shebang = HeaderPlace.AfterShebang(text);
        var body = text.Substring(shebang).TrimStart('\n');
        var prose = HeaderPlace.AfterProse(body, 0);
        return new MovedText(text.Substring(0, shebang), body.Substring(0, prose), body.Substring(prose).Trim('\n'));
    }

    /// <summary>A text that C# composes of lines, each without a line end: <c>"a " + "b"</c>.</summary>
    public static MovedText Of(ScriptConstant script) => Of(ComposedLines.Of(script));

    /// <summary>Adds the C# comments above the string, if the script has no comment of its own.</summary>
    public MovedText ExplainedBy(IReadOnlyList<string> comments)
    {
        var prose = string.Concat(comments.Select(comment => $"-- {comment}\n"));
        return _prose.Length > 0 || HeaderPlace.AfterProse(prose, 0) < prose.Length ? this : new MovedText(_shebang, prose, _code);
    }

    /// <summary>The code alone.</summary>
    public MovedText WithoutHeader() => new(_shebang, "", Bare());

    /// <summary>The complete file. A comment at the start of the script describes it and therefore precedes the declarations.</summary>
    public string With(IEnumerable<string> declarations)
    {
        var text = new StringBuilder(_shebang).Append(_prose);
        if (_prose.Length > 0)
        {
            text.Append("--\n");
        }

        foreach (var declaration in declarations)
        {
            text.Append("-- ").Append(declaration).Append('\n');
        }

        // Without the blank line, a comment directly below would be read as part of the header.
        return text.Append(_code.StartsWith("--", StringComparison.Ordinal) ? "\n" : "").Append(_code).Append('\n').ToString();
    }

    /// <summary>Whether a file contains this script, whatever its header.</summary>
    public bool IsIn(string file)
    {
        var other = Of(file);
        return other._shebang == _shebang && other.Bare() == Bare();
    }

    private string Bare()
    {
        var start = 0;
        while (start < _code.Length && (_code[start] == '\n' || (HeaderPlace.IsLineComment(_code, start) && _code.IndexOf('\n', start) >= 0)))
        {
            start = _code[start] == '\n' ? start + 1 : _code.IndexOf('\n', start) + 1;
        }

        return _code.Substring(start);
    }

    /// <summary>Removing indentation would change multi-line strings, so a script that has one keeps its indentation.</summary>
    private static string WithoutIndentation(string text)
    {
        if (HasLongString(text))
        {
            return text;
        }

        var lines = text.Split('\n');
        var indentation = lines.Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart(' ', '\t').Length).DefaultIfEmpty(0).Min();
        for (var i = 0; i < lines.Length; i++)
        {
            var isCode = lines[i].Trim().Length > 0;
            lines[i] = !isCode ? "" : i == 0 ? lines[0].TrimStart(' ', '\t') : lines[i].Substring(indentation).TrimEnd(' ', '\t');
        }

        return string.Join("\n", lines);
    }

    private static bool HasLongString(string text)
    {
        var lexer = new Lexer(text, HeaderPlace.AfterShebang(text), new StringTable(), new FindingBag());
        var token = default(Token);
        do
        {
            lexer.Scan(ref token);
            if (token.Kind == TokenKind.String && text.IndexOf('\n', token.Start, token.End - token.Start) >= 0)
            {
                return true;
            }
        }
        while (token.Kind != TokenKind.EndOfFile);

        return false;
    }
}
