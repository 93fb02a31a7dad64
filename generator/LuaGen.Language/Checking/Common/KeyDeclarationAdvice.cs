using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.Inference;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Common;

/// <summary>Suggests how to declare another key: by a line of the header, or, for a script in a string, in the call.</summary>
internal sealed class KeyDeclarationAdvice(TypedScript script, ScriptHeader header)
{
    private int? _next;
    private HashSet<string>? _taken;

    /// <param name="use">The undeclared key.</param>
    /// <param name="isMany">Whether the expression represents any number of keys.</param>
    public string For(KeyUse use, bool isMany)
    {
        var name = NameOf(use.Expression) is { Length: > 0 } word && !IsTaken(word) ? word : "key";
        var rest = RestIndex();
        var index = rest ?? (_next ??= NextIndex());
        if (header.IsForString)
        {
            return isMany ? "pass such keys as keys and write `KEYS[i]`" : $"pass it as a key and write `KEYS[{index}]`";
        }

        name = IsTaken(name) ? $"{name}{index}" : name;
        return isMany && rest is null ? $"declare such keys as `-- KEYS[{index}...] {name}` and write `KEYS[i]`"
            : isMany ? $"pass it in `KEYS[{index}...]` and write `KEYS[i]`"
            : rest is null ? $"declare it as `-- KEYS[{index}] {name}` and write `KEYS[{index}]`"
            : $"declare it as `-- KEYS[{index}] {name}`, start the list after it, and write `KEYS[{index}]`";
    }

    private int? RestIndex()
    {
        foreach (var key in header.Keys)
        {
            if (key.IsRest)
            {
                return key.Index;
            }
        }

        return null;
    }

    private int NextIndex()
    {
        var last = 0;
        foreach (var key in header.Keys)
        {
            last = Math.Max(last, key.Index);
        }

        foreach (var use in script.Script.Uses.Indexes)
        {
            last = use.Table == ParameterTable.Keys && use.Index < int.MaxValue ? Math.Max(last, use.Index) : last;
        }

        return last + 1;
    }

    private bool IsTaken(string name) => (_taken ??= Names()).Contains(name);

    private HashSet<string> Names()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        names.UnionWith(header.Keys.Select(key => Identifiers.Camel(key.Path.Name)));
        names.UnionWith(header.Arguments.Select(argument => Identifiers.Camel(argument.Path.Name)));
        return names;
    }

    /// <summary>The script's own name for the key: the local, the declared name of the argument, or the last word of the text that it is built from.</summary>
    private string? NameOf(Expression expression)
    {
        if (script.TypeOf(expression).Detail is Parameter { Table: ParameterTable.Argv } parameter)
        {
            // The key keeps the argument's name, because the argument will be removed.
            return expression is NameExpression local ? Identifiers.Camel(local.Name) : NameOfArgument(parameter.Index);
        }

        return expression switch
        {
            ParenthesizedExpression parenthesized => NameOf(parenthesized.Inner),
            NameExpression name => Identifiers.Camel(name.Name),
            StringLiteral text => LastWord(text.Value),
            BinaryExpression { Operator: BinaryOperator.Concatenate } concatenation => NameOf(concatenation),
            _ => null,
        };
    }

    private static string? NameOf(BinaryExpression concatenation)
    {
        string? found = null;
        Expression left = concatenation;
        while (left is BinaryExpression { Operator: BinaryOperator.Concatenate } chain && found is null)
        {
            // ".." is right-associative.
            found = chain.Right is StringLiteral text ? LastWord(text.Value) : chain.Right is BinaryExpression { Operator: BinaryOperator.Concatenate } inner ? NameOf(inner) : null;
            left = chain.Left;
        }

        return found ?? (left is StringLiteral first ? LastWord(first.Value) : null);
    }

    private string? NameOfArgument(int index)
    {
        foreach (var argument in header.Arguments)
        {
            if (argument.Index == index)
            {
                return Identifiers.Camel(argument.Path.Name) + "Key";
            }
        }

        return null;
    }

    /// <summary><c>app:stock:{…}:total</c> → <c>total</c></summary>
    private static string? LastWord(string text)
    {
        var end = text.Length;
        while (end > 0 && !IsLetter(text[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && (IsLetter(text[start - 1]) || text[start - 1] == '_'))
        {
            start--;
        }

        return end > start ? Identifiers.Camel(text.Substring(start, end - start)) : null;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
