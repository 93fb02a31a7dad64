using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// The server replied to a script's call with an error: the script failed or returned one, or the server would not run
/// it. What a failed script wrote before its error stays written. <see cref="Exception.InnerException"/> is the client's
/// <see cref="RedisServerException"/>. A reply that is no error but cannot be read is a
/// <see cref="ScriptReplyException"/>. Time-outs, lost connections and calls that the client refuses are the client's own
/// exceptions.
/// </summary>
public class ScriptException : RedisException
{
    private protected ScriptException(string message, ScriptDefinition script, string code, int? line, ScriptOutcome outcome, Exception? innerException)
        : base(message, innerException!)
    {
        ScriptName = script.Name;
        FilePath = script.FilePath;
        Code = code;
        Line = line;
        Outcome = outcome;
    }

    /// <summary>The script's name, as in <c>ReserveStock</c>.</summary>
    public string ScriptName { get; }

    /// <summary>The script's file, relative to its project: <c>Scripts/Inventory/ReserveStock.lua</c>.</summary>
    public string FilePath { get; }

    /// <summary>
    /// The error's code, its first word in upper case: <c>WRONGTYPE</c>, <c>OOM</c>, a script's own; <c>ERR</c> for an
    /// error without one.
    /// </summary>
    public string Code { get; }

    /// <summary>The line in <see cref="FilePath"/> where the script failed, from 1; null when the server names none.</summary>
    public int? Line { get; }

    private ScriptOutcome Outcome { get; }

    /// <summary>
    /// What is known of the script after its call has thrown. Only what is certain is said: a time-out, a lost connection
    /// and a cancellation after the send are <see cref="ScriptOutcome.Unknown"/>, because each may come after the script
    /// ran. A script that returns one of the server's own error lines, letter by letter, is taken for the server.
    /// </summary>
    /// <param name="exception">What the call threw.</param>
    /// <returns>What is known; <see cref="ScriptOutcome.Unknown"/> for an exception that no call throws.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
    public static ScriptOutcome OutcomeOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception switch
        {
            ScriptException script => script.Outcome,
            AggregateException { InnerExceptions: [var only] } => OutcomeOf(only),
            RedisServerException error => ServerRefusal.Is(error.Message) ? ScriptOutcome.NotExecuted : ScriptOutcome.Failed,
            // Refused by LuaGen, refused by the client, cancelled before the send: none of them reached a socket.
            ArgumentException or RedisCommandException or ScriptCanceledException or ScriptRefusedException => ScriptOutcome.NotExecuted,
            // There was no connection to put the call on, and the client does not keep it for later.
            RedisConnectionException { FailureType: ConnectionFailureType.UnableToResolvePhysicalConnection, CommandStatus: CommandStatus.Unknown or CommandStatus.WaitingToBeSent } =>
                ScriptOutcome.NotExecuted,
            _ => ScriptOutcome.Unknown,
        };
    }

    internal static ScriptException From(ScriptDefinition script, RedisServerException exception)
    {
        var error = ServerError.Parse(exception.Message);
        var place = error.Line is { } line ? $"{script.FilePath}:{line}" : script.FilePath;
        return new ScriptException($"{script.Name} failed at {place}: {error.Text}", script, error.Code, error.Line, OutcomeOf(exception), exception);
    }

    /// <summary>A redirect that was not followed; only one that names the call's own slot is certainly the server's.</summary>
    internal static ScriptException Moved(ScriptDefinition script, RedisServerException exception, Redirect redirect, bool isOwn) => new(
        isOwn
            ? $"{script.Name} was not executed: MOVED, the keys' slot {redirect.Slot} is now at {redirect.Node}. The client has learnt that; the call was not sent again."
            : $"{script.Name} failed at {script.FilePath}: MOVED, either from the script or for a slot that could not be compared with the keys'.",
        script,
        "MOVED",
        line: null,
        isOwn ? ScriptOutcome.NotExecuted : ScriptOutcome.Unknown,
        exception);

    /// <summary>NOPERM for the text of a script that the server does not know.</summary>
    internal static ScriptException ColdWithoutPermission(ScriptDefinition script, RedisServerException exception) => new(
        $"{script.Name} was not executed: it is not in the server's script cache, and this user may call scripts by "
            + $"{script.Sha1Command} but not by {script.TextCommand}. Preload the script (LoadAsync, as a user with SCRIPT LOAD) "
            + $"or grant this user {script.TextCommand}. The server says: {exception.Message}",
        script,
        "NOPERM",
        line: null,
        ScriptOutcome.NotExecuted,
        exception);
}
