using LuaGen.Language;
using LuaGen.Language.Editing;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using LuaGen.Tool.LanguageServer.Protocol;
using Range = LuaGen.Tool.LanguageServer.Protocol.Range;

namespace LuaGen.Tool.LanguageServer.Documents;

/// <summary>What features see of a document: its text at one version, and the analysis of that text.</summary>
internal sealed class ScriptView(string uri, LineIndex lines, ScriptSource source, ScriptAnalysis analysis, ProjectOptions options)
{
    private ScriptIndex? _index;
    private IReadOnlyList<ParameterInfo>? _parameters;

    public string Uri { get; } = uri;

    public string Text => Source.Text;

    public LineIndex Lines { get; } = lines;

    /// <summary>The script as its project sees it.</summary>
    public ScriptSource Source { get; } = source;

    public ScriptAnalysis Analysis { get; } = analysis;

    public ProjectOptions Options { get; } = options;

    /// <summary>Every place that names something, computed once.</summary>
    public ScriptIndex Index => _index ??= ScriptIndex.Of(Analysis);

    public IReadOnlyList<ParameterInfo> Parameters => _parameters ??= ParameterInfo.All(Analysis);

    public int OffsetOf(Position position) => Lines.OffsetOf(position);

    public Range RangeOf(SourceSpan span) => Lines.RangeOf(span);

    public Location LocationOf(SourceSpan span) => new(Uri, RangeOf(span));

    public string TextOf(SourceSpan span) => Text.Substring(span.Start, span.Length);
}
