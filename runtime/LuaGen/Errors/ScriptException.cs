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
    private protected ScriptException(string message, ScriptDefinition script, string code, int? line, Exception? innerException)
        : base(message, innerException!)
    {
        ScriptName = script.Name;
        FilePath = script.FilePath;
        Code = code;
        Line = line;
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

    internal static ScriptException From(ScriptDefinition script, RedisServerException exception)
    {
        var error = ServerError.Parse(exception.Message);
        var place = error.Line is { } line ? $"{script.FilePath}:{line}" : script.FilePath;
        return new ScriptException($"{script.Name} failed at {place}: {error.Text}", script, error.Code, error.Line, exception);
    }
}
