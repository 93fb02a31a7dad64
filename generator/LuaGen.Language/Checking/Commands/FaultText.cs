using LuaGen.Language.Commands;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>The message text that explains why the arguments of a command are invalid.</summary>
internal static class FaultText
{
    public static string Of(ArgumentFault fault, string?[] arguments)
    {
        if (fault.Exclusion is var (first, second))
        {
            return $"takes '{first}' or '{second}', not both";
        }

        if (fault.Position >= arguments.Length)
        {
            return $"is missing {Alternatives(fault.Lacking.Count > 0 ? fault.Lacking : fault.Expected)} at the end";
        }

        if (arguments[fault.Position] is not { } argument)
        {
            return fault.Expected.Count == 0 ? "takes no further argument here" : $"takes {Alternatives(fault.Expected)} here";
        }

        var tokens = fault.Expected.OfType<TokenNode>().Select(token => token.Text).ToArray();
        if (NearestName.Of(argument, tokens) is { } nearest)
        {
            return $"takes '{nearest}' here, not '{SyntaxFindings.Shorten(argument)}'";
        }

        var value = fault.Expected.OfType<ValueNode>().FirstOrDefault();
        return value is not null && tokens.Length == 0
            ? $"takes {Wanted(value, argument)} for '{value.Name}', not '{SyntaxFindings.Shorten(argument)}'"
            : $"does not take '{SyntaxFindings.Shorten(argument)}' here";
    }

    private static string Wanted(ValueNode value, string argument) =>
        value.Kind != ValueKind.Integer ? "a number"
        : value.CountsNext && ConstantValues.IntegerOf(argument) is not null ? "at least 1"
        : "an integer";

    private static string Alternatives(IReadOnlyList<ArgumentNode> expected)
    {
        var texts = expected.Select(Usage.Of).Distinct().ToArray();
        return texts.Length == 0 ? "an argument" : $"'{string.Join("' or '", texts)}'";
    }
}
