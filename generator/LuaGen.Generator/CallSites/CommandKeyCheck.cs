using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds strings among the keys of <c>Execute("EVAL", script, 1, "stock")</c>: the client recognizes only a <c>RedisKey</c> as a key.</summary>
internal static class CommandKeyCheck
{
    public static void Run(CallSite site, CheckContext context)
    {
        for (var i = 0; i < site.KeyArguments.Count; i++)
        {
            var key = SingleAssignment.Unwrap(site.KeyArguments[i]);
            var written = site.KeyArguments[i].SyntaxTree == context.Model.SyntaxTree ? context.Model.GetTypeInfo(site.KeyArguments[i], context.CancellationToken).Type : null;
            if (written?.SpecialType == SpecialType.System_String)
            {
                context.Reporter.Report(Rule.KeyAsText, key.GetLocation(), $"`{key}` is KEYS[{i + 1}]");
            }
        }
    }
}
