using System.Diagnostics.CodeAnalysis;

namespace Shop.Servers;

/// <summary>The server that the user asks for, on the command line or through <c>REDIS_CONNECTION</c>.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Connection">The connection string, when the server is a named one.</param>
/// <param name="Source">Where that connection string was given.</param>
internal sealed record ServerRequest(ServerKind Kind, string? Connection = null, string? Source = null)
{
    public const string Usage = "To choose another: --redis <connection> (or REDIS_CONNECTION), --server local|process|embedded";

    private const string Variable = "REDIS_CONNECTION";

    /// <summary>Reads the command line; what it says wins over the environment.</summary>
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
