namespace LuaGen.Language.Prepared;

internal enum LuaRegion
{
    Code,
    String,
    Comment,
}

/// <summary>Divides a text into code, strings and comments, whether or not the code is Lua.</summary>
internal static class LuaRegions
{
    /// <summary>The regions in order, up to an offset; code regions may be empty.</summary>
    public static IEnumerable<(LuaRegion Region, int Start, int End)> Of(string text, int limit)
    {
        var start = 0;
        for (var i = 0; i < text.Length && i <= limit;)
        {
            if (RegionAt(text, i) is not var (region, end))
            {
                i++;
                continue;
            }

            yield return (LuaRegion.Code, start, i);
            yield return (region, i, end);
            i = start = end;
        }

        yield return (LuaRegion.Code, start, text.Length);
    }

    private static (LuaRegion Region, int End)? RegionAt(string text, int position)
    {
        switch (text[position])
        {
            case '#' when position == 0:
                return (LuaRegion.Comment, EndOfLine(text, position));
            case '-' when position + 1 < text.Length && text[position + 1] == '-':
                return (LuaRegion.Comment, EndOfLong(text, position + 2) ?? EndOfLine(text, position));
            case '[':
                return EndOfLong(text, position) is { } end ? (LuaRegion.String, end) : null;
            case '\'' or '"':
                return (LuaRegion.String, EndOfQuoted(text, position));
            default:
                return null;
        }
    }

    private static int EndOfLine(string text, int position)
    {
        var end = text.IndexOfAny(['\r', '\n'], position);
        return end < 0 ? text.Length : end;
    }

    private static int EndOfQuoted(string text, int position)
    {
        for (var i = position + 1; i < text.Length; i++)
        {
            if (text[i] == text[position] || text[i] is '\r' or '\n')
            {
                return i + 1;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return text.Length;
    }

    /// <summary>The offset after <c>[[ … ]]</c> or <c>[=[ … ]=]</c>; <see langword="null"/> if none begins here.</summary>
    private static int? EndOfLong(string text, int position)
    {
        var open = position + 1;
        if (position >= text.Length || text[position] != '[')
        {
            return null;
        }

        while (open < text.Length && text[open] == '=')
        {
            open++;
        }

        if (open >= text.Length || text[open] != '[')
        {
            return null;
        }

        var closer = "]" + new string('=', open - position - 1) + "]";
        var close = text.IndexOf(closer, open + 1, StringComparison.Ordinal);
        return close < 0 ? text.Length : close + closer.Length;
    }
}
