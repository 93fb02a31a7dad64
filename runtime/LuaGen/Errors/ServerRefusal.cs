using System.Text.RegularExpressions;

namespace LuaGen;

/// <summary>
/// Recognizes the errors with which a server refuses a call before it starts the script. Commands inside a script fail with
/// other messages or, in Redis 7 and later and in Valkey, with the position in the script after the message. Errors that a
/// script can also receive from <c>redis.pcall</c> are not in the list. A script that returns one of these messages itself
/// cannot be distinguished.
/// </summary>
internal static partial class ServerRefusal
{
    public static bool Is(string message) => Line().IsMatch(message);

    [GeneratedRegex(
        """
        ^(?:
          NOSCRIPT\ No\ matching\ script
        | (?:LOADING|BUSY)\ (?:Redis|Valkey|KeyDB|Dragonfly)\ is\ 
        | TRYAGAIN\ Multiple\ keys\ request\ during\ rehashing\ of\ slot
        | CROSSSLOT\ Keys\ in\ request\ don't\ hash\ to\ the\ same\ slot
        | CLUSTERDOWN\ (?:The\ cluster\ is\ down|Hash\ slot\ not\ served)
        | MASTERDOWN\ Link\ with\ MASTER\ is\ down
        | READONLY\ You\ can\ not\ run\ script\ with\ write\ flag\ on\ readonly\ replica
        | OOM\ allow-oom\ flag\ is\ not\ set\ on\ the\ script
        | EXECABORT\ Transaction\ discarded\ because\ of
        | NOAUTH\ Authentication\ required
        | NOPERM\ .*\ the\ '(?:eval|evalsha|eval_ro|evalsha_ro|fcall|fcall_ro)'\ command
        | NOPERM\ this\ user\ has\ no\ permissions\ to\ access\ one\ of\ the\ keys
        | NOPERM\ No\ permissions\ to\ access\ a\ key
        | ERR\ unknown\ command\ 
        | ERR\ Error\ compiling\ script
        | ERR\ Can\ not\ (?:execute\ a\ script\ with\ write\ flag\ using\ \*_ro\ command|run\ script\ on\ cluster)
        )(?!.*\ script:\ .*on\ @user_(?:script|function):[0-9]+\.$)
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Line();
}
