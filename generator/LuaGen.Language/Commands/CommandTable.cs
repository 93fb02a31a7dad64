using System.Text;

namespace LuaGen.Language.Commands;

/// <summary>
/// Every command of Redis, from <c>commands.txt</c>, which <c>generator/commands/make-table.cs</c> makes. The text is
/// cut into lines on the first question, and a line is read when its command is asked for.
/// </summary>
internal static class CommandTable
{
    private static readonly Lazy<Contents> Table = new(Load);

    /// <summary>The newest server whose commands and options are all here. Of newer ones it cannot be said what they do not have.</summary>
    public static ServerVersion Newest => Table.Value.Newest;

    /// <summary>The names of all commands, without those of subcommands.</summary>
    public static IEnumerable<string> Names => Table.Value.Commands.Keys;

    /// <summary>A command by the first word of a call, in any case.</summary>
    public static CommandInfo? Find(string name) => Table.Value.Commands.TryGetValue(name, out var entry) ? entry.Info : null;

    private static Contents Load()
    {
        using var stream = typeof(CommandTable).Assembly.GetManifestResourceStream("commands.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var newest = ServerVersion.TryParse(reader.ReadLine()) ?? default;
        var commands = new Dictionary<string, Entry>(512, StringComparer.OrdinalIgnoreCase);
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
                // Lines are sorted, so a command stands before its subcommands.
                commands[name.Substring(0, space)].Subcommands.Add(line);
            }
        }

        return new Contents(newest, commands);
    }

    private sealed record Contents(ServerVersion Newest, Dictionary<string, Entry> Commands);

    private sealed class Entry(string line)
    {
        private CommandInfo? _info;

        public List<string> Subcommands { get; } = [];

        /// <summary>Threads that come together read it twice, to the same effect.</summary>
        public CommandInfo Info => _info ??= CommandLineReader.Read(line, Subcommands);
    }
}
