using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Parameters;

/// <summary>Finds locals that have the name of one key or argument and the value of another.</summary>
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
            if (Element(local.Values[i]) is { Target: var target, Index: var position } && script.TableOf(target) is { } table && script.IntegerOf(position) is { } index)
            {
                Check(local.Names[i], table, index);
            }
        }
    }

    /// <summary><c>KEYS[1]</c>, <c>tonumber(ARGV[1])</c>, <c>ARGV[1] or 10</c>; what falls back to another element may well have its name.</summary>
    private IndexExpression? Element(Expression value)
    {
        while (true)
        {
            switch (value)
            {
                case IndexExpression index:
                    return index;
                case ParenthesizedExpression parenthesized:
                    value = parenthesized.Inner;
                    break;
                case BinaryExpression { Operator: BinaryOperator.Or, Right: StringLiteral or NumberLiteral or BooleanLiteral or NilLiteral } fallback:
                    value = fallback.Left;
                    break;
                case CallExpression { Arguments: [var argument] } call when script.IsGlobal(call.Function, "tonumber") || script.IsGlobal(call.Function, "tostring"):
                    value = argument;
                    break;
                default:
                    return null;
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

    /// <summary>By names as C# has them: <c>order_id</c> and <c>OrderId</c> are one. Where two are, that is reported as such.</summary>
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
