using System.Text;

namespace LuaGen.Language.Commands;

/// <summary>
/// All Redis commands, from <c>commands.txt</c>, which <c>generator/commands/make-table.cs</c> generates. The text is
/// split into lines on first use, and a line is parsed when its command is requested.
/// </summary>
internal static class CommandTable
{
    private static readonly Lazy<Contents> Table = new(Load);

    /// <summary>The newest Redis that the table covers completely. What newer servers lack is unknown.</summary>
    public static ServerVersion NewestRedis => Table.Value.NewestRedis;

    /// <summary>The newest Valkey that the table covers completely.</summary>
    public static ServerVersion NewestValkey => Table.Value.NewestValkey;

    /// <summary>The names of all commands, without subcommands.</summary>
    public static IEnumerable<string> Names => Table.Value.Commands.Keys;

    /// <summary>Finds a command by the first argument of a call, ignoring case.</summary>
    public static CommandInfo? Find(string name) => Table.Value.Commands.TryGetValue(name, out var entry) ? entry.Info : null;

    private static Contents Load()
    {
        using var stream = typeof(CommandTable).Assembly.GetManifestResourceStream("commands.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var newest = reader.ReadLine()!.Split(' ');
        var commands = new Dictionary<string, Entry>(640, StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            var name = line.Substring(0, line.IndexOf('\t'));
            var space = name.IndexOf(' ');
            if (space < 0)
            {
                commands.Add(name, new Entry(line));
            }
            else
            {
                // Lines are sorted, so a command precedes its subcommands.
                commands[name.Substring(0, space)].Subcommands.Add(line);
            }
        }

        return new Contents(ServerVersion.TryParse(newest[0]) ?? default, ServerVersion.TryParse(newest[1]) ?? default, commands);
    }

    private sealed record Contents(ServerVersion NewestRedis, ServerVersion NewestValkey, Dictionary<string, Entry> Commands);

    private sealed class Entry(string line)
    {
        private CommandInfo? _info;

        public List<string> Subcommands { get; } = [];

        /// <summary>Concurrent threads may parse it twice, with the same result.</summary>
        public CommandInfo Info => _info ??= CommandRowReader.Read(line, Subcommands);
    }
}
