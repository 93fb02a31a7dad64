namespace LuaGen.Tool.LanguageServer.Protocol;

internal sealed record CompletionItem(string Label, int Kind, string SortText, TextEdit TextEdit)
{
    public LabelDetails? LabelDetails { get; init; }

    public string? FilterText { get; init; }

    public MarkupContent? Documentation { get; init; }
}

internal sealed record LabelDetails(string? Detail, string? Description);

internal sealed record CompletionAnswer(bool IsIncomplete, CompletionItem[] Items);

internal sealed record Hover(MarkupContent Contents, Range? Range);

internal sealed record SignatureHelp(SignatureInformation[] Signatures, int ActiveSignature, int? ActiveParameter);

internal sealed record SignatureInformation(string Label, MarkupContent? Documentation, ParameterInformation[] Parameters);

/// <summary>A part of a signature's label: where it begins and ends.</summary>
internal sealed record ParameterInformation(int[] Label);

internal sealed record InlayHint(Position Position, string Label, int Kind)
{
    public bool? PaddingLeft { get; init; }

    public bool? PaddingRight { get; init; }
}

internal sealed record ReferenceParams(TextDocumentIdentifier TextDocument, Position Position, ReferenceContext? Context = null) : IDocumentParams;

internal sealed record ReferenceContext(bool IncludeDeclaration);

internal sealed record DocumentHighlight(Range Range, int Kind);

internal sealed record RenameParams(TextDocumentIdentifier TextDocument, Position Position, string NewName) : IDocumentParams;

internal sealed record PrepareRenameAnswer(Range Range, string Placeholder);

internal sealed record DocumentSymbol(string Name, string? Detail, int Kind, Range Range, Range SelectionRange, DocumentSymbol[]? Children);

internal sealed record FoldingRange(int StartLine, int EndLine, string? Kind);

internal sealed record SemanticTokens(int[] Data);

internal sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range, CodeActionContext Context) : IDocumentParams;

/// <summary>The diagnostics in it are not read: those of other servers need not have the form of ours.</summary>
internal sealed record CodeActionContext(string[]? Only = null);

internal sealed record CodeAction(string Title, string Kind, Diagnostic[]? Diagnostics, WorkspaceEdit Edit)
{
    public bool? IsPreferred { get; init; }
}
