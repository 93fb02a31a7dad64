namespace LuaGen.Tool.LanguageServer.Protocol;

// The types of the language server protocol 3.17 that the server uses; the specification describes them.

/// <summary>A zero-based line and a zero-based UTF-16 code unit in it.</summary>
internal readonly record struct Position(int Line, int Character);

internal readonly record struct Range(Position Start, Position End);

internal sealed record Location(string Uri, Range Range);

internal sealed record TextEdit(Range Range, string NewText);

internal sealed record WorkspaceEdit(Dictionary<string, TextEdit[]> Changes);

internal sealed record MarkupContent(string Kind, string Value)
{
    public static MarkupContent Markdown(string text) => new("markdown", text);
}

internal sealed record TextDocumentIdentifier(string Uri);

/// <summary>The parameters of requests about a whole document.</summary>
internal sealed record DocumentParams(TextDocumentIdentifier TextDocument) : IDocumentParams;

/// <summary>The parameters of requests about a position.</summary>
internal sealed record PositionParams(TextDocumentIdentifier TextDocument, Position Position) : IDocumentParams;

/// <summary>The parameters of requests about a range.</summary>
internal sealed record RangeParams(TextDocumentIdentifier TextDocument, Range Range) : IDocumentParams;

/// <summary>Parameters that name a document.</summary>
internal interface IDocumentParams
{
    public TextDocumentIdentifier TextDocument { get; }
}
