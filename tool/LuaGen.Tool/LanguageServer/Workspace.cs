using LuaGen.Language;
using LuaGen.Language.Rules;
using LuaGen.Tool.Check.Analysis;
using LuaGen.Tool.Check.Configuration;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Projects;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer;

/// <summary>The open documents with their analyses, and the projects that they belong to.</summary>
internal sealed class Workspace(string directory)
{
    private readonly Dictionary<string, OpenDocument> _documents = new(StringComparer.Ordinal);
    private readonly SiblingScripts _siblings = new();

    public ProjectSettings Settings { get; } = new(directory);

    public IReadOnlyCollection<OpenDocument> Documents => _documents.Values;

    public bool HasIdleWork => _siblings.HasWork;

    public void Open(TextDocumentItem item)
    {
        var document = new OpenDocument(item.Uri, item.Version, item.Text);
        _documents[item.Uri] = document;
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

        document.Apply(change.TextDocument.Version, change.ContentChanges);
        return true;
    }

    public bool Close(string uri) => _documents.Remove(uri);

    /// <summary>After files changed that are not open: reads again what may depend on them.</summary>
    public void InvalidateAll()
    {
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

        var source = ProjectSource.Of(document.Path ?? "Untitled.lua", document.Text, isUtf8: true, project);
        var analysis = ScriptCompiler.Analyze(source, project.Options.Scripts, cancellationToken);
        return document.View = new ScriptView(document.Uri, document.Lines, source, analysis, project.Options);
    }

    /// <summary>What is reported about a document: what a build reports about the file.</summary>
    public IReadOnlyList<Finding> FindingsOf(OpenDocument document, CancellationToken cancellationToken)
    {
        var view = ViewOf(document, cancellationToken);
        if (!view.Analysis.IsForRedis)
        {
            return [];
        }

        var project = Settings.Of(document.Path);
        var others = document.Path is { } path ? _siblings.Models(path, project) : [];

        // In the order of the build, which reports the second of two.
        var models = others.Concat(view.Analysis.Models).OrderBy(model => model.FilePath, StringComparer.Ordinal);
        var findings = new ProjectFindings(project.Options, [.. models]);
        return
        [
            .. findings.Of(view.Analysis.ToCompiled(), view.Source.FilePath, new LineMap(view.Source.Text))
                .OrderBy(finding => finding.Span.Start).ThenBy(finding => finding.Rule.Number).ThenBy(finding => finding.Message, StringComparer.Ordinal),
        ];
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
