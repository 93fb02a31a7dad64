using LuaGen.Language.Includes;

namespace LuaGen.Language.Checking.Common;

/// <summary>How messages name the line of another place than their own.</summary>
/// <param name="text">The text of the checked tree.</param>
/// <param name="composed">The files that it comes from, if the script includes any.</param>
internal sealed class LineNames(string text, ComposedScript? composed)
{
    private readonly LineMap _lines = new(text);

    /// <summary><c>12</c>, or <c>3 of shared/lock.lua</c> if a reader of the message has another file open.</summary>
    /// <param name="place">The place to name.</param>
    /// <param name="from">The place of the finding.</param>
    public string Of(SourceSpan place, SourceSpan from)
    {
        if (composed is null)
        {
            return $"{_lines.GetPosition(place.Start).Line + 1}";
        }

        var (file, span) = composed.ToSource(place);
        var line = file.Lines.GetPosition(span.Start).Line + 1;
        return file == FileOf(from) ? $"{line}" : $"{line} of {file.Path}";
    }

    /// <summary>Whether two places are in one file.</summary>
    public bool IsSameFile(SourceSpan place, SourceSpan other) => composed is null || FileOf(place) == FileOf(other);

    private SourceFile FileOf(SourceSpan place) => composed!.ToSource(place).File;
}
