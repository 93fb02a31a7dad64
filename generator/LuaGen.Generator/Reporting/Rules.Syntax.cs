using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

internal static partial class Rules
{
    private const string SyntaxCategory = "LuaGen.Syntax";

    private static (RuleId Rule, DiagnosticDescriptor Descriptor)[] Syntax =>
    [
        Rule(RuleId.SyntaxError, SyntaxCategory, "Syntax error", "{0}: {1}"),
        Rule(RuleId.ForeignSyntax, SyntaxCategory, "Syntax of another language", "{0}: {1}"),
        Rule(RuleId.LimitPassed, SyntaxCategory, "Limit of the compiler", "{0}: {1}"),
        Rule(RuleId.Unfinished, SyntaxCategory, "Unfinished string or comment", "{0}: {1}"),
        Rule(RuleId.MalformedLiteral, SyntaxCategory, "Malformed literal", "{0}: {1}"),
        Rule(RuleId.BadShebang, SyntaxCategory, "Bad shebang", "{0}: {1}"),
        Rule(RuleId.BadEncoding, SyntaxCategory, "Text that cannot be sent", "{0}: {1}"),
        Rule(RuleId.BidiControl, SyntaxCategory, "Bidirectional control", "{0} makes this text read otherwise than it runs: write it as an escape, or remove it"),
        Rule(RuleId.NestedLongBracket, SyntaxCategory, "Nested long bracket", "\"[[\" inside \"[[ … ]]\" is refused by some builds of Redis: write \"[=[ … ]=]\" around it"),
        Rule(RuleId.InvisibleCharacter, SyntaxCategory, "Invisible character", "{0} is hidden in this text: {1}"),
    ];
}
