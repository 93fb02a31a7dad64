namespace Shop.Servers;

/// <summary>The server that the user requests, on the command line or with <c>REDIS_CONNECTION</c>.</summary>
/// <param name="Kind">The kind of server.</param>
/// <param name="Connection">The connection string, for a named server.</param>
/// <param name="Source">Where the connection string was specified.</param>
internal sealed record ServerRequest(ServerKind Kind, string? Connection = null, string? Source = null)
{
    public const string Usage = "To choose another: --redis <connection> (or REDIS_CONNECTION), --server local|process|embedded";

    private const string Variable = "REDIS_CONNECTION";

    /// <summary>The server of <c>--server</c>; null for a word that names none.</summary>
    public static ServerRequest? FromWord(string word) => word switch
    {
        "local" => new ServerRequest(ServerKind.Local),
        "process" => new ServerRequest(ServerKind.Process),
        "embedded" => new ServerRequest(ServerKind.Embedded),
        _ => null,
    };

    /// <summary>The server of the environment, or any.</summary>
    public static ServerRequest FromEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection
        ? new ServerRequest(ServerKind.Named, connection, Variable)
        : new ServerRequest(ServerKind.Any);
}
