using System.Diagnostics.CodeAnalysis;

namespace Shop.Servers;

/// <summary>The server that the user requests, on the command line or with <c>REDIS_CONNECTION</c>.</summary>
/// <param name="Kind">The kind of server.</param>
/// <param name="Connection">The connection string, for a named server.</param>
/// <param name="Source">Where the connection string was specified.</param>
internal sealed record ServerRequest(ServerKind Kind, string? Connection = null, string? Source = null)
{
    public const string Usage = "To choose another: --redis <connection> (or REDIS_CONNECTION), --server local|process|embedded";

    private const string Variable = "REDIS_CONNECTION";

    /// <summary>Parses the command line, which takes precedence over the environment.</summary>
    public static bool TryParse(
        string[] args,
        [NotNullWhen(true)] out ServerRequest? request,
        [NotNullWhen(false)] out string? fault)
    {
        request = args switch
        {
            [] => FromEnvironment(),
            ["--redis", { Length: > 0 } connection] => new ServerRequest(ServerKind.Named, connection, "--redis"),
            ["--server", "local"] => new ServerRequest(ServerKind.Local),
            ["--server", "process"] => new ServerRequest(ServerKind.Process),
            ["--server", "embedded"] => new ServerRequest(ServerKind.Embedded),
            _ => null,
        };
        fault = request is null ? $"Cannot read the command line. {Usage}" : null;
        return request is not null;
    }

    private static ServerRequest FromEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection
        ? new ServerRequest(ServerKind.Named, connection, Variable)
        : new ServerRequest(ServerKind.Any);
}
