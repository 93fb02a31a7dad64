namespace LuaGen.Generator.Tests.CallSites;

/// <summary>A script on either side of the size from which its text should not be sent with every call of a batch.</summary>
internal static class LargeScripts
{
    private const string Code = """
        -- KEYS[1] stock
        -- ARGV[1] quantity: int
        -- RETURNS long
        return redis.call('DECRBY', KEYS[1], ARGV[1])

        """;

    /// <summary>More than 1,024 bytes.</summary>
    public static string Reserve { get; } = OfBytes(1025);

    /// <summary>1,024 bytes.</summary>
    public static string Release { get; } = OfBytes(1024);

    /// <summary>More than 1,024 bytes in fewer characters.</summary>
    public static string Accents { get; } = Code + "-- " + new string('é', 500) + "\n";

    public static string OfBytes(int bytes) => Code + "--" + new string('-', bytes - Code.Length - 3) + "\n";
}
