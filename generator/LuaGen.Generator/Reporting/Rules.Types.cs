using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

internal static partial class Rules
{
    private const string TypeCategory = "LuaGen.Types";

    private static (RuleId Rule, DiagnosticDescriptor Descriptor)[] Types =>
    [
        Rule(RuleId.TextComparedAsNumber, TypeCategory, "Argument compared as a number", "{0} {1}: write {2}"),
        Rule(RuleId.ReplyComparedWithNil, TypeCategory, "Reply compared with nil", "Where {0} is missing it is false, which is not nil: write \"{1}\""),
        Rule(RuleId.StatusComparedWithText, TypeCategory, "Status compared with a string", "{0} is a table, which is never equal to a string: write {1}"),
        Rule(RuleId.NumberComparedWithText, TypeCategory, "String compared with a number", "{0} is a string and {1}: write {2}"),
        Rule(RuleId.FractionReturned, TypeCategory, "Number returned without its fraction", "Redis cuts the fraction of a number that a script returns, so of {0}: return a string, as in {1}"),
        Rule(RuleId.QuotientReturned, TypeCategory, "Quotient returned", "Redis cuts the fraction of a number that a script returns: write math.floor(…) if that is meant, and string.format('%.17g', …) if not"),
        Rule(RuleId.NilInsideArray, TypeCategory, "Nil inside a returned array", "An array that is returned ends at its first nil, here at index {0}: write false, which becomes nil"),
        Rule(RuleId.NamedTableReturned, TypeCategory, "Table with names returned", "Redis drops what lies under names in a table that is returned, so the reply is an empty array: return the values in order, or cjson.encode the table"),
        Rule(RuleId.NumberAsCondition, TypeCategory, "Number as a condition", "The reply of {0} is a number, and 0 is true in Lua: write {1}"),
        Rule(RuleId.ErrorInsideArray, TypeCategory, "Error inside a returned array", "A client takes an error inside of an array for the failure of the whole call: return the error by itself, or its text as a string"),
        Rule(RuleId.ReplyContradictsHeader, TypeCategory, "Reply other than declared", "The script returns {0} here and declares {1}: {2}"),
        Rule(RuleId.ErrorNeverRaised, TypeCategory, "Error declared but never raised", "Nothing in the script raises {0}: remove the line, or write {1}"),
        Rule(RuleId.ErrorNotDeclared, TypeCategory, "Error not declared", "{0} is not declared: write \"-- RAISES {0}\" in the header, and callers get a constant for it"),
        Rule(RuleId.OperationFails, TypeCategory, "Operation that always fails", "{0}: write {1}"),
    ];
}
