namespace LuaGen.Language.Rules;

/// <content>Lua as it runs inside Redis.</content>
internal sealed partial class Rule
{
    /// <summary>Assignment to a global or to a member of a library; Redis makes both read-only.</summary>
    public static Rule GlobalAssigned { get; } = new(5001, RuleCategory.Sandbox, Severity.Warning, "Assignment to a global", "\"{0}\" is read-only to scripts, as all globals are: {1}");

    /// <summary>A global or a library function that Redis's Lua does not provide.</summary>
    public static Rule UnknownName { get; } = new(5002, RuleCategory.Sandbox, Severity.Warning, "Unknown global or library function", "Scripts have no {0}: {1}");

    /// <summary>A script raises an error with a code that the server itself uses.</summary>
    public static Rule ReservedCode { get; } = new(5003, RuleCategory.Sandbox, Severity.Warning, "Reserved error code", "\"{0}\" is an error of the server itself, after which clients send the script again: begin with a code of your own");

    /// <summary><c>error</c> with a table that has no <c>err</c> field, which crashes some server versions.</summary>
    public static Rule CrashingError { get; } = new(5004, RuleCategory.Sandbox, Severity.Warning, "Error that crashes the server", "error with a table that has no \"err\" crashes Redis 7.0, 7.4 and Valkey 8: write {0} or error('text')");

    /// <summary>A number with more digits than a conversion keeps.</summary>
    public static Rule LossyNumber { get; } = new(5005, RuleCategory.Sandbox, Severity.Warning, "Number that loses digits", "{0} {1}: {2}");

    /// <summary>A library function is called with an argument that it never accepts.</summary>
    public static Rule FailingCall { get; } = new(5006, RuleCategory.Sandbox, Severity.Warning, "Call that always fails", "{0}, so the call always fails: {1}");
    public static Rule UnboundedUnpack { get; } = new(5007, RuleCategory.Sandbox, Severity.Info, "Unbounded unpack", "unpack fails when {0} has 8,000 values or more: call with slices, {1}");

    /// <summary>Code that is built from keys, arguments or replies.</summary>
    public static Rule CodeFromOutside { get; } = new(5008, RuleCategory.Sandbox, Severity.Warning, "Code built from input", "{0} compiles what comes from outside of the script, so whoever sets that runs code: choose among functions of the script instead");

    /// <summary><c>server</c>, which Redis does not have.</summary>
    public static Rule ValkeyName { get; } = new(5009, RuleCategory.Sandbox, Severity.Info, "Valkey-only name", "Only Valkey has \"server\": write redis, which Valkey has too");
}
