using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Checking.Parameters;

/// <summary>Compares the indexes at which the body reads <c>KEYS</c> and <c>ARGV</c> with the valid ones, and with the header.</summary>
internal static class IndexChecks
{
    private readonly record struct Declaration(int Index, bool IsRest, PathSyntax Path);

    public static void Run(BoundScript script, ScriptHeader header, FindingBag findings)
    {
        var uses = script.Uses;
        foreach (var use in uses.Indexes.Where(use => use.Index < 1))
        {
            findings.StrayIndex(script.Tree, use);
        }

        if (!header.IsComplete)
        {
            return;
        }

        // A table that the header does not mention is declared by the code.
        if (!header.LeavesKeysOpen)
        {
            Check(ParameterTable.Keys, header.Keys.Select(key => new Declaration(key.Index, key.IsRest, key.Path)), uses, findings);
        }

        if (!header.LeavesArgumentsOpen)
        {
            Check(ParameterTable.Argv, header.Arguments.Select(argument => new Declaration(argument.Index, argument.IsRest, argument.Path)), uses, findings);
        }
    }

    private static void Check(ParameterTable table, IEnumerable<Declaration> declarations, ParameterUses uses, FindingBag findings)
    {
        var declared = declarations.ToArray();
        var count = declared.Any(declaration => declaration.IsRest) ? int.MaxValue : declared.Select(declaration => declaration.Index).DefaultIfEmpty(0).Max();
        foreach (var use in uses.Indexes.Where(use => use.Table == table))
        {
            if (use.Index > count)
            {
                findings.IndexBeyondDeclared(use, count);
            }
        }

        foreach (var declaration in declared)
        {
            // A name with a leading "_" marks a parameter that is deliberately unused.
            if (!declaration.IsRest && declaration.Path.Name[0] != '_' && !uses.MayUse(table, declaration.Index))
            {
                findings.UnusedDeclaration(declaration.Path.Span, table, declaration.Index, declaration.Path.Name);
            }
        }
    }
}
