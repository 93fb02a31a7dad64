using System.Globalization;
using LuaGen.Language;
using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Editing;
using LuaGen.Language.Editing.Completions;
using LuaGen.Language.Model;
using Xunit.Abstractions;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>
/// How good completion is: what the scripts of the corpus say is removed, one name at a time, and the right text must be among
/// the first five. Commands have too much choice for an empty string, so their first letters stay.
/// </summary>
public sealed class CompletionQualityTests(ITestOutputHelper output)
{
    private const int Shown = 5;

    /// <summary>Every so many places of a kind are tried; all of them take a minute.</summary>
    private static readonly int Step = Environment.GetEnvironmentVariable("LUAGEN_FUZZ_SECONDS") is { } text && int.Parse(text, CultureInfo.InvariantCulture) >= 60 ? 1 : 3;

    [Fact]
    public void The_right_text_is_among_the_first_five()
    {
        var places = Scripts().SelectMany(Places).GroupBy(place => place.Kind).OrderBy(group => group.Key).ToList();
        output.WriteLine($"{"kind",-12} {"places",6}   right among the first {Shown}, after so many typed characters");
        output.WriteLine($"{"",-12} {"",6} {"0",9} {"1",9} {"2",9}");
        var failures = new List<string>();
        foreach (var group in places)
        {
            var sample = group.Where((_, i) => i % Step == 0).ToList();
            var shares = Enumerable.Range(0, 3).Select(typed => 100.0 * sample.Count(place => IsFound(place, typed)) / sample.Count).ToArray();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key,-12} {sample.Count,6} {shares[0],7:0.0} % {shares[1],7:0.0} % {shares[2],7:0.0} %"));
            var (typed, floor) = FloorOf(group.Key);
            if (shares[typed] < floor)
            {
                failures.Add($"{group.Key}: {shares[typed]:0.0} % after {typed} characters, not {floor} %");
                failures.AddRange(sample.Where(place => !IsFound(place, typed)).Take(20).Select(place => $"  {place.File} {place.Text}: {string.Join(", ", Shows(place, typed).Take(Shown).Select(candidate => candidate.Text))}"));
            }
        }

        Assert.Equal(6, places.Count);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static (int Typed, double Floor) FloorOf(string kind) => kind switch
    {
        "command" => (2, 95),
        "local" => (1, 95),
        _ => (0, 95),
    };

    private static IEnumerable<(string Name, string Text)> Scripts() =>
        new[] { Repository.PathOf("tests", "Corpus"), Repository.PathOf("samples") }
            .SelectMany(folder => Directory.GetFiles(folder, "*.lua", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    private static IEnumerable<Place> Places((string Name, string Text) script)
    {
        var analysis = Analyze(script.Text);
        if (analysis.Types is null)
        {
            yield break;
        }

        var body = analysis.Tree.Chunk.Statements is [var first, ..] ? first.Span.Start : script.Text.Length;
        foreach (var occurrence in ScriptIndex.Of(analysis).All.Where(each => each.Span.Start >= body && each.Role != OccurrenceRole.Declaration))
        {
            if (KindOf(occurrence.Entity) is { } kind && (occurrence.Entity is not CommandEntity || script.Text[occurrence.Span.Start - 1] is '\'' or '"'))
            {
                yield return new Place(kind, script.Name, script.Text, occurrence.Span);
            }
        }
    }

    private static string? KindOf(ScriptEntity entity) => entity switch
    {
        CommandEntity { Command.Words: 1 } => "command",
        CommandEntity => "subcommand",
        TokenEntity => "option",
        ParameterEntity { Table: ParameterTable.Keys } => "KEYS[n]",
        ParameterEntity => "ARGV[n]",
        LocalEntity => "local",
        _ => null,
    };

    private static bool IsFound(Place place, int typed) => Shows(place, typed).Take(Shown).Any(candidate => candidate.Text == place.Text);

    private static IReadOnlyList<Candidate> Shows(Place place, int typed)
    {
        var kept = Math.Min(typed, place.Span.Length);
        var text = place.Script.Remove(place.Span.Start + kept, place.Span.Length - kept);
        return ScriptCompletion.At(Analyze(text), place.Span.Start + kept, ScriptOptions.Default).Candidates;
    }

    private static ScriptAnalysis Analyze(string text) =>
        ScriptCompiler.Analyze(new ScriptSource("Script.lua", text, IsUtf8: true, "", ClassName: null), ScriptOptions.Default, CancellationToken.None);

    private sealed record Place(string Kind, string File, string Script, Language.Text.SourceSpan Span)
    {
        public string Text => Script.Substring(Span.Start, Span.Length);
    }
}
