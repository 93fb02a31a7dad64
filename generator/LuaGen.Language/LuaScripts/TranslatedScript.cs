namespace LuaGen.Language.LuaScripts;

/// <summary>A <c>LuaScript</c> with elements of <c>KEYS</c> and <c>ARGV</c> in place of its names.</summary>
/// <param name="text">The text.</param>
/// <param name="parameters">The parameters, in the order in which their names first appear.</param>
/// <param name="replaced">The replaced parts, in source order.</param>
internal sealed class TranslatedScript(string text, IReadOnlyList<LuaScriptParameter> parameters, IReadOnlyList<TranslatedScript.Part> replaced)
{
    public string Text { get; } = text;

    public IReadOnlyList<LuaScriptParameter> Parameters { get; } = parameters;

    /// <summary>The replaced parts: the source, and what the text has instead.</summary>
    public IReadOnlyList<Part> Replaced { get; } = replaced;

    /// <summary>The place in the source of a place in the text; a part that was replaced is shown as a whole.</summary>
    public SourceSpan ToSource(SourceSpan span)
    {
        var start = ToSource(span.Start, isEnd: false);
        return SourceSpan.FromBounds(start, Math.Max(start, span.IsEmpty ? start : ToSource(span.End, isEnd: true)));
    }

    /// <summary>Replaces the elements in a message by the names with <c>@</c>.</summary>
    public string Named(string message)
    {
        for (var i = Parameters.Count - 1; i >= 0; i--)
        {
            message = message.Replace(Parameters[i].Element, "@" + Parameters[i].Name);
        }

        return message;
    }

    /// <summary>The place in the text of a place in the source; one inside a replaced part is at the start of what replaces it.</summary>
    public int ToTarget(int position)
    {
        var (low, high) = (0, Replaced.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Replaced[middle].Source.Start <= position ? (middle + 1, high) : (low, middle);
        }

        if (low == 0)
        {
            return position;
        }

        var part = Replaced[low - 1];
        return position >= part.Source.End ? position - part.Source.End + part.Target.End : part.Target.Start;
    }

    private int ToSource(int position, bool isEnd)
    {
        var (low, high) = (0, Replaced.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Replaced[middle].Target.Start < position ? (middle + 1, high) : (low, middle);
        }

        // The last part that begins before the position; a part that begins at it leaves the start as it is.
        if (low < Replaced.Count && Replaced[low].Target.Start == position)
        {
            return Replaced[low].Target.IsEmpty && !isEnd ? Replaced[low].Source.End : Replaced[low].Source.Start;
        }

        if (low == 0)
        {
            return position;
        }

        var part = Replaced[low - 1];
        return position >= part.Target.End ? position - part.Target.End + part.Source.End : isEnd ? part.Source.End : part.Source.Start;
    }

    /// <summary>A part of the source, and the part of the text that replaces it.</summary>
    /// <param name="Source">The place in the source.</param>
    /// <param name="Target">The place in the text; empty for the first character of the escape <c>@@</c>.</param>
    /// <param name="Name">The name that is replaced, or that follows the escape.</param>
    internal readonly record struct Part(SourceSpan Source, SourceSpan Target, LuaScriptName Name);
}
