using System.Net;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>Creates the exceptions for a library that a node does not load, does not have, or has with other code.</summary>
internal static class LibraryFailure
{
    /// <summary>Whether the node has a library of this name.</summary>
    public static bool IsPresent(RedisServerException error, LibraryDefinition library) =>
        error.Message == $"ERR Library '{library.Name}' already exists";

    public static ScriptException OtherCode(EndPoint node, LibraryDefinition library, string what, string remedy) => ScriptException.OfLibrary(
        library,
        $"Library '{library.Name}' was {what} on {Name(node)}: the server has a library '{library.Name}' whose code differs from {library.FilePath}. {remedy}",
        ServerError.Unspecific);

    public static ScriptException Missing(EndPoint node, LibraryDefinition library) => ScriptException.OfLibrary(
        library,
        $"Library '{library.Name}' ({library.FilePath}) is not on {Name(node)}. Load it with LoadAsync.",
        ServerError.Unspecific);

    /// <summary>Creates the exception for an error reply to <c>FUNCTION LOAD</c> or <c>FUNCTION LIST</c>.</summary>
    public static async Task<ScriptException> OfAsync(IServer node, LibraryDefinition library, string what, RedisServerException received)
    {
        var exception = ScriptFailure.WithoutArguments(received);
        var error = ServerError.Parse(exception.Message);
        var isUnknown = error.Text.StartsWith("ERR unknown command", StringComparison.OrdinalIgnoreCase);
        var place = isUnknown ? await ServerName.OfAsync(node).ConfigureAwait(false) : Name(node.EndPoint);
        (string FilePath, int Line)? source = error.Line is { } line ? library.PlaceOf(line) : null;
        var cause = source is { } at ? $"{at.FilePath}:{at.Line}: {error.Text}" : error.Text;
        var remedy = isUnknown ? " The server does not support function libraries, which need Redis 7.0 or later, or Valkey." : Remedy(error.Code);
        return ScriptException.OfLibrary(library, $"Library '{library.Name}' was {what} on {place}: {cause}{remedy}", error.Code, source, exception);
    }

    private static string Remedy(string code) => code switch
    {
        "NOPERM" => " Grant this user +function|load and +function|list, or load the library as another user; calls need only +fcall and +fcall_ro.",
        "READONLY" => " The node is a replica: load the library on its primary, which replicates it.",
        "OOM" => " The node has reached its maxmemory limit.",
        "NOREPLICAS" => " The node has fewer replicas than min-replicas-to-write requires.",
        _ => "",
    };

    private static string Name(EndPoint node) => EndPointCollection.ToString(node);
}
