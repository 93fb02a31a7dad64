using LuaGen.Language;
using LuaGen.Language.Binding;
using LuaGen.Language.Inference;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Finds elements of <c>KEYS</c> and <c>ARGV</c> that a prepared script reads itself although its calls never fill them: the
/// client passes nothing but the parameters with names.
/// </summary>
internal static class PreparedReadsCheck
{
    public static void Run(CallSite site, CheckContext context)
    {
        if (site.Kind != CallKind.Prepare || site.Prepared is not { Source.Characters.Count: > 0 } prepared || ScriptOf(prepared, context) is not { } script)
        {
            return;
        }

        var sent = prepared.Script.AsSent();
        var required = RequiredParameters.Of(script.Script);
        foreach (var table in new[] { ParameterTable.Keys, ParameterTable.Argv })
        {
            // Every parameter is an element of ARGV, and at most all of them are also keys.
            var index = required.Highest(table);
            if (index > sent.Parameters.Count && script.Script.Uses.Indexes.FirstOrDefault(use => use.Table == table && use.Index == index) is { Index: > 0 } use)
            {
                var location = prepared.Source.LocationOf(sent.ToSource(use.Span)) ?? site.Script!.GetLocation();
                Report(table, index, location, context);
            }
        }
    }

    /// <summary>The same for a call whose object is known: only its members of type <c>RedisKey</c> are keys.</summary>
    public static void RunCall(PreparedText prepared, int keys, Location location, CheckContext context)
    {
        if (ScriptOf(prepared, context) is { } script && RequiredParameters.Of(script.Script).Highest(ParameterTable.Keys) is var index && index > keys && index <= prepared.Parameters.Count)
        {
            Report(ParameterTable.Keys, index, location, context);
        }
    }

    private static void Report(ParameterTable table, int index, Location location, CheckContext context)
    {
        var isKey = table == ParameterTable.Keys;
        context.Reporter.Report(Rule.PreparedReadsTables, location, table.Element(index), isKey ? "key" : "value", isKey ? "a `RedisKey`" : "the value");
    }

    /// <summary>The script as the server receives it, if it names KEYS or ARGV itself and parses.</summary>
    private static ScriptAnalysis? ScriptOf(PreparedText prepared, CheckContext context)
    {
        if (!prepared.ReadsTables)
        {
            return null;
        }

        var script = ScriptCompiler.AnalyzeString(prepared.Script.AsSent().Text, readOnlyBy: null, context.Scripts.Project.Scripts, context.CancellationToken);
        return script.Types is null ? null : script;
    }
}
