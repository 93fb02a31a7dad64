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
    /// <summary>A comparator that does not order: <c>&lt;=</c>, or a result that is always true.</summary>
    public static Rule InvalidComparator { get; } = new(5045, RuleCategory.Sandbox, Severity.Warning, "Invalid order function", "The order function of `table.sort` {0}, so sorting may fail: write `{1}`");

    /// <summary>A number of more than 14 digits becomes text.</summary>
    public static Rule DigitsLostInText { get; } = new(5046, RuleCategory.Sandbox, Severity.Warning, "Digits lost in text", "`{0}` has 16 digits, of which {1} keeps 14: write {2}");

    /// <summary>A JSON null counts as true.</summary>
    public static Rule JsonNull { get; } = new(5047, RuleCategory.Sandbox, Severity.Info, "JSON null used as a condition", "`{0}` may be `cjson.null`, which is true in Lua: write `{1}`");

    /// <summary>Random numbers are the same in every call of the script.</summary>
    public static Rule UnseededRandom { get; } = new(5048, RuleCategory.Sandbox, Severity.Info, "Unseeded random numbers", "`math.random` gives the same numbers in every call, because Redis seeds it before each script: call `math.randomseed` with a part of `redis.call('TIME')` or an argument first");

    /// <summary>A bit operation beyond 32 bits.</summary>
    public static Rule BitsBeyond { get; } = new(5049, RuleCategory.Sandbox, Severity.Warning, "Bit operation beyond 32 bits", "{0}: write {1}");

    /// <summary>An escape that Lua 5.1 does not have.</summary>
    public static Rule UnknownEscape { get; } = new(5050, RuleCategory.Sandbox, Severity.Warning, "Unknown escape sequence", "Lua 5.1 has no escape `{0}`, and reads it as '{1}': write `{2}`");

    /// <summary>A function that is declared and never used.</summary>
    public static Rule UnusedFunction { get; } = new(5051, RuleCategory.Sandbox, Severity.Info, "Function that is never called", "'{0}' is never called: call it, or remove it");

    /// <summary>A pattern or a format that the library cannot read.</summary>
    public static Rule MalformedPattern { get; } = new(5052, RuleCategory.Sandbox, Severity.Warning, "Malformed pattern or format", "`{0}` cannot use {1}: {2}");

    /// <summary>All keys that KEYS or SCAN found, in one call.</summary>
    public static Rule FoundKeysTogether { get; } = new(5053, RuleCategory.Sandbox, Severity.Info, "Found keys in one command", "{0} gets all keys that {1} found, which fails {2}: call {0} for each key in a loop");

    /// <summary>A key that no command uses as a key.</summary>
    public static Rule KeyNotUsedAsKey { get; } = new(5054, RuleCategory.Sandbox, Severity.Info, "Key that no command uses", "KEYS[{0}] is only {1}, and no command uses it as a key: pass it in ARGV");

    /// <summary>A list that may be empty becomes JSON, where an empty table is an object.</summary>
    public static Rule EmptyJsonList { get; } = new(5055, RuleCategory.Sandbox, Severity.Info, "Empty list as JSON", "`{0}` may be empty, and `cjson.encode` writes an empty table as an object: {1}");

    /// <summary>A function that calls itself on every path.</summary>
    public static Rule EndlessRecursion { get; } = new(5056, RuleCategory.Sandbox, Severity.Warning, "Endless recursion", "'{0}' calls itself on every path, so it never returns: return before the call when nothing is left to do");

    /// <summary><c>...</c> outside functions.</summary>
    public static Rule ScriptVararg { get; } = new(5057, RuleCategory.Sandbox, Severity.Warning, "Script arguments read as ...", "`...` is empty outside functions: read `KEYS[1]`, `ARGV[1]` and so on");

    /// <summary>A call that has no effect but its result, as a statement.</summary>
    public static Rule DroppedResult { get; } = new(5058, RuleCategory.Sandbox, Severity.Warning, "Dropped result", "`{0}` only returns its result, which is dropped here: write `{1}`");

    /// <summary>A name that only differs in its spelling from that of a member of the declared type.</summary>
    public static Rule JsonFieldName { get; } = new(5060, RuleCategory.Sandbox, Severity.Info, "JSON field spelled differently from the type", "`{1}` is nil, because the JSON of {0} has the name `{2}` for {0}.{3}: write `{2}`") { IsFoundByHost = true };
}
