using System.Text.RegularExpressions;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// What a caller hears of a call that has failed: the server's errors as <see cref="ScriptException"/>, and of the
/// client's own only those to which LuaGen has something to add.
/// </summary>
internal static partial class ScriptFailure
{
    /// <summary>The exception to throw instead, or null to let <paramref name="failure"/> pass as it is.</summary>
    public static Exception? Of(ScriptCall call, ScriptTarget target, SendForm first, Exception failure, CancellationToken cancellationToken) =>
        failure switch
        {
            RedisServerException error => Of(call, target, first, WithoutArguments(error)),
            RedisCommandException refusal => CrossSlot.Of(call, target.Async.Multiplexer, refusal),
            // The client cancels the tasks of a transaction whose conditions did not hold.
            OperationCanceledException and not ScriptCanceledException when target.Async is ITransaction && !cancellationToken.IsCancellationRequested =>
                new ScriptCanceledException("The transaction was not executed.", failure, CancellationToken.None),
            _ => null,
        };

    private static ScriptException Of(ScriptCall call, ScriptTarget target, SendForm first, RedisServerException error)
    {
        if (Redirect.Of(error) is { } redirect)
        {
            return ScriptException.Moved(call.Script, error, redirect, redirect.Names(call, target.Async.Multiplexer));
        }

        // The text goes out second only when the server does not know the script.
        return first == SendForm.Sha1 && TextRefused().IsMatch(error.Message)
            ? ScriptException.ColdWithoutPermission(call.Script, error)
            : ScriptException.From(call.Script, error);
    }

    // A server that is too old for a command repeats the first words of the call, keys and arguments among them.
    private static RedisServerException WithoutArguments(RedisServerException error)
    {
        var words = UnknownCommandWords().Match(error.Message);
        return words.Success ? new RedisServerException(error.Message[..words.Index]) : error;
    }

    [GeneratedRegex(@"^NOPERM .* the 'eval(?:_ro)?' command", RegexOptions.CultureInvariant)]
    private static partial Regex TextRefused();

    [GeneratedRegex(@"(?<=^ERR unknown command .{1,30}),? with args beginning with: ", RegexOptions.CultureInvariant)]
    private static partial Regex UnknownCommandWords();
}
