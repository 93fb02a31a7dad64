using System.Globalization;
using System.Text;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Tests.Commands;
using LuaGen.Language.Tests.Syntax.Differential;
using LuaGen.Language.Text;
using LuaGen.TestServers;
using Xunit.Abstractions;

namespace LuaGen.Language.Tests.Libraries;

/// <summary>
/// LuaGen and FUNCTION LOAD on the same libraries: what loads is never refused, and what is refused for its first line, its
/// syntax or a registration is an error, on the line that the server names.
/// </summary>
public sealed class LibraryDifferentialTests(ITestOutputHelper output)
{
    private const int Seed = 20261130;
    private const int Mutants = 1500;
    private const int Combinations = 1500;

    /// <summary>Registrations in loops, branches and expressions, of which the text does not tell what they register.</summary>
    private static readonly string[] BeyondTheText =
    [
        "for i = 1, 3 do redis.register_function", "if redis.REDIS_VERSION_NUM then redis.register_function", "local x = redis.register_function", "return redis.register_function",
    ];

    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task Agrees_on_libraries(string program) => await CompareAsync(program, LibraryTexts.All(), isExact: true);

    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task Agrees_on_mutants(string program)
    {
        var mutator = new Mutator(Seed);
        var texts = LibraryTexts.All().ToList();
        var mutants = Enumerable.Range(0, Mutants).Select(i => texts[i % texts.Count]).Select((text, i) => ($"mutant {i} of {text.Name}", i % 8 == 0 ? mutator.Mutate(text.Text) : InCode(text.Text, mutator)));

        // A text without a name in its first line is a script, or none of ours.
        await CompareAsync(program, mutants.Where(mutant => IsLibrary(mutant.Item2)), isExact: false);
    }

    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task Agrees_on_combinations(string program)
    {
        var accepted = await CompareAsync(program, LibraryTexts.Combined(Seed, Combinations), isExact: true);

        Assert.InRange(accepted, Combinations / 12, Combinations);
    }

    private static string InCode(string text, Mutator mutator)
    {
        var code = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        return text[..code] + mutator.Mutate(text[code..]);
    }

    private static bool IsLibrary(string text) => LuaParser.Parse(text, new FindingBag(), CancellationToken.None).Shebang?.LibraryName is not null;

    private async Task<int> CompareAsync(string program, IEnumerable<(string Name, string Text)> texts, bool isExact)
    {
        using var server = new LibraryServer(program);
        var (compared, accepted, count, disagreements) = (0, 0, 0, new StringBuilder());
        foreach (var (name, text) in texts)
        {
            compared++;
            var own = Own(text);
            if (await server.LoadAsync(text) is not { } reply)
            {
                continue;
            }

            accepted += reply.IsAccepted ? 1 : 0;
            if (!Agree(own, reply, isExact, text) && ++count <= 20)
            {
                disagreements.AppendLine(CultureInfo.InvariantCulture, $"--- {name}\n{text}\n  LuaGen: {own}\n  server: {reply}");
            }
        }

        output.WriteLine($"{compared} libraries, {accepted} accepted, {count} disagreements, {server.Crashes} crashes");
        Assert.InRange(server.Crashes, 0, program == "PATH" ? 0 : compared / 4);
        Assert.True(count == 0, $"{count} of {compared} disagree\n{disagreements}");
        return accepted;
    }

    private static bool Agree(Verdict own, Verdict server, bool isExact, string text) =>
        server.IsAccepted ? own.IsAccepted || own.Message.StartsWith(Rule.UnfollowedRegistration.Id, StringComparison.Ordinal)
        : own.IsAccepted ? IsRunTime(server) && (!isExact || (server.Line is null && BeyondTheText.Any(part => text.Contains(part, StringComparison.Ordinal))))
        : server.Line is null || server.Line == own.Line || (!isExact && IsRunTime(server));

    /// <summary>Whether the server refuses what the code did when it ran; the text tells that only without branches and loops.</summary>
    private static bool IsRunTime(Verdict server) =>
        server.Message.Contains("Error registering functions", StringComparison.Ordinal) || server.Message.Contains("Function already exists in the library", StringComparison.Ordinal) || server.Message.Contains("Function names can only", StringComparison.Ordinal);

    private static Verdict Own(string text)
    {
        var compiled = TestCompiler.Compile(text);
        return compiled.Findings.FirstOrDefault(finding => finding.IsError) is { } error
            ? new Verdict(false, new LineMap(text).GetPosition(error.Span.Start).Line + 1, $"{error.Rule.Id} {TestCompiler.Message(error)}")
            : new Verdict(true, null, "");
    }
}
