namespace LuaGen.Language.Libraries;

/// <summary>The words that <c>redis.register_function</c> knows, with what each is for; the server compares them without case.</summary>
internal static class RegistrationWords
{
    /// <summary>The arguments of the form with a table.</summary>
    public static IReadOnlyList<(string Name, string Summary)> Arguments { get; } =
    [
        ("function_name", "The name that callers use: letters, digits and underscores."),
        ("callback", "The function to run; it gets the keys and the arguments as two tables."),
        ("flags", "What the server may assume of the function."),
        ("description", "What `FUNCTION LIST` shows of the function."),
    ];

    public static IReadOnlyList<(string Name, string Summary)> Flags { get; } =
    [
        ("no-writes", "The function writes nothing: `FCALL_RO` and replicas run it."),
        ("allow-oom", "The function runs also while the server is out of memory."),
        ("allow-stale", "The function runs also on a replica that lost its primary."),
        ("no-cluster", "The function does not run in a cluster."),
        ("allow-cross-slot-keys", "The function may use keys of several slots of its node."),
    ];

    public static bool IsArgument(string name) => Arguments.Any(argument => argument.Name == name);

    public static bool IsFlag(string name) => Flags.Any(flag => flag.Name == name);

    /// <summary>The words, as a message lists them.</summary>
    public static string Listed(IEnumerable<(string Name, string Summary)> words) => $"`{string.Join("`, `", words.Select(word => word.Name))}`";
}
