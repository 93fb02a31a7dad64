using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds calls that send a script's text in a batch: if the server has lost the script, the client waits forever for a reply.</summary>
internal static class BatchCheck
{
    public static void Run(CallSite site, CheckContext context)
    {
        var target = site.Kind switch
        {
            CallKind.Text => site.Invocation.Instance,
            CallKind.Prepared when context.Client.IsPrepared(site.Method.ContainingType) =>
                site.Invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "db")?.Value,
            CallKind.Prepared => site.Invocation.Instance,
            _ => null,
        };

        while (target is IConversionOperation { IsImplicit: true } conversion)
        {
            target = conversion.Operand;
        }

        if (context.Client.IsPlainBatch(target?.Type))
        {
            context.Reporter.Report(Rule.TextInBatch, site.NameLocation);
        }
    }
}
