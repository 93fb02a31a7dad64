using LuaGen.Language;
using LuaGen.Language.Editing;
using LuaGen.Language.Includes;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using LuaGen.Tool.Check.Files;
using LuaGen.Tool.LanguageServer.Protocol;
using Range = LuaGen.Tool.LanguageServer.Protocol.Range;

namespace LuaGen.Tool.LanguageServer.Documents;

/// <summary>
/// What features see of a document: its text at one version, and the analysis of that text. Offsets and spans are places of the analysed tree,
/// whose lines are those of the document; its columns differ where the document names parameters as <c>@name</c>.
/// </summary>
internal sealed class ScriptView(string uri, LineIndex lines, ScriptSource source, ScriptAnalysis analysis, ProjectOptions options)
{
    private ScriptView? _whole;
    private FileIndex? _index;

    public string Uri { get; } = uri;

    /// <summary>The text of the tree.</summary>
    public string Text => Analysis.Tree.Text;

    /// <summary>The script as its project sees it.</summary>
    public ScriptSource Source { get; } = source;

    public ScriptAnalysis Analysis { get; } = analysis;

    /// <summary>The analysis that findings come from: with the files that the script includes, if it includes any.</summary>
    public ScriptAnalysis Checked { get; init; } = analysis;

    public ProjectOptions Options { get; } = options;

    /// <summary>The scripts that include the document, with all of their files; analysed when they are asked for.</summary>
    public Func<CancellationToken, IEnumerable<ScriptView>> Includers { get; init; } = _ => [];

    /// <summary>Every place that names something, computed once.</summary>
    public FileIndex Names => _index ??= new FileIndex(Analysis);

    /// <summary>The places that a library has outside of its functions' headers; all places of a script.</summary>
    public ScriptIndex Index => Names.Whole;

    /// <summary>
    /// The view of the script with the files that it includes, whose names are visible in the document; this one if it includes none. It is computed once.
    /// Its places outside of the document are those of the directives that lead to them, except for locations.
    /// </summary>
    public ScriptView Whole(CancellationToken cancellationToken) => _whole ??= WholeAnalysis(cancellationToken) is { Composed: not null } whole
        ? new ScriptView(Uri, lines, Source, whole, Options) { Checked = Checked }
        : this;

    /// <summary>Whether a name that looks like a global may be a local: of a script that includes the document, or of a file that is missing.</summary>
    public bool IsPartial => Source.IsIncluded || Checked.IsFragment || Analysis.Composed is { IsIncomplete: true };

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

    /// <summary>The place in the document, or in the file that it includes.</summary>
    public Location LocationOf(SourceSpan span) =>
        Analysis.Composed is { } composed && composed.ToSource(span) is var (file, place) && file != composed.Files[0] && UriOf(file) is { } uri
            ? new Location(uri, new LineIndex(file.Text).RangeOf(place))
            : new Location(Uri, RangeOf(span));

    /// <summary>Where a file is that the document includes.</summary>
    public string? UriOf(SourceFile file) => Source.Files is ProjectScriptFiles files ? new Uri(files.FullPathOf(file.Path)).AbsoluteUri : null;

    public string TextOf(SourceSpan span) => Text.Substring(span.Start, span.Length);

    private ScriptAnalysis? WholeAnalysis(CancellationToken cancellationToken) =>
        Checked.Composed is not null ? Checked
        : Analysis.LuaScript is null && IncludeDirectives.In(Analysis.Tree).Count > 0 ? ScriptCompiler.AnalyzeWhole(Source, Options.Scripts, cancellationToken)
        : null;

    private int ToTree(int offset) => Analysis.LuaScript?.ToTarget(offset) ?? Analysis.Composed?.ToText(offset) ?? offset;
}
