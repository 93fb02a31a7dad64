namespace LuaGen.Language.Rules;

/// <content>Values: what they are, and what is done with them.</content>
internal sealed partial class Rule
{
    /// <summary>An argument, which is always a string, is compared with a number, or two numerals are compared as text.</summary>
    public static Rule TextComparedAsNumber { get; } = new(3004, RuleCategory.Types, Severity.Warning, "Argument compared as a number", "{0} {1}: write `{2}`");

    /// <summary><c>reply == nil</c>, where the reply of a missing key is false.</summary>
    public static Rule ReplyComparedWithNil { get; } = new(5020, RuleCategory.Types, Severity.Warning, "Reply compared with nil", "{0} is false when the value is missing, never nil: write `{1}`");
    public static Rule StatusComparedWithText { get; } = new(5021, RuleCategory.Types, Severity.Warning, "Status compared with a string", "{0} is a table, which never equals a string: write `{1}`");
    public static Rule NumberComparedWithText { get; } = new(5022, RuleCategory.Types, Severity.Warning, "String compared with a number", "{0} is a string and {1}: write `{2}`");

    /// <summary>Redis truncates a returned number to an integer.</summary>
    public static Rule FractionReturned { get; } = new(5023, RuleCategory.Types, Severity.Warning, "Truncated return value", "Redis truncates returned numbers, here `{0}`: return a string, as in `{1}`");
    public static Rule QuotientReturned { get; } = new(5024, RuleCategory.Types, Severity.Info, "Quotient returned without rounding", "Redis truncates returned numbers, here `{0}`: write `math.floor({0})` to round down, or `string.format('%.17g', {0})` to keep the fraction");

    /// <summary>Redis ends a returned array at its first nil.</summary>
    public static Rule NilInsideArray { get; } = new(5025, RuleCategory.Types, Severity.Warning, "Nil inside a returned array", "A returned array ends at its first nil, here at index {0}: write `false`, which becomes a null reply");

    /// <summary>Redis drops the named fields of a returned table.</summary>
    public static Rule NamedTableReturned { get; } = new(5026, RuleCategory.Types, Severity.Warning, "Table with named fields returned", "Redis drops the named fields of a returned table, {0}: return the values in order, or return the table through `cjson.encode`");

    /// <summary>Every number is true in Lua.</summary>
    public static Rule NumberAsCondition { get; } = new(5027, RuleCategory.Types, Severity.Warning, "Number used as a condition", "The reply of {0} is a number, and {1} is true in Lua: write `{2}`");
    public static Rule ErrorInsideArray { get; } = new(5028, RuleCategory.Types, Severity.Warning, "Error inside a returned array", "Clients treat an error inside an array as a failure of the whole call: return the error by itself, or its text as a string");
    public static Rule ReplyContradictsHeader { get; } = new(5029, RuleCategory.Types, Severity.Warning, "Reply that contradicts the header", "The script returns {0} here, but the header declares {1}: {2}");
    public static Rule ErrorNeverRaised { get; } = new(5030, RuleCategory.Types, Severity.Warning, "Error declared but never raised", "The script never raises '{0}': remove the `RAISES` line, or write {1}");
    public static Rule ErrorNotDeclared { get; } = new(5031, RuleCategory.Types, Severity.Info, "Undeclared error", "'{0}' is not declared: write `-- RAISES {0}` in the header to give callers a constant for it");
    public static Rule OperationFails { get; } = new(5032, RuleCategory.Types, Severity.Warning, "Operation that always fails", "{0}: write {1}");

    /// <summary>A reply that is missing when the key is, used where only a value works.</summary>
    public static Rule ReplyMayBeMissing { get; } = new(5033, RuleCategory.Types, Severity.Info, "Reply that may be missing", "`{0}` is {1} when the {2} does not exist, and then {3} fails: test it first, as in `{4}`");

    /// <summary>A condition that is the same in every run.</summary>
    public static Rule ConstantCondition { get; } = new(5034, RuleCategory.Types, Severity.Warning, "Condition that is always true", "{0}: write `{1}`");

    /// <summary>An equality of two values that are never of the same kind.</summary>
    public static Rule NeverEqual { get; } = new(5035, RuleCategory.Types, Severity.Warning, "Comparison that is never true", "`{0}` is {1}, which never equals {2}: write {3}");

    /// <summary>An array or a string that is read by a name, or at a place that it does not have.</summary>
    public static Rule FieldIsNil { get; } = new(5036, RuleCategory.Types, Severity.Warning, "Field that is always nil", "{0}, because {1}: write {2}");

    /// <summary>The first variable of a loop over an array, taken for a field of a hash.</summary>
    public static Rule IndexAsField { get; } = new(5061, RuleCategory.Types, Severity.Warning, "Index used as a field", "`{0}` is an index, because {1}: write {2}");

    /// <summary>A second result of <c>redis.call</c>, or a second value of <c>return</c>.</summary>
    public static Rule ExtraResult { get; } = new(5037, RuleCategory.Types, Severity.Warning, "Result that does not exist", "{0}: write {1}");

    /// <summary>A function where a reply is meant.</summary>
    public static Rule FunctionReturned { get; } = new(5043, RuleCategory.Types, Severity.Warning, "Function returned", "`{0}` is a function, for which Redis replies with nil: write {1}");

    /// <summary>The number of matches of <c>string.gsub</c>, at the end of a list of arguments.</summary>
    public static Rule FurtherResult { get; } = new(5044, RuleCategory.Types, Severity.Warning, "Second result passed on", "`{0}` also returns {1}, which {2}: write `{3}`");

    /// <summary><c>reply.err</c> of a reply of <c>redis.pcall</c> that has no fields when the command succeeds.</summary>
    public static Rule ErrorFieldOfValue { get; } = new(5059, RuleCategory.Types, Severity.Warning, "Field of a reply that has none", "`{0}` is {1} when {2} succeeds, and then `{3}` fails: write `{4}`");

    /// <summary>The text of an error that does not begin with a code.</summary>
    public static Rule ErrorWithoutCode { get; } = new(5038, RuleCategory.Types, Severity.Info, "Error without a code", "{0}: write {1}");

    /// <summary>A reply is compared with the text <c>'nil'</c>.</summary>
    public static Rule TextForNil { get; } = new(5039, RuleCategory.Types, Severity.Warning, "Reply compared with the text 'nil'", "A missing value is {0}, not the text '{1}': write `{2}`");
}
