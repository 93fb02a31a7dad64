using System.Text;

namespace LuaGen.Tests.Corpus;

/// <summary>One line of a <c>.calls</c> file; the format is in <c>tests/Corpus/README.md</c>.</summary>
/// <param name="Line">The one-based line number.</param>
/// <param name="Kind">The kind of line.</param>
/// <param name="Words">
/// The words before <c>=&gt;</c>: of a command, all of them; of a call, the verb, the number of keys, keys and arguments.
/// </param>
/// <param name="Reply">The expected reply; null if anything but an error is accepted.</param>
internal sealed record CorpusCall(int Line, CorpusCallKind Kind, IReadOnlyList<byte[]> Words, ExpectedReply? Reply)
{
    /// <exception cref="FormatException">A line does not match the format.</exception>
    public static IReadOnlyList<CorpusCall> ParseAll(string text)
    {
        var calls = new List<CorpusCall>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            try
            {
                if (line.Trim() is { Length: > 0 } content)
                {
                    calls.Add(Parse(number, content));
                }
            }
            catch (FormatException fault)
            {
                throw new FormatException($"line {number}: {fault.Message}", fault);
            }
        }

        return calls;
    }

    private static CorpusCall Parse(int number, string line)
    {
        if (line.StartsWith('#'))
        {
            return new(number, CorpusCallKind.Case, [], null);
        }

        var isCommand = line.StartsWith('>');
        var scanner = new CorpusScanner(Encoding.UTF8.GetBytes(isCommand ? line[1..] : line));
        var words = scanner.Words();
        var reply = scanner.Reply();

        if (isCommand)
        {
            return words.Count > 0 ? new(number, CorpusCallKind.Command, words, reply) : throw new FormatException("no command");
        }

        if (words.Count < 2 || Encoding.UTF8.GetString(words[0]) is not ("EVAL" or "EVAL_RO"))
        {
            throw new FormatException("a line begins with #, >, EVAL or EVAL_RO and has a number of keys");
        }

        return new(number, CorpusCallKind.Call, words, reply ?? throw new FormatException("a call states its reply"));
    }
}
