namespace LuaGen.TestServers;

/// <summary>
/// A program that starts a server. Besides the one on the PATH, tests ask those that <c>LUAGEN_SERVERS</c> names: commands
/// divided by semicolons, such as <c>/opt/valkey/valkey-server</c>. A command must become the server (exec), because it is
/// ended by its process id.
/// </summary>
/// <param name="Name">How test results name it.</param>
/// <param name="Path">The program.</param>
/// <param name="Arguments">Its arguments before the usual ones.</param>
public sealed record ServerProgram(string Name, string Path, IReadOnlyList<string> Arguments)
{
    private const string Variable = "LUAGEN_SERVERS";

    /// <summary>The programs of this machine; none if no server is installed and none is named.</summary>
    public static IReadOnlyList<ServerProgram> All { get; } = [.. Find()];

    /// <summary>The program with a name.</summary>
    public static ServerProgram Of(string name) => All.Single(program => program.Name == name);

    private static IEnumerable<ServerProgram> Find()
    {
        if (RedisServerProcess.Program is { } usual)
        {
            yield return new ServerProgram("PATH", usual, []);
        }

        var commands = (Environment.GetEnvironmentVariable(Variable) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var command in commands)
        {
            var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            yield return new ServerProgram(command, words[0], words[1..]);
        }
    }
}
