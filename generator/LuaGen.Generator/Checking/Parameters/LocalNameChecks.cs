using LuaGen.Generator.Binding;
using LuaGen.Generator.Findings;
using LuaGen.Generator.Header;
using LuaGen.Generator.Model;
using LuaGen.Generator.Syntax;

namespace LuaGen.Generator.Checking.Parameters;

/// <summary>Finds locals that have the name of one key or argument and the value of another.</summary>
internal sealed class LocalNameChecks(BoundScript script, ScriptHeader header, FindingBag findings)
{
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
        string? declared = null;
        var elsewhere = 0;
        foreach (var (at, isRest, path) in DeclarationsOf(table))
        {
            if (isRest || path.Member is not null)
            {
                continue;
            }

            if (at == index)
            {
                declared = path.Name;
            }
            else if (AreSame(path.Name, local.Name))
            {
                elsewhere = at;
            }
        }

        if (declared is not null && elsewhere > 0 && !AreSame(declared, local.Name))
        {
            findings.LocalNamedOtherwise(local.Span, table, index, declared, local.Name, elsewhere);
        }
    }

    private IEnumerable<(int Index, bool IsRest, PathSyntax Path)> DeclarationsOf(ParameterTable table) => table == ParameterTable.Keys
        ? header.Keys.Select(key => (key.Index, key.IsRest, key.Path))
        : header.Arguments.Select(argument => (argument.Index, argument.IsRest, argument.Path));

    /// <summary><c>order_id</c>, <c>OrderId</c></summary>
    private static bool AreSame(string left, string right) => left == right || Identifiers.Camel(left) == Identifiers.Camel(right);
}
