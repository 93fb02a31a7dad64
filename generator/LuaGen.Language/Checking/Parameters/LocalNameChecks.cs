using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Parameters;

/// <summary>Finds locals that are named after one key or argument but hold the value of another.</summary>
internal sealed class LocalNameChecks(BoundScript script, ScriptHeader header, FindingBag findings)
{
    private (Dictionary<int, string> ByIndex, Dictionary<string, int> ByName)? _keys;
    private (Dictionary<int, string> ByIndex, Dictionary<string, int> ByName)? _arguments;

    public void Check(Statement statement)
    {
        if (statement is not LocalStatement local)
        {
            return;
        }

        for (var i = 0; i < local.Names.Count && i < local.Values.Count; i++)
        {
            if (ParameterReads.Of(script, local.Values[i]) is var (table, index))
            {
                Check(local.Names[i], table, index);
            }
        }
    }

    private void Check(Identifier local, ParameterTable table, int index)
    {
        var names = table == ParameterTable.Keys
            ? _keys ??= Names(header.Keys.Where(key => !key.IsRest).Select(key => (key.Index, key.Path)))
            : _arguments ??= Names(header.Arguments.Where(argument => !argument.IsRest).Select(argument => (argument.Index, argument.Path)));
        if (names.ByIndex.TryGetValue(index, out var declared)
            && names.ByName.TryGetValue(Identifiers.Camel(local.Name), out var elsewhere)
            && elsewhere != index)
        {
            findings.LocalNamedOtherwise(local.Span, table, index, declared, local.Name, elsewhere);
        }
    }

    /// <summary>Compares names in their C# form: <c>order_id</c> and <c>OrderId</c> are the same. A duplicate is reported by another rule.</summary>
    private static (Dictionary<int, string> ByIndex, Dictionary<string, int> ByName) Names(IEnumerable<(int Index, PathSyntax Path)> declarations)
    {
        var (byIndex, byName) = (new Dictionary<int, string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (index, path) in declarations)
        {
            byIndex[index] = path.Name;
            byName[Identifiers.Camel(path.Name)] = index;
        }

        return (byIndex, byName);
    }
}
