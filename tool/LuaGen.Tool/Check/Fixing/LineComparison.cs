namespace LuaGen.Tool.Check.Fixing;

/// <summary>Compares two texts line by line.</summary>
internal static class LineComparison
{
    /// <summary>The most cells of the table of common lines; larger differences are shown as one change.</summary>
    private const long MaxCells = 16_000_000;

    public static List<LineChange> Run(string before, string after)
    {
        var (left, right) = (LinesOf(before), LinesOf(after));
        var start = 0;
        while (start < Math.Min(left.Count, right.Count) && left[start] == right[start])
        {
            start++;
        }

        var end = 0;
        while (end < Math.Min(left.Count, right.Count) - start && left[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        var changes = left.Take(start).Select(line => new LineChange(' ', line)).ToList();
        Compare(left[start..^end], right[start..^end], changes);
        changes.AddRange(left.TakeLast(end).Select(line => new LineChange(' ', line)));
        return changes;
    }

    /// <summary>The longest common subsequence, by dynamic programming from the end.</summary>
    private static void Compare(List<string> left, List<string> right, List<LineChange> changes)
    {
        if ((long)left.Count * right.Count > MaxCells)
        {
            changes.AddRange(left.Select(line => new LineChange('-', line)).Concat(right.Select(line => new LineChange('+', line))));
            return;
        }

        var common = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
            {
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < left.Count || j < right.Count;)
        {
            if (i < left.Count && j < right.Count && left[i] == right[j])
            {
                changes.Add(new LineChange(' ', left[i++]));
                j++;
            }
            else if (i < left.Count && (j == right.Count || common[i + 1, j] >= common[i, j + 1]))
            {
                changes.Add(new LineChange('-', left[i++]));
            }
            else
            {
                changes.Add(new LineChange('+', right[j++]));
            }
        }
    }

    private static List<string> LinesOf(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
