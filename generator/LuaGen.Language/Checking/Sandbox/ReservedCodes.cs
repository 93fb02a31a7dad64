namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Codes of errors by which a server says that a call was not run, and clients send it again or elsewhere.</summary>
internal static class ReservedCodes
{
    private static readonly string[] All =
    [
        "MOVED", "ASK", "NOSCRIPT", "BUSY", "READONLY", "TRYAGAIN", "LOADING", "MISCONF", "NOREPLICAS", "CLUSTERDOWN", "MAXCLIENTS", "MASTERDOWN",
    ];

    /// <summary>The code that a text begins with. A text that ends with it may go on at run time, so a blank has to follow, or nothing.</summary>
    public static string? In(string text)
    {
        foreach (var code in All)
        {
            if (text.Length > code.Length && text[code.Length] is ' ' or ConstantText.End && text.StartsWith(code, StringComparison.Ordinal))
            {
                return code;
            }
        }

        return null;
    }
}
