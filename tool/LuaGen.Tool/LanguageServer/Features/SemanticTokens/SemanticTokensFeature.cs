using LuaGen.Language.Binding;
using LuaGen.Language.Editing;
using LuaGen.Language.Library;
using LuaGen.Language.Types;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.SemanticTokens;

/// <summary>What each name is: keys, arguments, commands and replies look different from other names.</summary>
internal static class SemanticTokensFeature
{
    private static readonly string[] Types = ["redisKey", "redisArgument", "redisCommand", "redisOption", "redisReply", "variable", "parameter", "function", "namespace", "type", "property", "keyword", "enumMember"];
    private static readonly string[] Modifiers = ["declaration", "modification", "defaultLibrary", "deprecated"];

    public static SemanticTokensOptions Options { get; } = new(new SemanticTokensLegend(Types, Modifiers));

    public static Protocol.SemanticTokens Of(ScriptView view, DocumentParams parameters)
    {
        var data = new List<int>();
        var (line, character) = (0, 0);
        foreach (var (span, type, modifiers) in Tokens(view))
        {
            var (start, last) = view.RangeOf(span);
            data.AddRange([start.Line - line, start.Line == line ? start.Character - character : start.Character, last.Character - start.Character, Array.IndexOf(Types, type), ModifierBits(modifiers)]);
            (line, character) = (start.Line, start.Character);
        }

        return new Protocol.SemanticTokens([.. data]);
    }

    /// <summary>The tokens in order; none overlaps another, and none spans a line end, as the protocol demands.</summary>
    public static IEnumerable<(SourceSpan Span, string Type, string Modifiers)> Tokens(ScriptView view)
    {
        var end = 0;
        foreach (var occurrence in view.Index.All)
        {
            if (occurrence.Span.Start >= end && TypeOf(view, occurrence) is { } type && !view.TextOf(occurrence.Span).AsSpan().ContainsAny('\r', '\n'))
            {
                end = occurrence.Span.End;
                yield return (occurrence.Span, type, ModifiersOf(occurrence));
            }
        }
    }

    private static string? TypeOf(ScriptView view, Occurrence occurrence) => occurrence.Entity switch
    {
        ParameterEntity { Table: ParameterTable.Keys } or LibraryEntity { Member.FullName: "KEYS" } => "redisKey",
        ParameterEntity or LibraryEntity { Member.FullName: "ARGV" } => "redisArgument",
        CommandEntity => "redisCommand",
        TokenEntity => "redisOption",
        LocalEntity local => OfLocal(view, local.Symbol),
        LibraryEntity { Member: LibraryFunction } => "function",
        LibraryEntity or GlobalEntity => "variable",
        NamespaceEntity => "namespace",
        TypeEntity => "type",
        FieldEntity or GroupEntity => "property",
        CodeEntity or RuleEntity => "enumMember",
        HeaderKeywordEntity => "keyword",
        _ => null,
    };

    private static string OfLocal(ScriptView view, LocalSymbol symbol)
    {
        if (symbol.OnlyValue is { } value)
        {
            if (ParameterReads.Of(view.Analysis.Script, value) is { } read)
            {
                return read.Table == ParameterTable.Keys ? "redisKey" : "redisArgument";
            }

            if (view.Analysis.Types?.TypeOf(value) is { Detail: Reply or TableSummary { Command: not null } })
            {
                return "redisReply";
            }
        }

        return symbol.Value is Language.Syntax.FunctionExpression ? "function" : "variable";
    }

    private static string ModifiersOf(Occurrence occurrence) => occurrence switch
    {
        { Entity: LibraryEntity or NamespaceEntity } => "defaultLibrary",
        { Entity: CommandEntity { Command.Deprecation: not null } } => "deprecated",
        { Role: OccurrenceRole.Declaration } => "declaration",
        { Role: OccurrenceRole.Write } => "modification",
        _ => "",
    };

    private static int ModifierBits(string modifier) => modifier.Length == 0 ? 0 : 1 << Array.IndexOf(Modifiers, modifier);
}
