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
        Check(concatenation.Left);
        Check(concatenation.Right);
    }

    /// <summary>Checks what becomes JSON or text: <c>cjson.encode({ id = tonumber(ARGV[1]) })</c>.</summary>
    public void Check(CallExpression call)
    {
        if (script.Script.FunctionCalled(call) is { FullName: "cjson.encode" or "tostring" })
        {
            foreach (var argument in call.Arguments)
            {
                Check(argument);
                if (script.Script.Resolve(argument) is TableConstructor table)
                {
                    foreach (var field in table.Fields)
                    {
                        Check(field.Value);
                    }
                }
            }
        }
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
