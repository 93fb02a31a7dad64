using LuaGen.Language.Checking.Common;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds numbers of 16 digits, such as times in microseconds, that become text with 14.</summary>
internal sealed class NumberTextChecks(TypedScript script, FindingBag findings)
{
    private readonly HashSet<int> _reported = [];

    public void Check(BinaryExpression concatenation)
    {
        Check(concatenation.Left, "`..`");
        Check(concatenation.Right, "`..`");
    }

    public void Check(CallExpression call, LibraryFunction function)
    {
        switch (function.FullName)
        {
            case "tostring" or "cjson.encode":
                CheckAll(call.Arguments, function);
                break;
            case "string.format" when call.Arguments is [var format, ..] && script.Script.Resolve(format) is StringLiteral { Value: var text } && text.IndexOf("%s", StringComparison.Ordinal) >= 0:
                CheckAll([.. call.Arguments.Skip(1)], function);
                break;
            case "table.concat" when call.Arguments is [var list, ..] && script.Script.Resolve(list) is TableConstructor table:
                CheckAll([.. table.Fields.Select(field => field.Value)], function);
                break;
        }
    }

    private void CheckAll(IReadOnlyList<Expression> values, LibraryFunction function)
    {
        foreach (var value in values)
        {
            if (script.Script.Resolve(value) is TableConstructor table)
            {
                foreach (var field in table.Fields)
                {
                    Check(field.Value, $"`{function.FullName}`");
                }
            }
            else
            {
                Check(value, $"`{function.FullName}`");
            }
        }
    }

    private void Check(Expression value, string conversion)
    {
        if (script.TypeOf(value).Detail is Microseconds && _reported.Add(value.Span.Start))
        {
            var print = SourceExcerpt.Of(script.Script.Tree, value);
            findings.DigitsLostInText(value.Span, print, conversion, $"`string.format('%.0f', {print})`");
        }
    }
}
