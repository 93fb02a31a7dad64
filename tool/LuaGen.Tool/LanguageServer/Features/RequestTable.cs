using LuaGen.Tool.LanguageServer.Features.CodeActions;
using LuaGen.Tool.LanguageServer.Features.Completion;
using LuaGen.Tool.LanguageServer.Features.Definition;
using LuaGen.Tool.LanguageServer.Features.Diagnostics;
using LuaGen.Tool.LanguageServer.Features.Folding;
using LuaGen.Tool.LanguageServer.Features.Highlights;
using LuaGen.Tool.LanguageServer.Features.Hover;
using LuaGen.Tool.LanguageServer.Features.InlayHints;
using LuaGen.Tool.LanguageServer.Features.References;
using LuaGen.Tool.LanguageServer.Features.Rename;
using LuaGen.Tool.LanguageServer.Features.SemanticTokens;
using LuaGen.Tool.LanguageServer.Features.SignatureHelp;
using LuaGen.Tool.LanguageServer.Features.Symbols;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features;

/// <summary>The requests that are answered, each with its feature.</summary>
internal static class RequestTable
{
    private static readonly Dictionary<string, IRequestHandler> Handlers = new(StringComparer.Ordinal)
    {
        ["textDocument/diagnostic"] = new DiagnosticsRequest(),
        ["textDocument/completion"] = new DocumentRequest<PositionParams, CompletionAnswer>(LspJson.Default.PositionParams, LspJson.Default.CompletionAnswer, CompletionFeature.Of),
        ["textDocument/signatureHelp"] = new DocumentRequest<PositionParams, Protocol.SignatureHelp>(LspJson.Default.PositionParams, LspJson.Default.SignatureHelp, SignatureHelpFeature.Of),
        ["textDocument/hover"] = new DocumentRequest<PositionParams, Protocol.Hover>(LspJson.Default.PositionParams, LspJson.Default.Hover, HoverFeature.Of),
        ["textDocument/inlayHint"] = new DocumentRequest<RangeParams, InlayHint[]>(LspJson.Default.RangeParams, LspJson.Default.InlayHintArray, InlayHintsFeature.Of),
        ["textDocument/definition"] = new DocumentRequest<PositionParams, Location[]>(LspJson.Default.PositionParams, LspJson.Default.LocationArray, DefinitionFeature.Of),
        ["textDocument/references"] = new DocumentRequest<ReferenceParams, Location[]>(LspJson.Default.ReferenceParams, LspJson.Default.LocationArray, ReferencesFeature.Of),
        ["textDocument/documentHighlight"] = new DocumentRequest<PositionParams, DocumentHighlight[]>(LspJson.Default.PositionParams, LspJson.Default.DocumentHighlightArray, HighlightsFeature.Of),
        ["textDocument/prepareRename"] = new DocumentRequest<PositionParams, PrepareRenameAnswer>(LspJson.Default.PositionParams, LspJson.Default.PrepareRenameAnswer, RenameFeature.Prepare),
        ["textDocument/rename"] = new DocumentRequest<RenameParams, WorkspaceEdit>(LspJson.Default.RenameParams, LspJson.Default.WorkspaceEdit, RenameFeature.Of),
        ["textDocument/documentSymbol"] = new DocumentRequest<DocumentParams, DocumentSymbol[]>(LspJson.Default.DocumentParams, LspJson.Default.DocumentSymbolArray, SymbolsFeature.Of),
        ["textDocument/foldingRange"] = new DocumentRequest<DocumentParams, FoldingRange[]>(LspJson.Default.DocumentParams, LspJson.Default.FoldingRangeArray, FoldingFeature.Of),
        ["textDocument/semanticTokens/full"] = new DocumentRequest<DocumentParams, Protocol.SemanticTokens>(LspJson.Default.DocumentParams, LspJson.Default.SemanticTokens, SemanticTokensFeature.Of),
        ["textDocument/codeAction"] = new DocumentRequest<CodeActionParams, CodeAction[]>(LspJson.Default.CodeActionParams, LspJson.Default.CodeActionArray, CodeActionsFeature.Of),
    };

    public static IEnumerable<string> Methods => Handlers.Keys;

    public static IRequestHandler? Find(string method) => Handlers.GetValueOrDefault(method);
}
