namespace LuaGen.Language.Rules;

/// <content>What Redis's Lua 5.1 compiler refuses.</content>
internal sealed partial class Rule
{
    /// <summary>Redis's compiler refuses the script.</summary>
    public static Rule SyntaxError { get; } = new(1001, RuleCategory.Syntax, Severity.Error, "Syntax error", "{0}: {1}");

    /// <summary>A syntax error that is recognized as a construct of a newer Lua or of another language.</summary>
    public static Rule ForeignSyntax { get; } = new(1002, RuleCategory.Syntax, Severity.Error, "Syntax of newer Lua or another language", "{0}: {1}");

    /// <summary>The script exceeds a limit of the compiler.</summary>
    public static Rule LimitPassed { get; } = new(1003, RuleCategory.Syntax, Severity.Error, "Compiler limit exceeded", "{0}: {1}");

    /// <summary>A string or a comment is not terminated.</summary>
    public static Rule Unfinished { get; } = new(1004, RuleCategory.Syntax, Severity.Error, "Unterminated string or comment", "{0}: {1}");

    /// <summary>A number, an escape or a long bracket is malformed.</summary>
    public static Rule MalformedLiteral { get; } = new(1005, RuleCategory.Syntax, Severity.Error, "Malformed literal", "{0}: {1}");

    /// <summary>Redis refuses the <c>#!</c> line.</summary>
    public static Rule BadShebang { get; } = new(1006, RuleCategory.Syntax, Severity.Error, "Invalid shebang", "{0}: {1}");

    /// <summary>The text cannot be sent unchanged: it is not UTF-8, or has an unpaired surrogate.</summary>
    public static Rule BadEncoding { get; } = new(1007, RuleCategory.Syntax, Severity.Error, "Invalid text encoding", "{0}: {1}");

    /// <summary>A bidirectional control character: editors show the text in a different order from the one that runs.</summary>
    public static Rule BidiControl { get; } = new(1008, RuleCategory.Syntax, Severity.Warning, "Bidirectional control character", "{0} is invisible and changes the order in which the script is displayed: remove it, or write it as an escape in a string, such as `\"\\226\\128\\174\"`");

    /// <summary><c>[[</c> inside <c>[[ … ]]</c>, which some server builds refuse.</summary>
    public static Rule NestedLongBracket { get; } = new(1009, RuleCategory.Syntax, Severity.Warning, "Nested long bracket", "Many servers refuse `[[` inside `[[ … ]]`: write the outer brackets as `[=[ … ]=]`");

    /// <summary>An invisible NUL or byte order mark inside a string or a comment.</summary>
    public static Rule InvisibleCharacter { get; } = new(1010, RuleCategory.Syntax, Severity.Warning, "Invisible character", "The text contains {0}, which is invisible: {1}");
}
