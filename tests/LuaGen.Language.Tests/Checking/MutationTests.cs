using LuaGen.TestServers;
using LuaGen.Tests.Corpus;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace LuaGen.Language.Tests.Checking;

/// <summary>One fault at a time in the scripts of the corpus: most of the scripts that then fail on a server have a new finding.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Seed = 19;
    private const int FailingMutants = 300;

    /// <summary>A guard against a corpus that no longer fails: there are about two mutants for each that fails.</summary>
    private const int MaxMutants = 4 * FailingMutants;
    private const double LeastReported = 0.9;

    [ServerProcessFact]
    public void Scripts_that_fail_are_reported()
    {
        var scripts = Scripts();
        var (mutator, random) = (new FaultMutator(Seed), new Random(Seed));
        var (failing, reported, tried) = (0, 0, 0);
        var silent = new List<string>();
        var server = new MutantServer();
        try
        {
            for (; failing < FailingMutants && tried < MaxMutants; tried++)
            {
                var (name, text, calls) = scripts[random.Next(scripts.Count)];
                if (mutator.Mutate(text) is not { } mutant || FailureOf(ref server, mutant, calls) is not { } failure)
                {
                    continue;
                }

                failing++;
                if (HasNewFinding(text, mutant))
                {
                    reported++;
                }
                else
                {
                    silent.Add($"{name}: {failure}");
                }
            }
        }
        finally
        {
            server.Dispose();
        }

        output.WriteLine($"{reported} of {failing} failing mutants are reported ({tried} mutants); silent:");
        silent.ForEach(output.WriteLine);
        Assert.Equal(FailingMutants, failing);
        Assert.True(reported >= LeastReported * failing, $"{reported} of {failing} failing mutants are reported");
    }

    /// <summary>The scripts whose calls are right before anything is changed.</summary>
    private static IReadOnlyList<(string Name, string Text, IReadOnlyList<CorpusCall> Calls)> Scripts() =>
    [
        .. Directory.GetFiles(Repository.PathOf("tests", "Corpus"), "*.lua", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path), CorpusCall.ParseAll(File.ReadAllText(Path.ChangeExtension(path, ".calls"))))),
    ];

    /// <summary>The first error that the calls do not expect; a mutant that never ends takes its server with it.</summary>
    private static string? FailureOf(ref MutantServer server, string script, IReadOnlyList<CorpusCall> calls)
    {
        try
        {
            return server.FirstErrorOf(script, calls);
        }
        catch (RedisTimeoutException)
        {
            server.Dispose();
            server = new MutantServer();
            return null;
        }
    }

    private static bool HasNewFinding(string script, string mutant)
    {
        var known = TestCompiler.Compile(script).Findings.Select(finding => finding.Rule.Id).ToList();
        return TestCompiler.Compile(mutant).Findings.Any(finding => !known.Remove(finding.Rule.Id));
    }
}
