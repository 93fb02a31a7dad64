using System.Text;
using System.Text.RegularExpressions;
using LuaGen.Language.Commands;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Commands;

/// <summary>
/// The complexity classes are those that a live server documents (<c>COMMAND DOCS</c>); commands that it does not have are
/// not compared. <c>LUAGEN_UPDATE_FIXTURES=1</c> writes what it says into the file and keeps the rest.
/// </summary>
public sealed partial class CommandComplexityTests
{
    private static readonly string Path = Repository.PathOf("generator", "LuaGen.Language", "Commands", "complexity.txt");

    [ServerProcessFact]
    public async Task Each_class_is_the_one_that_the_server_documents()
    {
        using var server = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        var documented = new Dictionary<string, string?>(StringComparer.Ordinal);
        Collect((await connection.GetDatabase().ExecuteAsync("COMMAND", "DOCS")).ToDictionary(), documented);
        var classes = Recorded();
        foreach (var (name, complexity) in documented.Where(entry => InTable(entry.Key)))
        {
            classes.Remove(name);
            if (complexity is not null)
            {
                classes.Add(name, complexity);
            }
        }

        Assert.True(documented.Count > 300, "COMMAND DOCS answered for few commands");
        Expected.Matches(Path, TextOf(classes));
    }

    [Fact]
    public void A_command_and_a_subcommand_have_a_class()
    {
        Assert.Equal("O(log(N))", CommandComplexity.Of(CommandTable.Find("ZADD")!));
        Assert.Equal("O(log(N)+M)", CommandComplexity.Of(CommandTable.Find("ZRANGE")!));
        Assert.Equal("O(1)", CommandComplexity.Of(CommandTable.Find("XGROUP")!.Subcommands["CREATE"]));
        Assert.Null(CommandComplexity.Of(CommandTable.Find("EVAL")!));
    }

    private static void Collect(Dictionary<string, RedisResult> docs, Dictionary<string, string?> documented)
    {
        foreach (var (name, value) in docs)
        {
            var facts = value.ToDictionary();
            documented.Add(name.ToUpperInvariant(), facts.TryGetValue("complexity", out var text) ? ClassOf((string)text!) : null);
            if (facts.TryGetValue("subcommands", out var subcommands))
            {
                Collect(subcommands.ToDictionary(), documented);
            }
        }
    }

    /// <summary>
    /// The first class that a sentence names beyond O(1), which may be the cost of one of several elements, or a part of the cost.
    /// Otherwise, a sentence that begins with O(1) names exceptions after it, such as an XADD that trims.
    /// </summary>
    private static string? ClassOf(string sentence)
    {
        var classes = Classes().Matches(sentence)
            .Select(match => match.Value.Replace("log N", "log(N)", StringComparison.Ordinal).Replace("M log(", "M*log(", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal))
            .ToList();
        var isPart = sentence.Contains("each", StringComparison.Ordinal) || sentence.Contains("additional", StringComparison.Ordinal);
        return sentence.StartsWith("O(1)", StringComparison.Ordinal) && !isPart ? "O(1)" : classes.Find(each => each != "O(1)") ?? classes.FirstOrDefault();
    }

    private static bool InTable(string name) => name.Split('|') is var words && CommandTable.Find(words[0]) is { } command && (words.Length == 1 || command.Subcommands.ContainsKey(words[1]));

    private static Dictionary<string, string> Recorded() => File.Exists(Path)
        ? File.ReadAllLines(Path).Select(line => line.Split(' ')).SelectMany(words => words.Skip(1).Select(name => (Name: name, Class: words[0]))).ToDictionary(row => row.Name, row => row.Class, StringComparer.Ordinal)
        : [];

    private static string TextOf(Dictionary<string, string> classes)
    {
        var text = new StringBuilder();
        foreach (var row in classes.GroupBy(entry => entry.Value, entry => entry.Key).OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            text.Append(row.Key).Append(' ').AppendJoin(' ', row.Order(StringComparer.Ordinal)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary><c>O(…)</c> with nested parentheses, and sums of such.</summary>
    [GeneratedRegex(@"O\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)(?:\s*\+\s*O\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*")]
    private static partial Regex Classes();
}
