namespace LuaGen.Language.Rules;

/// <content>Calls in C#, and the scripts that C# sends as strings.</content>
internal sealed partial class Rule
{
    /// <summary>A call passes fewer keys or values than its script needs.</summary>
    public static Rule TooFewPassed { get; } = new(7001, RuleCategory.CallSites, Severity.Warning, "Too few keys or values", "The script requires {0}, but this call passes {1}: pass {2}");

    /// <summary>A call passes keys or values that its script never reads.</summary>
    public static Rule TooManyPassed { get; } = new(7002, RuleCategory.CallSites, Severity.Info, "Too many keys or values", "This call passes {0}, but the script reads {1}: remove {2}, or read {3} in the script");

    /// <summary>A script whose text changes from call to call.</summary>
    public static Rule BuiltScriptText { get; } = new(7003, RuleCategory.CallSites, Severity.Warning, "Script text built from values", "`{0}` becomes code of the script, and each new value adds a script to the server's cache: pass it as a value, and read it as `ARGV[n]`");

    /// <summary>The client finds no member for a parameter of a <c>LuaScript</c>, and throws.</summary>
    public static Rule ParameterWithoutMember { get; } = new(7004, RuleCategory.CallSites, Severity.Warning, "Missing or unsupported parameter member", "The parameter '@{0}' {1}: {2}");

    /// <summary>A key is passed as a string, so that the client cannot recognize it as a key.</summary>
    public static Rule KeyAsText { get; } = new(7005, RuleCategory.CallSites, Severity.Warning, "Key passed as a string", "{0}, but a string gets no key prefix and does not route the call in a cluster: pass a `RedisKey`");

    /// <summary>A cast turns a nil reply into 0.</summary>
    public static Rule HiddenNil { get; } = new(7006, RuleCategory.CallSites, Severity.Warning, "Cast that hides nil", "The script can return {1}, which a cast to `{0}` turns into 0: cast to `{0}?`");

    /// <summary>A call by hash without a fallback for NOSCRIPT.</summary>
    public static Rule HashWithoutHandling { get; } = new(7007, RuleCategory.CallSites, Severity.Warning, "Call by hash without fallback", "This call fails with NOSCRIPT when the server has lost the script: {0}");

    /// <summary>A script's text is sent in a batch, where the call may never complete.</summary>
    public static Rule TextInBatch { get; } = new(7008, RuleCategory.CallSites, Severity.Warning, "Script text in a batch", "This task never completes if the server has lost the script: call the script on the database, or call the typed method of a `.lua` file, which is safe in a batch");

    /// <summary>A prepared script reads an element that no call fills.</summary>
    public static Rule PreparedReadsTables { get; } = new(7010, RuleCategory.CallSites, Severity.Warning, "KEYS or ARGV in a prepared script", "`{0}` is nil in every call of this prepared script, because the client passes parameters by name: write a name with `@` for the {1}, and pass {2} in a member of that name");

    /// <summary>A cast throws for a reply that the script can return.</summary>
    public static Rule CastThatThrows { get; } = new(7011, RuleCategory.CallSites, Severity.Warning, "Cast that throws", "The script can return {1}, for which a cast to `{0}` throws an InvalidCastException: {2}");

    /// <summary>A value with a fraction is returned as a number.</summary>
    public static Rule PassedFraction { get; } = new(7012, RuleCategory.CallSites, Severity.Info, "Fraction of a passed value truncated", "`{0}` can have a fraction, which Redis truncates when the script returns {1} as a number: return `tostring({1})`, or the element itself");

    /// <summary>A script file that is also a typed method is read at run time.</summary>
    public static Rule ScriptReadAtRunTime { get; } = new(7013, RuleCategory.CallSites, Severity.Info, "Script file read at run time", "LuaGen generates a typed method for {0}: call `{1}` instead of reading the file");

    /// <summary>A plain batch sends the text of a large script with every call.</summary>
    public static Rule LargeScriptInBatch { get; } = new(7014, RuleCategory.CallSites, Severity.Info, "Text of a large script in a batch", "The batch sends all {1} KB of '{0}' with every call: write `{2}` to send its SHA-1");

    /// <summary>A constant script in C# that could be a .lua file.</summary>
    public static Rule ScriptInString { get; } = new(7009, RuleCategory.CallSites, Severity.Info, "Script in a string", "This script can be a file: move it to a `.lua` file, and call the typed method that LuaGen generates{0}");
}
