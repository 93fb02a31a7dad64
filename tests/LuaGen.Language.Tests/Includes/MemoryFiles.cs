using LuaGen.Language.Commands;
using LuaGen.Language.Includes;
using LuaGen.Language.Model;

namespace LuaGen.Language.Tests.Includes;

/// <summary>The files of a project, written as one text with <c>=== path</c> before each; the first is the script.</summary>
internal sealed class MemoryFiles : IScriptFiles
{
    private readonly Dictionary<string, MarkedText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceFile> _parsed = new(StringComparer.Ordinal);
    private ILookup<string, string>? _byName;
    private IncludeGraph? _graph;

    private MemoryFiles(IReadOnlyList<string> includePath) => IncludePath = includePath;

    public IReadOnlyList<string> IncludePath { get; }

    public IReadOnlyList<string> Paths => [.. _texts.Keys];

    public static MemoryFiles Read(string files, params string[] includePath)
    {
        var result = new MemoryFiles(includePath);
        foreach (var part in files.Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            result._texts.Add(part[..end].Trim(), MarkedText.Parse(part[(end + 1)..]));
        }

        return result;
    }

    public MarkedText Of(string path) => _texts[path];

    public IReadOnlyList<SourceFile> Find(string path)
    {
        _byName ??= _texts.Keys.ToLookup(key => key, StringComparer.OrdinalIgnoreCase);
        return [.. _byName[path].Select(Parse)];
    }

    public ComposedScript Compose() => ScriptComposer.Compose(Parse(Paths[0]), this, CancellationToken.None);

    private SourceFile Parse(string path)
    {
        if (!_parsed.TryGetValue(path, out var file))
        {
            _parsed.Add(path, file = SourceFile.Of(path, _texts[path].Text, isUtf8: true, CancellationToken.None));
        }

        return file;
    }

    private IncludeGraph Graph()
    {
        var closure = new IncludeClosure(this);
        return new IncludeGraph(Paths.Select(path => (path, (IEnumerable<string>)closure.Of(Parse(path)))));
    }

    public ScriptAnalysis Analyze(string? path = null) => ScriptCompiler.Analyze(SourceOf(path ?? Paths[0]), ScriptOptions.Default, CancellationToken.None);

    /// <summary>The script as an editor shows it: its own text, and that with the files that it includes.</summary>
    public (ScriptAnalysis Own, ScriptAnalysis Whole) Edit(string? path = null)
    {
        var source = SourceOf(path ?? Paths[0]);
        return (ScriptCompiler.AnalyzeAlone(source, ScriptOptions.Default, CancellationToken.None), ScriptCompiler.AnalyzeWhole(source, ScriptOptions.Default, CancellationToken.None));
    }

    private ScriptSource SourceOf(string path) => new(path, _texts[path].Text, IsUtf8: true, "Consumer", ClassName: null)
    {
        Files = this,
        IsIncluded = (_graph ??= Graph()).IsIncluded(path),
    };
}
