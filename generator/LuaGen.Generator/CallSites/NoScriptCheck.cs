using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds calls by hash in types that nowhere handle NOSCRIPT, the reply of a server that has lost the script.</summary>
internal static class NoScriptCheck
{
    public static void Run(CallSite site, CheckContext context)
    {
        var remedy = site.Kind switch
        {
            CallKind.Hash or CallKind.HashCommand => "catch `RedisServerException` and send the text, or pass the text instead of the hash",
            CallKind.Text when LosesText(site, context.Client) => "call `ScriptEvaluateAsync`, which sends the text then, or use StackExchange.Redis 3.2 or newer",
            _ => null,
        };
        if (remedy is not null && !IsHandled(site.Syntax, new NoScriptHandlers(context)))
        {
            context.Reporter.Report(Rule.HashWithoutHandling, site.NameLocation, remedy);
        }
    }

    /// <summary>
    /// Whether the client sends a text as a hash and passes NOSCRIPT on. It sends the hash of a text that it has sent before;
    /// until 3.2 this one method does not send the text after NOSCRIPT. A transaction sends the text at once, and in a batch
    /// the call never completes, which is LUA7008.
    /// </summary>
    private static bool LosesText(CallSite site, RedisClient client) =>
        !client.HasReadOnlyScripts && site.Method.Name == "ScriptEvaluateReadOnlyAsync" && !client.IsBatch(site.Target?.AsWritten().Type);

    /// <summary>Whether a <c>catch</c> around the call handles the reply, or one anywhere in the type, which its calls may share.</summary>
    private static bool IsHandled(SyntaxNode call, NoScriptHandlers handlers)
    {
        var scope = call.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? call.SyntaxTree.GetRoot();
        return NoScriptHandlers.Mentions(scope)
            || call.Ancestors().OfType<TryStatementSyntax>().Any(statement => statement.Block.Span.Contains(call.Span) && statement.Catches.Any(handlers.Handles))
            || scope.DescendantNodes().OfType<CatchClauseSyntax>().Any(clause => clause.Declaration is not null && handlers.NamesServerError(clause) && handlers.Handles(clause));
    }
}
