using System.Globalization;
using System.Numerics;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Fixing;

/// <summary>Whole numbers that lose digits.</summary>
internal static class NumberFixes
{
    /// <summary>Where a command takes the number, its digits can be sent as text. A calculation needs a number.</summary>
    public static ScriptFix? SendText(ScriptAnalysis analysis, Finding finding)
    {
        var argument = analysis.Script.Calls.All.SelectMany(call => call.Arguments).FirstOrDefault(each => each.Span == finding.Span);
        if (argument?.Expression is not NumberLiteral literal)
        {
            return null;
        }

        var text = analysis.Tree.TextOf(literal);
        var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? BigInteger.Parse("0" + text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return new ScriptFix($"Write `'{digits}'`", [new TextEdit(finding.Span, $"'{digits}'")]);
    }
}
