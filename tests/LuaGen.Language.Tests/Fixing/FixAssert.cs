using LuaGen.Language.Commands;
using LuaGen.Language.Fixing;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.Language.Text;

namespace LuaGen.Language.Tests.Fixing;

/// <summary>Fixes marked scripts, and holds each fix to what fixes promise.</summary>
internal static class FixAssert
{
    /// <summary>The fix of the rule at the mark gives the expected text: the finding is gone, nothing above info is new, and a second run changes nothing.</summary>
    public static string Fixes(string id, string marked, string expected, ScriptOptions? options = null)
    {
        var (text, span) = Parse(marked);
        var (fixer, analysis) = Analyze(text, options);
        var finding = analysis.Findings.FirstOrDefault(each => each.Rule.Id == id && each.Span == span);
        Assert.True(finding is not null, $"{id} is not reported at the mark, but " + string.Join(", ", analysis.Findings.Select(each => $"{each.Rule.Id} at {each.Span}")));

        var fix = fixer.For(analysis, finding, CancellationToken.None);

        Assert.True(fix is not null, $"No fix is offered for: {finding.Message}");
        var after = new EditedText(text, fix.Edits).Text;
        Assert.Equal(expected, after);
        Assert.NotEmpty(fix.Title);
        IsSound(analysis, Analyze(after, options).Analysis, finding.Rule);

        var all = fixer.FixAll(analysis, CancellationToken.None);
        Assert.Same(all, fixer.FixAll(all, CancellationToken.None));
        return after;
    }

    /// <summary>The rule is reported at the mark, and no fix is offered.</summary>
    public static void OffersNothing(string id, string marked)
    {
        var (text, span) = Parse(marked);
        var (fixer, analysis) = Analyze(text, options: null);
        var finding = Assert.Single(analysis.Findings, each => each.Rule.Id == id && each.Span == span);

        Assert.Null(fixer.For(analysis, finding, CancellationToken.None));
    }

    /// <summary>A fix removes a finding and adds none above info. Where a script did not parse before, its checks ran only after the fix.</summary>
    public static void IsSound(ScriptAnalysis before, ScriptAnalysis after, Rule rule)
    {
        Assert.True(Count(after, rule) < Count(before, rule), $"{rule} is still there.");
        var severities = before.Types is null ? new[] { Severity.Error } : [Severity.Error, Severity.Warning];
        foreach (var other in after.Findings.Select(finding => finding.Rule).Where(each => severities.Contains(each.Severity)))
        {
            Assert.True(Count(after, other) <= Count(before, other), $"{other} is new: " + after.Findings.First(finding => finding.Rule == other).Message);
        }
    }

    public static (ScriptFixer Fixer, ScriptAnalysis Analysis) Analyze(string text, ScriptOptions? options)
    {
        var source = new ScriptSource("Scripts/Test/Script.lua", text, IsUtf8: true, "Consumer", ClassName: null);
        return (new ScriptFixer(source, options ?? ScriptOptions.Default), ScriptCompiler.Analyze(source, options ?? ScriptOptions.Default, CancellationToken.None));
    }

    private static int Count(ScriptAnalysis analysis, Rule rule) => analysis.Findings.Count(finding => finding.Rule == rule);

    private static (string Text, SourceSpan Span) Parse(string marked)
    {
        var parsed = MarkedText.Parse(marked);
        return (parsed.Text, Assert.Single(parsed.Spans));
    }
}
