using System.Diagnostics;
using System.Globalization;
using System.Text;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Tests.Syntax.Differential;
using Xunit.Abstractions;

namespace LuaGen.Language.Tests.Syntax;

/// <summary>
/// For any text, parsing ends, throws nothing, and gives a tree whose spans are within the text and nested in each other.
/// <c>LUAGEN_FUZZ_SECONDS</c> sets the total duration (default 4), <c>LUAGEN_SEED</c> the start.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    // The walk by reflection is slow; larger texts only test that parsing ends.
    private const int LongestChecked = 1_000_000;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(Setting("LUAGEN_FUZZ_SECONDS", 4) / 4.0);

    private static int Setting(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : usual;

    [Fact]
    public void Random_bytes() => Fuzz((random, _) =>
    {
        var bytes = new byte[random.Next(2000)];
        random.NextBytes(bytes);
        return random.Next(2) == 0 ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    });

    [Fact]
    public void Random_tokens() => Fuzz((random, _) =>
    {
        var text = new StringBuilder();
        for (var count = random.Next(400); count > 0; count--)
        {
            text.Append(Mutator.Snippets[random.Next(Mutator.Snippets.Length)]).Append(random.Next(3) == 0 ? "\n" : " ");
        }

        return text.ToString();
    });

    [Fact]
    public void Flipped_bits() => Fuzz((random, script) =>
    {
        var bytes = Encoding.UTF8.GetBytes(script);
        for (var flips = 1 + random.Next(8); flips > 0 && bytes.Length > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return Encoding.UTF8.GetString(bytes);
    });

    [Fact]
    public void Mutants_of_mutants() => Fuzz((random, script) =>
    {
        var mutator = new Mutator(random.Next());
        for (var rounds = 1 + random.Next(10); rounds > 0; rounds--)
        {
            script = mutator.Mutate(script);
        }

        return script;
    });

    public static TheoryData<string, string, int> LargeShapes => new()
    {
        { "(", "(", 2_000_000 },
        { "{", "{", 500_000 },
        { "[", "[", 500_000 },
        { "-", "- ", 500_000 },
        { "not", "not ", 500_000 },
        { "function", "function(", 500_000 },
        { "do", "do ", 500_000 },
        { "if", "if x then ", 500_000 },
        { "else if", "if x then else ", 500_000 },
        { "end", "end ", 500_000 },
        { "calls", "f(", 500_000 },
        { "quotes", "'", 500_000 },
        { "[=", "[=", 500_000 },
        { "--[[", "--[[ ]] --[=[ ", 500_000 },
        { "sums", "x + ", 500_000 },
        { "..", "x .. ", 500_000 },
        { "and", "x and ", 500_000 },
        { "or", "x == y or ", 500_000 },
        { "powers", "x ^ ", 500_000 },
        { "targets", "x, ", 500_000 },
        { "members", "x.", 500_000 },
        { "NUL", "\0", 500_000 },
        { "lines", "x = 1\n", 500_000 },
        { "CR", "\r", 500_000 },
        { "faults", "x = )\n", 500_000 },
        { "backslashes", "\\", 500_000 },
        { "surrogates", "\ud83d\ude00", 500_000 },
    };

    [Theory]
    [MemberData(nameof(LargeShapes))]
    public void Large_texts(string name, string piece, int count)
    {
        Assert.NotEmpty(name);
        var text = string.Concat(Enumerable.Repeat(piece, count));
        Read("return " + text);
        Read(text);
    }

    [Fact]
    public void Ten_megabytes_in_one_line() =>
        Read(string.Concat(Enumerable.Repeat("local t = { 1, 'a', x = f(y) } ", 350_000)));

    [Fact]
    public void Cancellation_ends_a_long_script()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            LuaParser.Parse(string.Concat(Enumerable.Repeat("x = 1\n", 10_000)), new FindingBag(), source.Token));
    }

    [Fact]
    public void A_small_stack_is_enough_or_is_reported()
    {
        var thread = new Thread(() => Read("return " + new string('(', 190) + "1" + new string(')', 190)), maxStackSize: 128 * 1024);
        thread.Start();
        thread.Join();
    }

    private void Fuzz(Func<Random, string, string> make)
    {
        var seed = Setting("LUAGEN_SEED", 20261122);
        var count = 0;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Duration; count++)
        {
            var script = Corpus.Scripts[count % Corpus.Scripts.Count].Text;
            var text = make(new Random(seed + count), script);
            try
            {
                Read(text);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"seed {seed + count}: {text}", exception);
            }
        }

        output.WriteLine($"{count} texts");
    }

    private static void Read(string text)
    {
        var findings = new FindingBag();
        var tree = LuaParser.Parse(text, findings, CancellationToken.None);
        if (text.Length < LongestChecked)
        {
            SpanChecks.Check(tree);
        }

        foreach (var finding in findings.ToEquatableArray())
        {
            if (finding.Span.End > text.Length)
            {
                Assert.Fail($"{finding} lies outside of the text");
            }
        }
    }
}
