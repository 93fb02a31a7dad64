using LuaGen.Language.Rules;

namespace LuaGen.Language.Includes;

/// <summary>A script with the files that it includes in their places.</summary>
/// <param name="text">The script that is analysed, hashed and sent.</param>
/// <param name="files">The script's own file, then the included ones.</param>
/// <param name="segments">The copied parts, in the order of the text.</param>
/// <param name="directives">The directive in the script's own file that leads to an included one.</param>
/// <param name="findings">What composing reports.</param>
internal sealed class ComposedScript(
    string text,
    IReadOnlyList<SourceFile> files,
    IReadOnlyList<ComposedScript.Segment> segments,
    IReadOnlyDictionary<SourceFile, SourceSpan> directives,
    EquatableArray<Finding> findings)
{
    public string Text { get; } = text;

    public IReadOnlyList<SourceFile> Files { get; } = files;

    public IReadOnlyList<Segment> Segments { get; } = segments;

    public EquatableArray<Finding> Findings { get; } = findings;

    /// <summary>Whether a file is missing, or could not be pasted.</summary>
    public bool IsIncomplete => Findings.Any(finding => finding.IsError);

    /// <summary>A finding about <see cref="Text"/> as one about the file that its place comes from.</summary>
    public Finding InFile(Finding finding)
    {
        var (file, span) = ToSource(finding.Span);
        var replacement = finding.Replacement is { } written && ToSource(written.Span) is var (other, place) && other == file && place.Length == written.Span.Length
            ? new Replacement(place, written.Text)
            : null;
        return finding with { Span = span, Replacement = replacement, FilePath = PathOf(file) };
    }

    /// <summary>The file and the place in it of a place in <see cref="Text"/>; a span over several files ends where the file of its start does.</summary>
    public (SourceFile File, SourceSpan Span) ToSource(SourceSpan span)
    {
        var segment = SegmentAt(span.Start);
        var start = segment.Source + Math.Min(span.Start - segment.Target, segment.Length);
        var last = segment;
        for (var i = IndexAt(span.End); i >= 0 && Segments[i].Target >= segment.Target; i--)
        {
            if (Segments[i].File == segment.File)
            {
                last = Segments[i];
                break;
            }
        }

        var end = last.Source + Math.Min(span.End - last.Target, last.Length);
        return (segment.File, SourceSpan.FromBounds(start, Math.Max(start, end)));
    }

    /// <summary>The place in the script's own file; a place in an included file is shown as the directive that leads to it.</summary>
    public SourceSpan ToOwnFile(SourceSpan span)
    {
        var (file, place) = ToSource(span);
        return file == Files[0] ? place : directives[file];
    }

    /// <summary>
    /// The place in <see cref="Text"/> of a place in the script's own file: where a file is pasted, the place after that file, and
    /// in the space above the first statement the place of that statement, since a statement that is written there becomes the first.
    /// </summary>
    public int ToText(int offset)
    {
        var own = Segments.Where(segment => segment.File == Files[0]).ToList();
        var index = own.FindLastIndex(segment => segment.Source <= offset);
        if (index < 0)
        {
            return 0;
        }

        var segment = own[index];
        var end = segment.Source + segment.Length;
        return offset < end && !(end == Files[0].PasteStart && IsInSpace(Files[0].Text, offset, end))
            ? segment.Target + offset - segment.Source
            : index + 1 < own.Count ? own[index + 1].Target : Text.Length;
    }

    /// <summary>
    /// Where the lines of the text come from, for errors of the server: for each run of lines the first line in the text, its line in the
    /// file and the file's path (none for the script's own), with <c>:</c> between them; a line for each run.
    /// </summary>
    public string LineRuns()
    {
        var runs = new List<string>();
        var lines = new LineMap(Text);
        (SourceFile File, int Line)? expected = null;
        for (var (line, start) = (0, 0); start < Text.Length; line++)
        {
            var (file, span) = ToSource(new SourceSpan(start, 0));
            var source = file.Lines.GetPosition(span.Start).Line;
            if (expected != (file, source))
            {
                runs.Add($"{line + 1}:{source + 1}:{PathOf(file)}");
            }

            expected = (file, source + 1);
            start = line + 1 < lines.Count ? lines.GetStart(line + 1) : Text.Length;
        }

        return string.Join("\n", runs);
    }

    /// <summary>The place in <see cref="Text"/> of a name in an included file; <see langword="null"/> if that place is not pasted.</summary>
    public int? ToText(string path, int offset)
    {
        foreach (var segment in Segments)
        {
            if (segment.File.Path == path && segment.Source <= offset && offset <= segment.Source + segment.Length)
            {
                return segment.Target + offset - segment.Source;
            }
        }

        return null;
    }

    private static bool IsInSpace(string text, int start, int end) => (start == 0 || char.IsWhiteSpace(text[start - 1])) && text.Substring(start, end - start).All(char.IsWhiteSpace);

    private Segment SegmentAt(int position) => Segments[IndexAt(position)];

    private int IndexAt(int position)
    {
        var (low, high) = (0, Segments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Segments[middle].Target <= position ? (middle + 1, high) : (low, middle);
        }

        return Math.Max(0, low - 1);
    }

    /// <summary>The path for a finding; <see langword="null"/> for the script's own file.</summary>
    private string? PathOf(SourceFile file) => file == Files[0] ? null : file.Path;

    /// <summary>A part of a file, copied to the text.</summary>
    /// <param name="Target">Where it begins in the text.</param>
    /// <param name="File">The file.</param>
    /// <param name="Source">Where it begins in the file.</param>
    /// <param name="Length">Its length.</param>
    internal readonly record struct Segment(int Target, SourceFile File, int Source, int Length);
}
