namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Error codes with which a server reports that a call was not executed; clients then resend or redirect the call.</summary>
internal static class ReservedCodes
{
    private static readonly string[] All =
    [
        "MOVED", "ASK", "NOSCRIPT", "BUSY", "READONLY", "TRYAGAIN", "LOADING", "MISCONF", "NOREPLICAS", "CLUSTERDOWN", "MAXCLIENTS", "MASTERDOWN",
    ];

    /// <summary>The code at the beginning of a text. A text that ends with a code may continue at run time, so a space or the end must follow.</summary>
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
