using LuaGen.Language.Commands;
using LuaGen.Language.Includes;
using LuaGen.Language.Model;

namespace LuaGen.Language.Tests.Includes;

/// <summary>The files of a project, written as one text with <c>=== path</c> before each; the first is the script.</summary>
internal sealed class MemoryFiles : IScriptFiles
{
    private readonly Dictionary<string, MarkedText> _texts = new(StringComparer.Ordinal);

    private MemoryFiles(IReadOnlyList<string> includePath) => IncludePath = includePath;

    public IReadOnlyList<string> IncludePath { get; }

    public IReadOnlyList<string> Paths => [.. _texts.Keys];

    public static MemoryFiles Parse(string files, params string[] includePath)
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

    public SourceFile? Find(string path) =>
        _texts.TryGetValue(path, out var text) ? SourceFile.Of(path, text.Text, isUtf8: true, CancellationToken.None) : null;

    public ComposedScript Compose() => ScriptComposer.Compose(Find(Paths[0])!, this, CancellationToken.None);

    public ScriptAnalysis Analyze(string? path = null)
    {
        path ??= Paths[0];
        var source = new ScriptSource(path, _texts[path].Text, IsUtf8: true, "Consumer", ClassName: null)
        {
            Files = this,
            IsIncluded = new IncludeGraph(Paths.Select(other => (other, IncludeResolver.Closure(Find(other)!, this).Select(file => file.Path)))).IncludersOf(path).Any(),
        };
        return ScriptCompiler.Analyze(source, ScriptOptions.Default, CancellationToken.None);
    }
}
