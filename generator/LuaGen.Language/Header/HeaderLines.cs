namespace LuaGen.Language.Header;

/// <summary>The lines of a header, and which of them are declarations or the text of one. All others are prose.</summary>
internal sealed class HeaderLines(IReadOnlyList<HeaderLine> lines)
{
    /// <summary>What marks a paragraph as a licence, which is not the summary of a script.</summary>
    private static readonly string[] LicenceMarks = ["Copyright", "License", "Licence", "SPDX", "Permission is hereby granted", "\"AS IS\"", "All rights reserved"];

    private readonly bool[] _isTaken = new bool[lines.Count];
    private int _first = int.MaxValue;

    public int Count => lines.Count;

    public HeaderLine this[int index] => lines[index];

    /// <summary>The line that contains an offset of the script.</summary>
    public HeaderLine LineAt(int offset) => lines[IndexAt(offset)];

    /// <summary>Takes the line that contains an offset of the script.</summary>
    public void TakeAt(int offset) => Take(IndexAt(offset));

    private int IndexAt(int offset)
    {
        var (low, high) = (0, lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = lines[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    public bool IsTaken(int index) => _isTaken[index];

    /// <summary>Takes a line as a declaration; prose ends where the first one is.</summary>
    public void Take(int index)
    {
        _isTaken[index] = true;
        _first = Math.Min(_first, index);
    }

    /// <summary>Takes a line that is reported as no declaration: it is not prose either.</summary>
    public void Drop(int index) => _isTaken[index] = true;

    /// <summary>The text of a declaration with the lines that continue it, which are taken too.</summary>
    /// <param name="isCanonical">Whether a line is a canonical declaration, which continues nothing.</param>
    public string TakeContinuation(int declaration, string text, Func<int, bool> isCanonical)
    {
        System.Text.StringBuilder? all = null;
        for (var i = declaration + 1; i < lines.Count && !_isTaken[i] && lines[i].Continues(lines[declaration]) && !isCanonical(i); i++)
        {
            all ??= new System.Text.StringBuilder(text);
            all.Append(all.Length == 0 ? "" : " ").Append(lines[i].Prose);
            _isTaken[i] = true;
        }

        return all?.ToString() ?? text;
    }

    /// <summary>
    /// The paragraphs before the first declaration of its comment run; if that run has none, those of the nearest run before
    /// it. Without a declaration, those of the first run that has any.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Prose()
    {
        var runs = Runs();
        var candidates = _first == int.MaxValue ? runs : runs.Where(run => run.Start <= _first).Reverse();
        return candidates.Select(run => Paragraphs(run.Start, Math.Min(run.End, _first))).FirstOrDefault(paragraphs => paragraphs.Count > 0) ?? [];
    }

    private List<(int Start, int End)> Runs()
    {
        var runs = new List<(int Start, int End)>();
        for (var start = 0; start < lines.Count;)
        {
            var end = start + 1;
            while (end < lines.Count && lines[end].Run == lines[start].Run)
            {
                end++;
            }

            runs.Add((start, end));
            start = end;
        }

        return runs;
    }

    private List<IReadOnlyList<string>> Paragraphs(int start, int end)
    {
        var paragraphs = new List<List<string>>();
        var isNew = true;
        for (var i = start; i < end; i++)
        {
            var text = lines[i].Prose;
            if (_isTaken[i])
            {
                continue;
            }

            if (IsSeparator(text))
            {
                isNew = true;
                continue;
            }

            if (isNew)
            {
                paragraphs.Add([]);
                isNew = false;
            }

            paragraphs[paragraphs.Count - 1].Add(text);
        }

        return [.. paragraphs.Where(paragraph => !paragraph.Any(IsLicence))];
    }

    /// <summary>An empty line, or one that only draws a rule: <c>-----</c>.</summary>
    private static bool IsSeparator(string text) => text.All(c => c is '-' or '=' or '*' or '#' or '~' or '_') && text.Length is 0 or > 2;

    private static bool IsLicence(string text) => LicenceMarks.Any(mark => text.IndexOf(mark, StringComparison.Ordinal) >= 0);
}
