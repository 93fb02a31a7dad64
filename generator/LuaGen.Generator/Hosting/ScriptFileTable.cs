using LuaGen.Language.Includes;

namespace LuaGen.Generator.Hosting;

/// <summary>The files of a project by their paths in it.</summary>
internal sealed class ScriptFileTable : IScriptFiles
{
    private readonly Dictionary<string, ScriptFile> _files = new(StringComparer.Ordinal);

    public ScriptFileTable(IEnumerable<ScriptFile> files)
    {
        foreach (var file in files)
        {
            if (!_files.ContainsKey(file.FilePath))
            {
                _files.Add(file.FilePath, file);
            }
        }
    }

    public IReadOnlyList<string> IncludePath => [];

    public SourceFile? Find(string path) => _files.TryGetValue(path, out var file) ? file.Parse(CancellationToken.None) : null;

    public ScriptFile this[string path] => _files[path];
}
