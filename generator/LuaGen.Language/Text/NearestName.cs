namespace LuaGen.Language.Text;

/// <summary>Finds the known name that a mistyped one most likely means.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest single-character edits; <see langword="null"/> if even that one needs too many to be a typing error.</summary>
    public static string? Of(string word, IEnumerable<string> candidates) => Find(word, candidates).Name;

    /// <summary>The same, but only if no other candidate is as near.</summary>
    public static string? Only(string word, IEnumerable<string> candidates) => Find(word, candidates) is { IsOnly: true, Name: var name } ? name : null;

    private static (string? Name, bool IsOnly) Find(string word, IEnumerable<string> candidates)
    {
        var (nearest, isOnly) = ((string?)null, true);
        var fewest = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var edits = Math.Abs(candidate.Length - word.Length) > fewest ? int.MaxValue : Edits(word, candidate);
            if (edits < fewest)
            {
                (nearest, isOnly, fewest) = (candidate, true, edits);
            }
            else if (edits == fewest && nearest is not null && candidate != nearest)
            {
                isOnly = false;
            }
        }

        return (nearest, isOnly);
    }

    /// <summary>The Damerau–Levenshtein distance: insertions, deletions, substitutions and transpositions of adjacent characters.</summary>
    public static int Edits(string from, string to)
    {
        var distances = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            distances[i, 0] = i;
        }

        for (var j = 0; j <= to.Length; j++)
        {
            distances[0, j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1;
                var best = Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    best = Math.Min(best, distances[i - 2, j - 2] + 1);
                }

                distances[i, j] = best;
            }
        }

        return distances[from.Length, to.Length];
    }
}
