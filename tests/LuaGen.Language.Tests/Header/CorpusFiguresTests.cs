using System.Globalization;
using System.Text;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Syntax;
using LuaGen.TestServers;
using LuaGen.Tests.Corpus;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace LuaGen.Language.Tests.Header;

/// <summary>
/// How much of the signatures of the corpus is inferred when all headers are removed. A live server decides which arguments it
/// reads as whole numbers: those whose calls fail with a fraction in their place.
/// </summary>
public sealed class CorpusFiguresTests(ITestOutputHelper output)
{
    /// <summary>The errors of a server that reads a whole number and gets a fraction.</summary>
    private static readonly string[] NotWhole = ["not an integer", "not a valid integer", "must be an integer", "is negative or not", "timeout is not"];

    private static readonly string Folder = Repository.PathOf("tests", "Corpus");

    [ServerProcessFact]
    public void Arguments_that_the_server_reads_as_whole_numbers_are_whole()
    {
        using var server = RedisServerProcess.Start();
        using var connection = ConnectionMultiplexer.Connect($"{server.ConnectionString},protocol=resp2,allowAdmin=true");
        var read = 0;
        var missed = new List<string>();
        foreach (var (name, text, calls) in Scripts())
        {
            var header = (TestCompiler.Compile(text, className: "CorpusScripts").Model?.InferredHeader ?? "").Split('\n');
            foreach (var index in WholeArguments(connection, Encoding.UTF8.GetBytes(text), calls))
            {
                read++;
                var type = TypeOf(header, index);
                if (type is null || HeaderType.Find(type)?.Kind is not (WireKind.Whole or WireKind.WideWhole or WireKind.Duration or WireKind.Moment))
                {
                    missed.Add($"{name} ARGV[{index}]: {type}");
                }
            }
        }

        output.WriteLine($"{read - missed.Count} of {read} arguments that the server reads as whole numbers are int, long or a time; not: {string.Join(", ", missed)}");
        Assert.True(read >= 30, $"only {read} arguments");
        Assert.True((read - missed.Count) * 100 >= read * 80, $"{read - missed.Count} of {read}; not: {string.Join(", ", missed)}");
    }

    [Fact]
    public void Replies_that_are_numbers_are_long()
    {
        var all = Scripts().Where(script => RepliesOf(script.Calls) is { Count: > 0 } replies && replies.All(reply => reply is ExpectedReply.Integer)).ToList();
        var missed = all.Select(script => (script.Name, Reply: ReplyOf(script.Text))).Where(script => script.Reply != "long").ToList();

        output.WriteLine($"{all.Count - missed.Count} of {all.Count} scripts whose replies are all numbers return long; not: {string.Join(", ", missed)}");
        Assert.True(all.Count >= 15, $"only {all.Count} scripts");
        Assert.True((all.Count - missed.Count) * 100 >= all.Count * 80, $"{all.Count - missed.Count} of {all.Count}; not: {string.Join(", ", missed)}");
    }

    private static IEnumerable<(string Name, string Text, IReadOnlyList<CorpusCall> Calls)> Scripts() =>
        Directory.EnumerateFiles(Folder, "*.lua", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(Folder, path), WithoutHeader(File.ReadAllText(path)), CorpusCall.ParseAll(File.ReadAllText(Path.ChangeExtension(path, ".calls")))));

    /// <summary>The script without the comments before its first statement.</summary>
    private static string WithoutHeader(string text)
    {
        var tree = LuaParser.Parse(text, new LuaGen.Language.Rules.FindingBag(), CancellationToken.None);
        var start = tree.Chunk.Statements[0].Span.Start;
        var header = tree.Comments.Where(comment => comment.Span.End <= start).ToList();
        return header.Count == 0 ? text : text[..header[0].Span.Start] + text[start..];
    }

    private static IReadOnlyList<ExpectedReply> RepliesOf(IReadOnlyList<CorpusCall> calls) =>
        [.. calls.Where(call => call.Kind == CorpusCallKind.Call).Select(call => call.Reply!).Where(reply => reply is not ExpectedReply.Error)];

    private static string ReplyOf(string text) => TestCompiler.Compile(text, className: "CorpusScripts").Model?.Returns ?? "none";

    /// <summary>The inferred type of an argument, from the header that the generated class shows. The elements of a list repeat.</summary>
    private static string? TypeOf(IReadOnlyList<string> header, int index)
    {
        var lines = header.Where(line => line.StartsWith("-- ARGV[", StringComparison.Ordinal)).ToList();
        var rest = lines.FindIndex(line => line.Contains("...]", StringComparison.Ordinal));
        var line = rest < 0 || index <= rest ? lines.ElementAtOrDefault(index - 1) : lines[rest + ((index - rest - 1) % (lines.Count - rest))];
        return line?[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(' ')[0];
    }

    /// <summary>The arguments, by index, with which some call fails when a fraction takes their place.</summary>
    private static SortedSet<int> WholeArguments(ConnectionMultiplexer connection, byte[] script, IReadOnlyList<CorpusCall> calls)
    {
        var whole = new SortedSet<int>();
        for (var i = 0; i < calls.Count; i++)
        {
            if (calls[i] is not { Kind: CorpusCallKind.Call, Reply: not ExpectedReply.Error } call)
            {
                continue;
            }

            var keys = int.Parse(Encoding.UTF8.GetString(call.Words[1]), CultureInfo.InvariantCulture);
            for (var word = 2 + keys; word < call.Words.Count; word++)
            {
                var value = Encoding.UTF8.GetString(call.Words[word]);
                if (!whole.Contains(word - 1 - keys) && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                    && FailsWith(connection, script, calls, i, word, value + ".5"))
                {
                    whole.Add(word - 1 - keys);
                }
            }
        }

        return whole;
    }

    private static bool FailsWith(ConnectionMultiplexer connection, byte[] script, IReadOnlyList<CorpusCall> calls, int call, int word, string value)
    {
        var first = call;
        while (first > 0 && calls[first].Kind != CorpusCallKind.Case)
        {
            first--;
        }

        connection.GetServers().Single().FlushAllDatabases();
        for (var i = first; i < call; i++)
        {
            Run(connection, script, calls[i], calls[i].Words);
        }

        var words = calls[call].Words.ToArray();
        words[word] = Encoding.UTF8.GetBytes(value);
        return Run(connection, script, calls[call], words) is { } error && NotWhole.Any(text => error.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Runs one line; returns the text of its error.</summary>
    private static string? Run(ConnectionMultiplexer connection, byte[] script, CorpusCall call, IReadOnlyList<byte[]> words)
    {
        if (call.Kind == CorpusCallKind.Case)
        {
            return null;
        }

        var arguments = words.Skip(1).Cast<object>();
        try
        {
            connection.GetDatabase().Execute(Encoding.UTF8.GetString(words[0]), [.. call.Kind == CorpusCallKind.Call ? arguments.Prepend(script) : arguments]);
            return null;
        }
        catch (RedisServerException exception)
        {
            return exception.Message;
        }
    }
}
