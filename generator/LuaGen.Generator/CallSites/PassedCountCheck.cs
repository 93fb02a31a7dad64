using LuaGen.Language;
using LuaGen.Language.Binding;
using LuaGen.Language.Inference;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.CallSites;

/// <summary>Checks the number of keys and values that a call passes against those that its script reads.</summary>
internal static class PassedCountCheck
{
    public static void Run(CallSite site, ScriptAnalysis text, CallSiteReporter reporter)
    {
        if (!site.PassesLists || text.Types is null)
        {
            return;
        }

        var uses = text.Script.Uses;
        var required = RequiredParameters.Of(text.Script);
        Check(site, ParameterTable.Keys, uses, required, reporter);
        Check(site, ParameterTable.Argv, uses, required, reporter);
    }

    private static void Check(CallSite site, ParameterTable table, ParameterUses uses, RequiredParameters required, CallSiteReporter reporter)
    {
        var passed = site.Passed(table);
        if (passed.Count is not { } count)
        {
            return;
        }

        var needed = required.Highest(table);
        var read = uses.Indexes.Where(use => use.Table == table).Select(use => use.Index).DefaultIfEmpty(0).Max();
        if (count < needed)
        {
            reporter.Report(Rule.TooFewPassed, passed.Location ?? site.NameLocation, table.Element(needed), Number(count, table), needed);
        }
        else if (count > read && site.Kind != CallKind.Helper && !uses.IsOpen(table) && !required.IsCounted(table) && !IsForRouting(table, read))
        {
            var reads = read == 0 ? "none" : $"none after {table.Element(read)}";
            reporter.Report(Rule.TooManyPassed, passed.Location ?? site.NameLocation, Number(count, table), reads, read == 0 ? "them" : "the others", "them");
        }
        else if (table == ParameterTable.Argv && site.Kind != CallKind.Helper && count <= read && !uses.IsOpen(table) && !required.IsCounted(table)
            && Enumerable.Range(1, count).FirstOrDefault(index => !uses.MayUse(table, index)) is var gap and > 0)
        {
            reporter.Report(Rule.TooManyPassed, passed.Location ?? site.NameLocation, Number(count, table), $"ARGV[{read}] and not ARGV[{gap}]", "that value", "it");
        }
    }

    /// <summary>Keys that a script does not read can still tell the client which cluster node to use.</summary>
    private static bool IsForRouting(ParameterTable table, int read) => table == ParameterTable.Keys && read == 0;

    private static string Number(int count, ParameterTable table)
    {
        var noun = table == ParameterTable.Keys ? "key" : "value";
        return count switch
        {
            0 => $"no {noun}s",
            1 => $"1 {noun}",
            _ => $"{count} {noun}s",
        };
    }
}
