using System.Text.RegularExpressions;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Translates the failures of calls: the server's errors to <see cref="ScriptException"/>, and those of the client's own
/// exceptions to which LuaGen can add information.
/// </summary>
internal static partial class ScriptFailure
{
    /// <summary>The exception to throw instead; null if <paramref name="failure"/> is to be thrown unchanged.</summary>
    public static Exception? Of(ScriptCall call, ScriptTarget target, SendForm first, Exception failure, CancellationToken cancellationToken) =>
        failure switch
        {
            RedisServerException error => Of(call, target, first, WithoutArguments(error)),
            RedisCommandException refusal => CrossSlot.Of(call, target.Async.Multiplexer, refusal),
            // The client cancels the tasks of a transaction whose conditions failed.
            OperationCanceledException and not ScriptCanceledException when target.Async is ITransaction && !cancellationToken.IsCancellationRequested =>
                new ScriptCanceledException("The transaction was not executed.", failure, CancellationToken.None),
            _ => null,
        };

    private static ScriptException Of(ScriptCall call, ScriptTarget target, SendForm first, RedisServerException error)
    {
        if (Redirect.Of(error) is { } redirect)
        {
            return ScriptException.Moved(call.Definition, error, redirect, redirect.Names(call, target.Async.Multiplexer));
        }

        if (call.Definition is FunctionDefinition function)
        {
            return OfFunction(function, target.Async.Multiplexer, error);
        }

        // EVAL follows EVALSHA only if the script is not in the server's cache.
        return first == SendForm.Sha1 && TextRefused().IsMatch(error.Message)
            ? ScriptException.ColdWithoutPermission(call.Script, error)
            : ScriptException.From(call.Definition, error);
    }

    // Only FCALL has this reply. An error that a function raises has its place after the message; one that it returns is
    // identical to the server's and cannot be told apart.
    private static ScriptException OfFunction(FunctionDefinition function, IConnectionMultiplexer? multiplexer, RedisServerException error) =>
        error.Message == "ERR Function not found" ? ScriptException.MissingFunction(function, error)
        : IsUnknown(function.TextCommand, error.Message) ? ScriptException.WithoutFunctions(function, ServerName.Known(multiplexer), error)
        : ScriptException.From(function, error);

    // Without the arguments, the error ends with the name of the command in the quotation marks of the server, or before it (Garnet).
    private static bool IsUnknown(string command, string message) =>
        message is "ERR unknown command" || message == $"ERR unknown command '{command}'" || message == $"ERR unknown command `{command}`";

    // A server that does not have the command repeats the first arguments of the call in its error, which may include keys and values.
    internal static RedisServerException WithoutArguments(RedisServerException error)
    {
        var words = UnknownCommandWords().Match(error.Message);
        return words.Success ? new RedisServerException(error.Message[..words.Index]) : error;
    }

    [GeneratedRegex(@"^NOPERM .* the 'eval(?:_ro)?' command", RegexOptions.CultureInvariant)]
    private static partial Regex TextRefused();

    [GeneratedRegex(@"(?<=^ERR unknown command .{1,30}),? with args beginning with: ", RegexOptions.CultureInvariant)]
    private static partial Regex UnknownCommandWords();
}
