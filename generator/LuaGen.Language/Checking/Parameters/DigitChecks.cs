using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Parameters;

/// <summary>
/// Finds 64-bit arguments that are passed through <c>tonumber</c> on their way into a command, a text or the reply,
/// although the unconverted argument would do. Calculations and comparisons are not reported: they need a number.
/// </summary>
internal sealed class DigitChecks(TypedScript script, DeclaredArguments arguments, FindingBag findings)
{
    /// <summary>Longer formats do not occur in practice, and many calls could share one.</summary>
    private const int MaxFormat = 1024;

    private readonly HashSet<int> _reported = [];

    /// <summary>Checks the arguments of calls and the returned values.</summary>
    public void Run()
    {
        foreach (var call in script.ReachedCalls)
        {
            for (var i = 1; i < call.Arguments.Count; i++)
            {
                Check(call.Arguments[i].Expression);
            }
        }

        foreach (var reply in script.Returns)
        {
            if (reply.Values.Count > 0)
            {
                CheckReturned(reply.Values[0]);
            }
        }
    }

    /// <summary>Checks the operands of a concatenation.</summary>
    public void Check(BinaryExpression concatenation)
    {
        CheckText(concatenation.Left, "..");
        CheckText(concatenation.Right, "..");
    }

    /// <summary>Checks what becomes JSON, MessagePack or text: <c>cjson.encode({ id = tonumber(ARGV[1]) })</c>.</summary>
    public void Check(CallExpression call)
    {
        switch (script.Script.FunctionCalled(call)?.FullName)
        {
            case ("cjson.encode" or "tostring" or "cmsgpack.pack" or "table.concat") and var function:
                foreach (var argument in call.Arguments)
                {
                    CheckAll(argument, function);
                }

                break;
            case "string.format" and var function when call.Arguments is [var format, ..]:
                CheckFormatted(format, call.Arguments, 1, function);
                break;
        }
    }

    /// <summary><c>('%s'):format(id)</c></summary>
    public void Check(MethodCallExpression call)
    {
        if (call.Method.Name == "format")
        {
            CheckFormatted(call.Target, call.Arguments, 0, "string.format");
        }
    }

    private void CheckFormatted(Expression format, IReadOnlyList<Expression> values, int first, string function)
    {
        if (script.Script.Resolve(format) is StringLiteral { Value: { Length: <= MaxFormat } text })
        {
            var i = first;
            foreach (var directive in FormatDirectives.Of(text))
            {
                if (i < values.Count && directive is { IsNumber: false, Fault: null })
                {
                    CheckText(values[i], function);
                }

                i++;
            }
        }
    }

    private void CheckAll(Expression value, string function)
    {
        CheckText(value, function);
        if (script.Script.Resolve(value) is TableConstructor table)
        {
            foreach (var field in table.Fields)
            {
                CheckText(field.Value, function);
            }
        }
    }

    /// <summary>A number that becomes text, in which 14 digits remain: of a calculation too.</summary>
    private void CheckText(Expression value, string conversion)
    {
        Check(value);
        if (conversion != "cmsgpack.pack" && script.Script.Resolve(value) is BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract } calculation
            && (WideOf(calculation.Left) ?? WideOf(calculation.Right)) is var (index, type) && _reported.Add(index))
        {
            var remedy = Remedy.Of(script.Script.Tree, value, print => $"string.format('%.0f', {print(value)})");
            findings.DigitsLostInText(value.Span, conversion, remedy, index, type);
        }
    }

    /// <summary>The 64-bit argument that an operand is, with or without <c>tonumber</c>.</summary>
    private (int Index, string Type)? WideOf(Expression operand)
    {
        operand = script.Script.Resolve(operand);
        var text = operand is CallExpression { Arguments: [var converted] } call && script.Script.IsGlobal(script.Script.Resolve(call.Function), "tonumber") ? converted : operand;
        return arguments.Of(text) is { Type: NamedType { Type: { Kind: WireKind.WideWhole } type } } argument ? (argument.Index, type.Name) : null;
    }

    private void CheckReturned(Expression value)
    {
        Check(value, isReturned: true);
        if (value is TableConstructor table)
        {
            foreach (var field in table.Fields)
            {
                Check(field.Value, isReturned: true);
            }
        }
    }

    private void Check(Expression used, bool isReturned = false)
    {
        if (used is not (CallExpression or NameExpression or ParenthesizedExpression)
            || script.Script.Resolve(used) is not CallExpression { Arguments: [var converted] } call
            || !script.Script.IsGlobal(script.Script.Resolve(call.Function), "tonumber")
            || arguments.Of(converted) is not { Type: NamedType { Type: { Kind: WireKind.WideWhole } type } } argument
            || !_reported.Add(argument.Index))
        {
            return;
        }

        // A command gets the same text; a returned number would become a string.
        var remedy = Remedy.Of(script.Script.Tree, used, print => print(converted));
        findings.DigitsLost(used.Span, isReturned ? Remedy.Advice(remedy.Shown) : remedy, argument.Index, type.Name);
    }
}
