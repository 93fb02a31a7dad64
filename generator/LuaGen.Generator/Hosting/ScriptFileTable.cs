using LuaGen.Language.Includes;

namespace LuaGen.Generator.Hosting;

/// <summary>The files of a project by their paths in it.</summary>
internal sealed class ScriptFileTable : IScriptFiles
{
    private readonly Dictionary<string, List<ScriptFile>> _files = new(StringComparer.OrdinalIgnoreCase);

    public ScriptFileTable(IEnumerable<ScriptFile> files, IReadOnlyList<string> includePath)
    {
        IncludePath = includePath;
        foreach (var file in files)
        {
            if (!_files.TryGetValue(file.FilePath, out var same))
            {
                _files.Add(file.FilePath, same = []);
            }

            same.Add(file);
        }
    }

    public IReadOnlyList<string> IncludePath { get; }

    public IReadOnlyList<SourceFile> Find(string path) =>
        _files.TryGetValue(path, out var files) ? [.. files.Select(file => file.Parse(CancellationToken.None)).OfType<SourceFile>()] : [];

    /// <summary>The files of exactly this path: more than one if the project links them there.</summary>
    public IEnumerable<ScriptFile> At(string path) => _files[path].Where(file => file.FilePath == path);
}
