using LuaGen.Language;
using LuaGen.Language.Editing;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using LuaGen.Tool.LanguageServer.Protocol;
using Range = LuaGen.Tool.LanguageServer.Protocol.Range;

namespace LuaGen.Tool.LanguageServer.Documents;

/// <summary>
/// What features see of a document: its text at one version, and the analysis of that text. Offsets and spans are places of the analysed tree,
/// whose lines are those of the document; its columns differ where the document names parameters as <c>@name</c>.
/// </summary>
internal sealed class ScriptView(string uri, LineIndex lines, ScriptSource source, ScriptAnalysis analysis, ProjectOptions options)
{
    private ScriptIndex? _index;
    private IReadOnlyList<ParameterInfo>? _parameters;

    public string Uri { get; } = uri;

    /// <summary>The text of the tree.</summary>
    public string Text => Analysis.Tree.Text;

    /// <summary>The script as its project sees it.</summary>
    public ScriptSource Source { get; } = source;

    public ScriptAnalysis Analysis { get; } = analysis;

    /// <summary>The analysis that findings come from: with the files that the script includes, if it includes any.</summary>
    public ScriptAnalysis Checked { get; init; } = analysis;

    public ProjectOptions Options { get; } = options;

    /// <summary>Every place that names something, computed once.</summary>
    public ScriptIndex Index => _index ??= ScriptIndex.Of(Analysis);

    public IReadOnlyList<ParameterInfo> Parameters => _parameters ??= ParameterInfo.All(Analysis);

    public int OffsetOf(Position position) => ToTree(lines.OffsetOf(position));

    public SourceSpan SpanOf(Range range)
    {
        var span = lines.SpanOf(range);
        return SourceSpan.FromBounds(ToTree(span.Start), ToTree(span.End));
    }

    public Position PositionOf(int offset) => lines.PositionOf(Analysis.InFile(new SourceSpan(offset, 0)).Start);

    public int LineOf(int offset) => PositionOf(offset).Line;

    public Range RangeOf(SourceSpan span) => lines.RangeOf(Analysis.InFile(span));

    /// <summary>The range of a place in the document, such as that of a finding or an edit.</summary>
    public Range FileRangeOf(SourceSpan span) => lines.RangeOf(span);

    /// <summary>The place in the document of a range.</summary>
    public SourceSpan FileSpanOf(Range range) => lines.SpanOf(range);

    public Location LocationOf(SourceSpan span) => new(Uri, RangeOf(span));

    public string TextOf(SourceSpan span) => Text.Substring(span.Start, span.Length);

    private int ToTree(int offset) => Analysis.LuaScript?.ToTarget(offset) ?? offset;
}
