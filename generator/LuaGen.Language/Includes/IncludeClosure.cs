namespace LuaGen.Language.Includes;

/// <summary>What the files of a project include, directly and through others. Each file is looked at once.</summary>
internal sealed class IncludeClosure(IScriptFiles files)
{
    private readonly Dictionary<string, IReadOnlyList<SourceFile>> _direct = new(StringComparer.Ordinal);

    /// <summary>The paths of the files that a file includes, and of those that a directive may mean.</summary>
    public IReadOnlyList<string> Of(SourceFile file)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { file.Path };
        var waiting = new Queue<SourceFile>([file]);
        while (waiting.Count > 0)
        {
            foreach (var candidate in Direct(waiting.Dequeue()).Where(candidate => seen.Add(candidate.Path)))
            {
                found.Add(candidate.Path);
                waiting.Enqueue(candidate);
            }
        }

        return found;
    }

    private IReadOnlyList<SourceFile> Direct(SourceFile file)
    {
        if (!_direct.TryGetValue(file.Path, out var direct))
        {
            direct = [.. file.Directives.SelectMany(directive => IncludeResolver.Find(files, file.Path, directive.Path).Candidates)];
            _direct.Add(file.Path, direct);
        }

        return direct;
    }
}
