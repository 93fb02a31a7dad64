using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// The exception for an error reply to a script's call: the script failed or returned an error, or the server refused to run
/// it. Redis does not roll back, so data that the script wrote before its error remains.
/// <see cref="Exception.InnerException"/> is the client's <see cref="RedisServerException"/>. If the script was executed but
/// its reply does not match its declaration, a <see cref="ScriptReplyException"/> is thrown. Timeouts, lost connections and
/// calls that the client refuses to send throw the client's own exceptions.
/// </summary>
public class ScriptException : RedisException
{
    private protected ScriptException(string message, string name, string filePath, string code, int? line, ScriptOutcome outcome, Exception? innerException)
        : base(message, innerException!)
    {
        ScriptName = name;
        FilePath = filePath;
        Code = code;
        Line = line;
        Outcome = outcome;
    }

    /// <summary>The name of the script or function, such as <c>ReserveStock</c>; of the library, if it could not be loaded.</summary>
    public string ScriptName { get; }

    /// <summary>
    /// The script's file, relative to its project, such as <c>Scripts/Inventory/ReserveStock.lua</c>; the included file, if the script
    /// failed in one.
    /// </summary>
    public string FilePath { get; }

    /// <summary>
    /// The error code: the first word of the error if it is in upper case, such as <c>WRONGTYPE</c>, <c>OOM</c> or a code of
    /// the script's own; otherwise <c>ERR</c>.
    /// </summary>
    public string Code { get; }

    /// <summary>The line in <see cref="FilePath"/> where the script failed, starting at 1; null if the server does not report it.</summary>
    public int? Line { get; }

    private ScriptOutcome Outcome { get; }

    /// <summary>
    /// Returns whether the script was executed, given the exception of its call. A timeout, a lost connection and a cancellation
    /// after the send give <see cref="ScriptOutcome.Unknown"/>, because the script may have run. A script that returns an error
    /// identical to one of the server's own cannot be distinguished from the server.
    /// </summary>
    /// <param name="exception">The exception that the call threw.</param>
    /// <returns>The outcome; <see cref="ScriptOutcome.Unknown"/> for an exception that calls do not throw.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
    public static ScriptOutcome OutcomeOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception switch
        {
            ScriptException script => script.Outcome,
            AggregateException { InnerExceptions: [var only] } => OutcomeOf(only),
            RedisServerException error => ServerRefusal.Is(error.Message) ? ScriptOutcome.NotExecuted : ScriptOutcome.Failed,
            // Refused by LuaGen or the client, or cancelled before the send: nothing was written to a socket.
            ArgumentException or RedisCommandException or ScriptCanceledException or ScriptRefusedException => ScriptOutcome.NotExecuted,
            // No connection was available, and the client does not queue the call.
            RedisConnectionException { FailureType: ConnectionFailureType.UnableToResolvePhysicalConnection, CommandStatus: CommandStatus.Unknown or CommandStatus.WaitingToBeSent } =>
                ScriptOutcome.NotExecuted,
            _ => ScriptOutcome.Unknown,
        };
    }

    /// <summary>
    /// Creates the exception that a call throws when the script returns an error, for a fake of a generated interface in a test.
    /// Its outcome is <see cref="ScriptOutcome.Failed"/>.
    /// </summary>
    /// <param name="definition">The script or function, such as <c>CartsScripts.Definitions.Add</c>.</param>
    /// <param name="code">The error code: one word in upper case, such as <c>CART_FULL</c>.</param>
    /// <param name="message">The text of the error after the code.</param>
    /// <returns>The exception, with the client's exception for the same error reply inside.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not one word in upper case.</exception>
    public static ScriptException Create(CallDefinition definition, string code, string message)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(message);
        var text = message.Length == 0 ? code : $"{code} {message}";
        if (ServerError.Parse(text).Code != code)
        {
            throw new ArgumentException($"'{code}' is not an error code: use one word in upper case, such as CART_FULL.", nameof(code));
        }

        return new ScriptException($"{definition.Name} failed at {definition.FilePath}: {text}", definition.Name, definition.FilePath, code, line: null, ScriptOutcome.Failed, new RedisServerException(text));
    }

    internal static ScriptException From(CallDefinition definition, RedisServerException exception)
    {
        var error = ServerError.Parse(exception.Message);
        var (filePath, line) = error.Line is { } sent ? definition.PlaceOf(sent) : (definition.FilePath, (int?)null);
        var place = line is null ? filePath : $"{filePath}:{line}";
        return new ScriptException($"{definition.Name} failed at {place}: {error.Text}", definition.Name, filePath, error.Code, line, OutcomeOf(exception), exception);
    }

    /// <summary>
    /// Creates the exception for a redirect that was not followed. Only a redirect that names the slot of the call's keys
    /// certainly comes from the server.
    /// </summary>
    internal static ScriptException Moved(CallDefinition definition, RedisServerException exception, Redirect redirect, bool isOwn) => new(
        isOwn
            ? $"{definition.Name} was not executed: MOVED, the keys' slot {redirect.Slot} is now at {redirect.Node}. The client has updated its slot map; the call was not resent."
            : $"{definition.Name} failed at {definition.FilePath}: MOVED, either returned by the script or for a slot that could not be compared with the slot of the keys.",
        definition.Name,
        definition.FilePath,
        "MOVED",
        line: null,
        isOwn ? ScriptOutcome.NotExecuted : ScriptOutcome.Unknown,
        exception);

    /// <summary>Creates the exception for NOPERM on <c>EVAL</c>, sent because the script is not in the server's cache.</summary>
    internal static ScriptException ColdWithoutPermission(ScriptDefinition script, RedisServerException exception) => NotExecuted(
        script,
        $"{script.Name} was not executed: it is not in the server's script cache, and this user may call scripts by "
            + $"{script.Sha1Command} but not by {script.TextCommand}. Preload the script (LoadAsync, as a user with SCRIPT LOAD) "
            + $"or grant this user {script.TextCommand}. The server replied: {exception.Message}",
        "NOPERM",
        exception);

    /// <summary>Creates the exception for <c>FCALL</c> of a function that the server does not have.</summary>
    internal static ScriptException MissingFunction(FunctionDefinition function, RedisServerException exception) => NotExecuted(
        function,
        $"{function.Name} was not executed: the server has no function '{function.Name}'. Load library '{function.Library.Name}' "
            + $"({function.FilePath}) with its LoadAsync or with the preloading service; calls never load it.",
        ServerError.Unspecific,
        exception);

    /// <summary>Creates the exception for a server that does not have <c>FCALL</c>.</summary>
    internal static ScriptException WithoutFunctions(FunctionDefinition function, string servers, RedisServerException exception) => NotExecuted(
        function,
        $"{function.Name} was not executed: {servers} does not support function libraries, which need Redis 7.0 or later, or Valkey. "
            + $"The server replied: {exception.Message}",
        ServerError.Unspecific,
        exception);

    /// <summary>Creates the exception for a library that was not loaded or whose code differs.</summary>
    internal static ScriptException OfLibrary(
        LibraryDefinition library, string message, string code, (string FilePath, int Line)? place = null, RedisServerException? exception = null) =>
        new(message, library.Name, place?.FilePath ?? library.FilePath, code, place?.Line, ScriptOutcome.NotExecuted, exception);

    private static ScriptException NotExecuted(CallDefinition definition, string message, string code, RedisServerException exception) =>
        new(message, definition.Name, definition.FilePath, code, line: null, ScriptOutcome.NotExecuted, exception);
}
