using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Fixing;

/// <summary>Determines where to insert a header into a script that has none.</summary>
internal static class HeaderPlace
{
    /// <summary>The start of the line after the shebang.</summary>
    public static int AfterShebang(string text)
    {
        if (!text.StartsWith("#!", StringComparison.Ordinal))
        {
            return 0;
        }

        var end = text.IndexOf('\n');
        return end < 0 ? text.Length : end + 1;
    }

    /// <summary>
    /// The end of the comment lines at a position. They describe the script and therefore precede its declarations. Lines that
    /// look like declarations stay after the header, because they would otherwise be read as declarations too.
    /// </summary>
    public static int AfterProse(string text, int start)
    {
        var end = start;
        while (IsLineComment(text, end) && text.IndexOf('\n', end) is >= 0 and var lineEnd)
        {
            end = lineEnd + 1;
        }

        var tree = LuaParser.Parse(text.Substring(start, end - start), new FindingBag(), CancellationToken.None);
        var header = HeaderParser.Parse(tree, new FindingBag());
        return header.DeclaresAnything || header.ReplyProse.Length > 0 ? start : end;
    }

    public static bool IsLineComment(string text, int start) =>
        string.CompareOrdinal(text, start, "--", 0, 2) == 0 && string.CompareOrdinal(text, start, "--[", 0, 3) != 0;
}
