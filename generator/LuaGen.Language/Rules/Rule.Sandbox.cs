namespace LuaGen.Language.Rules;

/// <content>Lua as it runs inside Redis.</content>
internal sealed partial class Rule
{
    /// <summary>Assignment to a global or to a member of a library; Redis makes both read-only.</summary>
    public static Rule GlobalAssigned { get; } = new(5001, RuleCategory.Sandbox, Severity.Warning, "Assignment to a global", "'{0}' cannot be set, because globals and libraries are read-only in scripts: {1}");

    /// <summary>A global or a library function that Redis's Lua does not provide.</summary>
    public static Rule UnknownName { get; } = new(5002, RuleCategory.Sandbox, Severity.Warning, "Unknown global or library function", "{2} scripts have no {0}: {1}");

    /// <summary>A script raises an error with a code that the server itself uses.</summary>
    public static Rule ReservedCode { get; } = new(5003, RuleCategory.Sandbox, Severity.Warning, "Reserved error code", "'{0}' is a server error code, after which clients may send the call again: begin the error with a code of your own");

    /// <summary><c>error</c> with a table that has no <c>err</c> field, which crashes some server versions.</summary>
    public static Rule CrashingError { get; } = new(5004, RuleCategory.Sandbox, Severity.Warning, "Error that crashes the server", "`error` with a table that has no 'err' text crashes Redis 7.0 to 8.0.2 and Valkey 7.2 to 8.1.1: write `{0}` or `error('text')`");

    /// <summary>A number with more digits than a conversion keeps.</summary>
    public static Rule LossyNumber { get; } = new(5005, RuleCategory.Sandbox, Severity.Warning, "Number that loses digits", "`{0}` {1}: {2}");

    /// <summary>A library function is called with an argument that it never accepts.</summary>
    public static Rule FailingCall { get; } = new(5006, RuleCategory.Sandbox, Severity.Warning, "Call that always fails", "{0}, so the call always fails: {1}");
    public static Rule UnboundedUnpack { get; } = new(5007, RuleCategory.Sandbox, Severity.Info, "Unbounded unpack", "`unpack` fails when {0} has 8,000 elements or more: unpack slices, as in `{1}`");

    /// <summary>Code that is built from keys, arguments or replies.</summary>
    public static Rule CodeFromOutside { get; } = new(5008, RuleCategory.Sandbox, Severity.Warning, "Code built from input", "`{0}` compiles text from outside the script, so whoever controls that text runs code on the server: choose among functions of the script instead");

    /// <summary><c>server</c>, which Redis does not have.</summary>
    public static Rule ValkeyName { get; } = new(5009, RuleCategory.Sandbox, Severity.Info, "Valkey-only name", "Only Valkey has the global 'server': write `redis`, which Valkey has too");

    /// <summary>Text that Lua 5.1 accepts and Lua 5.4 does not.</summary>
    public static Rule NotLua54 { get; } = new(5040, RuleCategory.Sandbox, Severity.Warning, "Not Lua 5.4", "Garnet runs Lua 5.4, which does not compile {0}: {1}");

    /// <summary>A quotient or power where a command takes a whole number.</summary>
    public static Rule FloatSent { get; } = new(5041, RuleCategory.Sandbox, Severity.Warning, "Float sent by Lua 5.4", "Garnet runs Lua 5.4, which sends `{0}` with a fraction, as in '5.0', and {1} takes a whole number: write `math.floor({0})`");

    /// <summary>The field of a status that Garnet replies with as a string.</summary>
    public static Rule StatusOnGarnet { get; } = new(5042, RuleCategory.Sandbox, Severity.Warning, "Status that is a string on Garnet", "On Garnet, SET replies the string 'OK', so `{0}` is nil: test whether the reply is false, which it is on all servers when nothing was set");
}
