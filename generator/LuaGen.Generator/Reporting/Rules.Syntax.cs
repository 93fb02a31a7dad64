using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

internal static partial class Rules
{
    private const string SyntaxCategory = "LuaGen.Syntax";

    private static (RuleId Rule, DiagnosticDescriptor Descriptor)[] Syntax =>
    [
        Rule(RuleId.SyntaxError, SyntaxCategory, "Syntax error", "{0}: {1}"),
        Rule(RuleId.ForeignSyntax, SyntaxCategory, "Newer Lua, or another language", "{0}: {1}"),
        Rule(RuleId.LimitPassed, SyntaxCategory, "Limit of the compiler passed", "{0}: {1}"),
        Rule(RuleId.Unfinished, SyntaxCategory, "Unfinished string or comment", "{0}: {1}"),
        Rule(RuleId.MalformedLiteral, SyntaxCategory, "Malformed literal", "{0}: {1}"),
        Rule(RuleId.BadShebang, SyntaxCategory, "Bad shebang", "{0}: {1}"),
        Rule(RuleId.BadEncoding, SyntaxCategory, "Text that cannot be sent", "{0}: {1}"),
        Rule(RuleId.BidiControl, SyntaxCategory, "Bidirectional control", "{0} is invisible and makes the script read otherwise than it runs: remove it, or write it as escapes such as \"\\226\\128\\174\" in a string"),
        Rule(RuleId.NestedLongBracket, SyntaxCategory, "Nested long bracket", "Many servers refuse \"[[\" inside of \"[[ … ]]\": write the outer brackets as \"[=[ … ]=]\""),
        Rule(RuleId.InvisibleCharacter, SyntaxCategory, "Invisible character", "{0} stands here unseen: {1}"),
    ];
}
