using System.Globalization;
using System.Text.RegularExpressions;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// A redirect (<c>MOVED</c> or <c>ASK</c>): the reply of a cluster node that does not serve the slot of the keys. The node
/// replies before it executes anything. The client updates its slot map from <c>MOVED</c> before it throws, and reports both
/// redirects with messages of its own.
/// </summary>
/// <remarks>
/// A script can return an error with the same prefix. A redirect is therefore followed only if it names the slot of the
/// call's own keys; see <see cref="ScriptFallback"/>.
/// </remarks>
/// <param name="IsAsk">Whether it is <c>ASK</c>, which applies to the next command only.</param>
/// <param name="Slot">The slot that it names; -1 if <c>IncludeDetailInExceptions</c> is off.</param>
/// <param name="Node">The endpoint that it names.</param>
internal sealed partial record Redirect(bool IsAsk, int Slot, string Node)
{
    public static Redirect? Of(Exception exception) => exception switch
    {
        RedisServerException when IsMoved(exception.Message) => Parse(Moved().Match(exception.Message), isAsk: false),
        RedisConnectionException { FailureType: ConnectionFailureType.UnableToConnect } when Ask().Match(exception.Message) is { Success: true } ask =>
            Parse(ask, isAsk: true),
        _ => null,
    };

    /// <summary>Whether it names the slot of the call's keys without a key prefix.</summary>
    public bool Names(ScriptCall call, IConnectionMultiplexer multiplexer) =>
        MayName(call) && multiplexer.GetHashSlot(call.FirstKey!.Value) == Slot;

    /// <summary>Whether it can name the slot of the call's prefixed keys: it names a slot, and the call has keys.</summary>
    public bool MayName(ScriptCall call) => Slot >= 0 && call.FirstKey is not null;

    // The client's message, or the server's if the client did not recognize it as a redirect.
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
