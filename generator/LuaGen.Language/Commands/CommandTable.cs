using System.Text;

namespace LuaGen.Language.Commands;

/// <summary>
/// All Redis commands, from <c>commands.txt</c>, which <c>generator/commands/make-table.cs</c> generates. First use finds
/// the names; the lines of a command are parsed when it is requested.
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
        var text = reader.ReadToEnd();
        var commands = new Dictionary<string, Entry>(640, StringComparer.OrdinalIgnoreCase);
        Entry? command = null;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var name = text.IndexOf('\t', start) - start;
            if (command is not null && text.IndexOf(' ', start, name) >= 0)
            {
                // Lines are sorted, so subcommands follow their command.
                command.End = end;
            }
            else
            {
                commands.Add(text.Substring(start, name), command = new Entry(text, start) { End = end });
            }

            start = end + 1;
        }

        return new Contents(ServerVersion.TryParse(newest[0]) ?? default, ServerVersion.TryParse(newest[1]) ?? default, commands);
    }

    private sealed record Contents(ServerVersion NewestRedis, ServerVersion NewestValkey, Dictionary<string, Entry> Commands);

    /// <summary>The lines of a command and its subcommands.</summary>
    private sealed class Entry(string text, int start)
    {
        private CommandInfo? _info;

        public int End { get; set; }

        /// <summary>Concurrent threads may parse it twice, with the same result.</summary>
        public CommandInfo Info => _info ??= Read();

        private CommandInfo Read()
        {
            string[] lines = [.. text.Substring(start, End - start).Split('\n').Select(line => line.TrimEnd('\r'))];
            return CommandRowReader.Read(lines[0], lines.Skip(1).ToArray());
        }
    }
}
