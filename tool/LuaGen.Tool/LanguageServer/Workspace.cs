using LuaGen.Language;
using LuaGen.Language.Includes;
using LuaGen.Language.Projects;
using LuaGen.Language.Rules;
using LuaGen.Tool.Check.Analysis;
using LuaGen.Tool.Check.Configuration;
using LuaGen.Tool.Check.Files;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Projects;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer;

/// <summary>The open documents with their analyses, and the projects that they belong to.</summary>
internal sealed class Workspace
{
    private readonly Dictionary<string, OpenDocument> _documents = new(StringComparer.Ordinal);
    private readonly SiblingScripts _siblings = new();
    private readonly ProjectIncludes _includes;

    public Workspace(string directory)
    {
        Settings = new ProjectSettings(directory);
        _includes = new ProjectIncludes(
            path => _documents.Values.FirstOrDefault(document => document.Path == path)?.Text,
            () => _documents.Values.Select(document => document.Path).OfType<string>());
    }

    public ProjectSettings Settings { get; }

    public IReadOnlyCollection<OpenDocument> Documents => _documents.Values;

    public bool HasIdleWork => _siblings.HasWork;

    public void Open(TextDocumentItem item)
    {
        var document = new OpenDocument(item.Uri, item.Version, item.Text);
        _documents[item.Uri] = document;
        InvalidateIncludes(document);
        RequestSiblings(document);
    }

    /// <summary>Applies a change; one that is older than the text is ignored, since it was meant for another text.</summary>
    public bool Change(DidChangeParams change)
    {
        var document = Find(change.TextDocument.Uri);
        if (change.TextDocument.Version <= document.Version)
        {
            return false;
        }

        var before = document.Text;
        document.Apply(change.TextDocument.Version, change.ContentChanges);
        InvalidateIncludes(document, before);
        return true;
    }

    public bool Close(string uri)
    {
        if (!_documents.Remove(uri, out var document))
        {
            return false;
        }

        InvalidateIncludes(document);
        return true;
    }

    /// <summary>After files changed that are not open: reads again what may depend on them.</summary>
    public void InvalidateAll()
    {
        _includes.Clear();
        foreach (var document in _documents.Values)
        {
            document.Invalidate();
            RequestSiblings(document);
        }
    }

    public OpenDocument Find(string uri) =>
        _documents.TryGetValue(uri, out var document) ? document : throw new RequestException(ErrorCode.InvalidParams, $"{uri} is not open");

    /// <summary>The analysis of a document's text.</summary>
    public ScriptView ViewOf(OpenDocument document, CancellationToken cancellationToken)
    {
        var project = Settings.Of(document.Path);
        if (document.View is { } view && ReferenceEquals(view.Options, project.Options))
        {
            return view;
        }

        var source = document.Path is { } path ? _includes.SourceOf(path, document.Text, project) : ProjectSource.Of("Untitled.lua", document.Text, isUtf8: true, project);
        var analysis = ScriptCompiler.Analyze(source, project.Options.Scripts, cancellationToken);

        // What is shown in the document is about its own text.
        var own = analysis.Composed is null && !analysis.IsFragment ? analysis : ScriptCompiler.AnalyzeAlone(source, project.Options.Scripts, cancellationToken);
        return document.View = new ScriptView(document.Uri, document.Lines, source, own, project.Options)
        {
            Checked = analysis,
            Includers = token => document.Path is { } file && source.IsIncluded ? IncludersOf(file, project, token) : [],
        };
    }

    private IEnumerable<ScriptView> IncludersOf(string file, ScriptProject project, CancellationToken cancellationToken) =>
        from source in _includes.IncludersOf(file, project)
        let analysis = ScriptCompiler.Analyze(source, project.Options.Scripts, cancellationToken)
        where analysis.Composed is not null && source.Files is ProjectScriptFiles
        let uri = new Uri(((ProjectScriptFiles)source.Files).FullPathOf(source.FilePath)).AbsoluteUri
        select new ScriptView(uri, new LineIndex(source.Text), source, analysis, project.Options);

    /// <summary>What is reported about a document: what a build reports about the file.</summary>
    public IReadOnlyList<Finding> FindingsOf(OpenDocument document, CancellationToken cancellationToken)
    {
        var view = ViewOf(document, cancellationToken);
        var project = Settings.Of(document.Path);
        var ofIncluders = document.Path is { } file && view.Source.IsIncluded
            ? _includes.IncludersOf(file, project).SelectMany(includer => ScriptCompiler.Analyze(includer, project.Options.Scripts, cancellationToken).Findings)
            : [];
        if (!view.Checked.IsForRedis)
        {
            return Ordered(FragmentFindings.Of(view.Source.FilePath, view.Checked.Findings, ofIncluders));
        }

        var others = document.Path is { } path ? _siblings.Models(path, project) : [];

        // In the order of the build, which reports the second of two.
        var models = others.Concat(view.Checked.Models).OrderBy(model => model.FilePath, StringComparer.Ordinal);
        var findings = new ProjectFindings(project.Options, [.. models]);
        return Ordered(FragmentFindings.Of(view.Source.FilePath, findings.Of(view.Checked.ToCompiled(), view.Source.FilePath, new LineMap(view.Source.Text)), ofIncluders));
    }

    private static IReadOnlyList<Finding> Ordered(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(finding => finding.Span.Start).ThenBy(finding => finding.Rule.Number).ThenBy(finding => finding.Message, StringComparer.Ordinal)];

    /// <summary>After a document changed: analyzes again what includes it or is included by it.</summary>
    private void InvalidateIncludes(OpenDocument document, string before = "")
    {
        if (document.Path is not { } path)
        {
            return;
        }

        _includes.Forget(path);
        var mayInclude = IncludeDirectives.MayBeIn(document.Text) || IncludeDirectives.MayBeIn(before);
        foreach (var other in _documents.Values.Where(other => other != document && (mayInclude || IncludeDirectives.MayBeIn(other.Text) || other.View is { Checked.IsFragment: true })))
        {
            other.Invalidate();
        }
    }

    /// <summary>Does a piece of the work that can wait.</summary>
    public void WorkWhileIdle(CancellationToken cancellationToken)
    {
        if (_siblings.Step(cancellationToken))
        {
            foreach (var document in _documents.Values)
            {
                document.IsDirty = true;
            }
        }
    }

    private void RequestSiblings(OpenDocument document)
    {
        if (document.Path is { } path)
        {
            _siblings.Request(path, Settings.Of(path));
        }
    }
}
