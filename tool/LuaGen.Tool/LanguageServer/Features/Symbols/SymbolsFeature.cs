using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Symbols;

/// <summary>The outline of a script: its keys, arguments and reply, then its functions and the locals of its main chunk.</summary>
internal static class SymbolsFeature
{
    private const int Key = 20;
    private const int Property = 7;
    private const int Function = 12;
    private const int Variable = 13;
    private const int Event = 24;

    public static DocumentSymbol[] Of(ScriptView view, DocumentParams parameters)
    {
        var header = view.Analysis.Header;
        IEnumerable<(SourceSpan Span, DocumentSymbol Symbol)> declared =
        [
            .. header.Keys.Select(key => (key.Span, Of(view, $"KEYS[{key.Index}] {view.TextOf(key.Path.Span)}", key.Text, Key, key.Span, key.Path.Span))),
            .. header.Arguments.Select(argument => (argument.Span, Of(view, $"ARGV[{argument.Index}] {view.TextOf(argument.Path.Span)}", view.TextOf(argument.Type.Span), Property, argument.Span, argument.Path.Span))),
            .. header.Replies.Select(reply => (reply.Span, Of(view, reply.Name is { } name ? "RETURNS " + name.Name : "RETURNS", view.TextOf(reply.Type.Span), Event, reply.Span, reply.Span))),
        ];
        return [.. declared.OrderBy(each => each.Span.Start).Select(each => each.Symbol), .. InBlock(view, view.Analysis.Tree.Chunk, withLocals: true)];
    }

    private static IEnumerable<DocumentSymbol> InBlock(ScriptView view, Block block, bool withLocals)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case LocalFunctionStatement function:
                    yield return OfFunction(view, function.Name.Name, function.Body, function.Span, function.Name.Span);
                    break;
                case FunctionStatement function:
                    var nameSpan = SourceSpan.FromBounds(function.Name.Span.Start, function.Method?.Span.End ?? function.Name.Span.End);
                    yield return OfFunction(view, view.TextOf(nameSpan), function.Body, function.Span, nameSpan);
                    break;
                case LocalStatement local:
                    for (var i = 0; i < local.Names.Count; i++)
                    {
                        var name = local.Names[i];
                        if (i < local.Values.Count && local.Values[i] is FunctionExpression value)
                        {
                            yield return OfFunction(view, name.Name, value.Body, local.Span, name.Span);
                        }
                        else if (withLocals && name.Name.Length > 0)
                        {
                            yield return Of(view, name.Name, DetailOf(view, name), Variable, local.Span, name.Span);
                        }
                    }

                    break;
            }
        }
    }

    private static string? DetailOf(ScriptView view, Identifier name) =>
        view.Analysis.Script.DeclaredBy(name) is LocalSymbol symbol ? Language.Editing.EntityText.ValueOf(view.Analysis, symbol, place: null) : null;

    private static DocumentSymbol OfFunction(ScriptView view, string name, FunctionBody body, SourceSpan span, SourceSpan selection) =>
        Of(view, name, $"({string.Join(", ", body.Parameters.Select(parameter => parameter.Name).Concat(body.IsVararg ? ["..."] : []))})", Function, span, selection) with
        {
            Children = [.. InBlock(view, body.Block, withLocals: false)],
        };

    private static DocumentSymbol Of(ScriptView view, string name, string? detail, int kind, SourceSpan span, SourceSpan selection) =>
        new(name, string.IsNullOrEmpty(detail) ? null : detail, kind, view.RangeOf(span), view.RangeOf(selection), Children: null);
}
