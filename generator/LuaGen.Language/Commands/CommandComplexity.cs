using System.Text;

namespace LuaGen.Language.Commands;

/// <summary>
/// The complexity class that Redis documents for a command, such as <c>O(log(N))</c>, from <c>complexity.txt</c>. Each of its lines
/// is a class and the commands that are in it. Only editors show it, so it is read on first use and apart from the table.
/// </summary>
internal static class CommandComplexity
{
    private static readonly Lazy<Dictionary<string, string>> Classes = new(Load);

    /// <summary>The class; <see langword="null"/> if the documentation names none, as for commands that run other commands.</summary>
    public static string? Of(CommandInfo command) => Classes.Value.TryGetValue(command.Name, out var complexity) ? complexity : null;

    private static Dictionary<string, string> Load()
    {
        using var stream = typeof(CommandComplexity).Assembly.GetManifestResourceStream("complexity.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var classes = new Dictionary<string, string>(512, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            foreach (var name in words.Skip(1))
            {
                classes.Add(name.Replace('|', ' '), words[0]);
            }
        }

        return classes;
    }
}
