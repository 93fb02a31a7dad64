using LuaGen.Generator.CallSites;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.CodeFixes.Moving;

/// <summary>
/// Gives a script that is composed of one-line literals the lines that it has in C#. The text stays as it is if a line end
/// would change its meaning: in a string, after a comment, or before a parenthesis.
/// </summary>
internal static class ComposedLines
{
    public static string Of(ScriptConstant script)
    {
        if (script.Text.IndexOf('\n') >= 0 || script.Characters.Count == 0)
        {
            return script.Text;
        }

        var text = script.Text.ToCharArray();
        for (var i = 1; i < text.Length; i++)
        {
            if (IsNextLine(script.Characters[i - 1], script.Characters[i]))
            {
                var space = text[i - 1] == ' ' ? i - 1 : i;
                text[space] = text[space] == ' ' ? '\n' : text[space];
            }
        }

        var lines = new string(text);
        return lines == script.Text || !AreSameTokens(script.Text, lines) ? script.Text : lines;
    }

    private static bool IsNextLine(SourceCharacter before, SourceCharacter after) =>
        before.IsExact && after.IsExact && before.Tree == after.Tree && after.Start > before.End
        && LineOf(before, before.End) < LineOf(after, after.Start);

    private static int LineOf(SourceCharacter character, int position) => character.Tree.GetText().Lines.GetLineFromPosition(position).LineNumber;

    private static bool AreSameTokens(string text, string lines)
    {
        var findings = new FindingBag();
        LuaParser.Parse(lines, findings, CancellationToken.None);
        if (findings.HasErrors)
        {
            return false;
        }

        var (first, second) = (new Lexer(text, 0, new StringTable(), findings), new Lexer(lines, 0, new StringTable(), findings));
        var (mine, other) = (default(Token), default(Token));
        do
        {
            first.Scan(ref mine);
            second.Scan(ref other);
            if (mine.Kind != other.Kind || mine.Start != other.Start || mine.End != other.End
                || string.CompareOrdinal(text, mine.Start, lines, other.Start, mine.End - mine.Start) != 0)
            {
                return false;
            }
        }
        while (mine.Kind != TokenKind.EndOfFile);

        return true;
    }
}
