using Shop.Scenarios;
using Shop.Servers;

namespace Shop;

/// <summary>What the user asks for on the command line.</summary>
/// <param name="Scenarios">The scenarios to run, in the order of the list.</param>
/// <param name="Server">The server to run them on.</param>
/// <param name="Text">The text to print instead of a run: help, or the list of scenarios.</param>
internal sealed record Arguments(IReadOnlyList<Scenario> Scenarios, ServerRequest Server, string? Text = null)
{
    private const string Help = """
        Runs what Redis scripts are for, as typed calls, and checks every answer.

        Usage: dotnet run --project samples/Shop [-- <scenario>... <options>]

          <scenario>                           only these; without one, all
          --list                               print the names of the scenarios
          --redis <connection>                 a server, such as localhost:6379,password=secret (also: REDIS_CONNECTION)
          --server local|process|embedded      localhost:6379; a redis-server or valkey-server from the PATH, started for
                                               this run; or Garnet, inside this process. Without one, the first that there is
          --help                               this text

        The exit code is 0 if every answer was what it should be, otherwise 1.
        """;

    /// <summary>Parses the command line, which takes precedence over the environment.</summary>
    /// <exception cref="FormatException">The command line cannot be read; the message gives the reason in one line.</exception>
    public static Arguments Parse(string[] args)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        ServerRequest? server = null;
        for (var index = 0; index < args.Length; index++)
        {
            switch (args[index])
            {
                case "--help" or "-h" or "-?":
                    return Print(Help);
                case "--list":
                    return Print(string.Join(Environment.NewLine, Scenario.All.Select(scenario => $"{scenario.Name,-12} {scenario.Title} ({scenario.Scripts})")));
                case "--redis" when Next() is { } connection:
                    server = new ServerRequest(ServerKind.Named, connection, "--redis");
                    break;
                case "--server" when Next() is { } word:
                    server = ServerRequest.FromWord(word) ?? throw new FormatException($"There is no server '{word}'. {ServerRequest.Usage}");
                    break;
                case { } option when option.StartsWith('-'):
                    throw new FormatException($"Cannot read '{option}'. --help shows what there is.");
                case { } name when Scenario.All.Any(scenario => scenario.Name.Equals(name, StringComparison.OrdinalIgnoreCase)):
                    names.Add(name);
                    break;
                case { } name:
                    throw new FormatException($"There is no scenario '{name}': {string.Join(", ", Scenario.All.Select(scenario => scenario.Name))}.");
            }

            string? Next() => ++index < args.Length && args[index].Length > 0 ? args[index] : throw new FormatException($"{args[index - 1]} needs a value. {ServerRequest.Usage}");
        }

        return new Arguments(
            [.. Scenario.All.Where(scenario => names.Count == 0 || names.Contains(scenario.Name))],
            server ?? ServerRequest.FromEnvironment());
    }

    private static Arguments Print(string text) => new([], new ServerRequest(ServerKind.Any), text);
}
