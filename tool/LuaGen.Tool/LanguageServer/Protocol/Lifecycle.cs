namespace LuaGen.Tool.LanguageServer.Protocol;

internal sealed record InitializeParams(ClientCapabilities? Capabilities = null, string? RootUri = null);

internal sealed record ClientCapabilities(WorkspaceCapabilities? Workspace = null);

internal sealed record WorkspaceCapabilities(WatchedFilesCapability? DidChangeWatchedFiles = null);

internal sealed record WatchedFilesCapability(bool? DynamicRegistration = null);

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string Version);

/// <remarks>Diagnostics are published; a server that also offers them on request has them shown twice.</remarks>
internal sealed record ServerCapabilities
{
    public string PositionEncoding { get; } = "utf-16";

    public SyncOptions TextDocumentSync { get; } = new();

    public CompletionOptions CompletionProvider { get; } = new();

    public TriggerOptions SignatureHelpProvider { get; } = new(["(", ",", "'"]);

    public bool HoverProvider { get; } = true;

    public bool DefinitionProvider { get; } = true;

    public bool ReferencesProvider { get; } = true;

    public bool DocumentHighlightProvider { get; } = true;

    public bool DocumentSymbolProvider { get; } = true;

    public bool FoldingRangeProvider { get; } = true;

    public bool InlayHintProvider { get; } = true;

    public RenameOptions RenameProvider { get; } = new();

    public CodeActionOptions CodeActionProvider { get; } = new(["quickfix"]);

    public SemanticTokensOptions? SemanticTokensProvider { get; init; }
}

internal sealed record SyncOptions
{
    public bool OpenClose { get; } = true;

    /// <summary>Incremental: a change is a range and its new text.</summary>
    public int Change { get; } = 2;

    public bool Save { get; } = true;
}

internal sealed record CompletionOptions
{
    public string[] TriggerCharacters { get; } = ["'", "\"", ".", ":", "[", "@", "("];
}

internal sealed record TriggerOptions(string[] TriggerCharacters);

internal sealed record RenameOptions
{
    public bool PrepareProvider { get; } = true;
}

internal sealed record CodeActionOptions(string[] CodeActionKinds);

internal sealed record SemanticTokensOptions(SemanticTokensLegend Legend)
{
    public bool Full { get; } = true;
}

internal sealed record SemanticTokensLegend(string[] TokenTypes, string[] TokenModifiers);

internal sealed record RegistrationParams(Registration[] Registrations);

internal sealed record Registration(string Id, string Method, WatchOptions RegisterOptions);

internal sealed record WatchOptions(FileWatcher[] Watchers);

internal sealed record FileWatcher(string GlobPattern);

internal sealed record MessageParams(int Type, string Message);
