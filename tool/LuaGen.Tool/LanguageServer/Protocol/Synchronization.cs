namespace LuaGen.Tool.LanguageServer.Protocol;

internal sealed record DidOpenParams(TextDocumentItem TextDocument);

internal sealed record TextDocumentItem(string Uri, string LanguageId, int Version, string Text);

internal sealed record DidChangeParams(VersionedIdentifier TextDocument, ContentChange[] ContentChanges);

internal sealed record VersionedIdentifier(string Uri, int Version);

/// <summary>A change: of a range, or of the whole text if there is none.</summary>
internal sealed record ContentChange(string Text, Range? Range = null);

internal sealed record PublishDiagnosticsParams(string Uri, int? Version, Diagnostic[] Diagnostics);

internal sealed record Diagnostic(Range Range, int Severity, string Code, CodeDescription? CodeDescription, string Source, string Message);

internal sealed record CodeDescription(string Href);

internal sealed record DiagnosticReport(Diagnostic[] Items)
{
    public string Kind { get; } = "full";
}
