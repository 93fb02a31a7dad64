using System.Globalization;
using System.Text.RegularExpressions;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// The answer of a cluster node that a slot is not its own, which it gives before it executes anything. The client has
/// taken <c>MOVED</c> into its map by the time the caller hears of it, and tells of both in words of its own.
/// </summary>
/// <remarks>
/// A script can return an error that begins the same. So a redirect counts only when it names the slot of the call's own
/// keys; see <see cref="ScriptFallback"/>.
/// </remarks>
/// <param name="IsAsk">Whether it holds for the next command alone.</param>
/// <param name="Slot">The slot that it names; -1 when the client's options keep details out of exceptions.</param>
/// <param name="Node">The node that it names.</param>
internal sealed partial record Redirect(bool IsAsk, int Slot, string Node)
{
    public static Redirect? Of(Exception exception) => exception switch
    {
        RedisServerException when IsMoved(exception.Message) => Parse(Moved().Match(exception.Message), isAsk: false),
        RedisConnectionException { FailureType: ConnectionFailureType.UnableToConnect } when Ask().Match(exception.Message) is { Success: true } ask =>
            Parse(ask, isAsk: true),
        _ => null,
    };

    /// <summary>Whether it names the slot of the call's keys as they are.</summary>
    public bool Names(ScriptCall call, IConnectionMultiplexer multiplexer) =>
        MayName(call) && multiplexer.GetHashSlot(call.FirstKey!.Value) == Slot;

    /// <summary>Whether it can name the slot of the call's keys under a prefix: it names one, and there are keys.</summary>
    public bool MayName(ScriptCall call) => Slot >= 0 && call.FirstKey is not null;

    // In the client's words, or in the server's where the client has not taken them for a redirect.
    private static bool IsMoved(string message) =>
        message.StartsWith("Key has MOVED ", StringComparison.Ordinal) || message.StartsWith("MOVED ", StringComparison.Ordinal);

    private static Redirect Parse(Match match, bool isAsk) => match.Success
        ? new Redirect(isAsk, int.Parse(match.Groups["slot"].Value, CultureInfo.InvariantCulture), match.Groups["node"].Value)
        : new Redirect(isAsk, Slot: -1, Node: "another node");

    [GeneratedRegex(@"^Key has MOVED to Endpoint (?:[A-Za-z]+/)?(?<node>\S+) and hashslot (?<slot>[0-9]{1,5}) ", RegexOptions.CultureInvariant)]
    private static partial Regex Moved();

    [GeneratedRegex(@"^Endpoint (?:[A-Za-z]+/)?(?<node>\S+) serving hashslot (?<slot>[0-9]{1,5}) is not reachable", RegexOptions.CultureInvariant)]
    private static partial Regex Ask();
}
