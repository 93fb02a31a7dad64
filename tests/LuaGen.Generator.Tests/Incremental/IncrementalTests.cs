using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LuaGen.Generator.Tests.Incremental;

/// <summary>What runs again after an edit, and what does not: each direction is held, so that neither passes by accident.</summary>
public sealed class IncrementalTests
{
    private const string Lock = "-- KEYS[1] lock\n-- RETURNS long\nreturn redis.call('DEL', KEYS[1])\n";
    private const string Limit = "-- KEYS[1] window\n-- RETURNS long\nreturn redis.call('INCR', KEYS[1])\n";

    private readonly TestScript _release = new("Scripts/Locks/Release.lua", Lock);
    private readonly TestScript _limit = new("Scripts/Limits/Hit.lua", Limit);
    private readonly CSharpCompilation _compilation = GeneratorHost.Compilation("class First;");
    private readonly GeneratorOutput _first;

    public IncrementalTests() => _first = GeneratorHost.Run(GeneratorHost.Driver(_compilation, [_release, _limit]), _compilation);

    [Fact]
    public void The_first_run_runs_everything()
    {
        Assert.Equal(["Limits", "Locks"], Emitted(_first));
        Assert.Equal([IncrementalStepRunReason.New, IncrementalStepRunReason.New], Reasons(_first, TrackingNames.Compile));
    }

    [Fact]
    public void An_edit_of_csharp_runs_nothing_again()
    {
        var edited = _compilation.ReplaceSyntaxTree(
            _compilation.SyntaxTrees[0],
            CSharpSyntaxTree.ParseText("class Second;", (CSharpParseOptions)_compilation.SyntaxTrees[0].Options));

        var second = GeneratorHost.Run(_first.Driver, edited);

        foreach (var step in new[] { TrackingNames.Files, TrackingNames.Compile, TrackingNames.Models, TrackingNames.Classes })
        {
            Assert.All(Reasons(second, step), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }

        Assert.All(Outputs(second), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_of_one_script_emits_one_class_again()
    {
        var second = Edit(_release, Lock.Replace("'DEL'", "'UNLINK'", StringComparison.Ordinal));

        Assert.Single(Reasons(second, TrackingNames.Compile), IncrementalStepRunReason.Modified);
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified], Reasons(second, TrackingNames.Classes));
        Assert.Single(Outputs(second), IncrementalStepRunReason.Modified);
        Assert.All(Reasons(second, TrackingNames.Index), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Contains("'UNLINK'", second.Source("Consumer.LocksScripts.g.cs"), StringComparison.Ordinal);
        Assert.Equal(_first.Source("Consumer.LimitsScripts.g.cs"), second.Source("Consumer.LimitsScripts.g.cs"));
    }

    [Fact]
    public void The_same_text_in_a_new_object_emits_nothing_again()
    {
        var second = Edit(_release, Lock);

        Assert.All(Reasons(second, TrackingNames.Classes), reason =>
            Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        Assert.All(Outputs(second), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_script_that_breaks_costs_only_its_own_code_and_comes_back()
    {
        var broken = Edit(_release, "-- KEYS[1] lock\nreturn redis.call('DEL', KEYS[1]\n");

        Assert.Equal(["Limits"], Emitted(broken));
        Assert.Single(broken.Diagnostics);

        var release = (TestScript)new TestScript(_release.Path, Lock);
        var mended = GeneratorHost.Run(Edited(broken.Driver, release), _compilation);

        Assert.Equal(["Limits", "Locks"], Emitted(mended));
        Assert.Empty(mended.Diagnostics);
    }

    [Fact]
    public void A_change_of_options_that_concerns_no_script_emits_nothing_again()
    {
        var options = new TestOptions { Properties = { ["SomethingElse"] = "1" } };

        var second = GeneratorHost.Run(_first.Driver.WithUpdatedAnalyzerConfigOptions(options), _compilation);

        Assert.All(Reasons(second, TrackingNames.Compile), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_change_of_the_root_namespace_emits_everything_again()
    {
        var options = new TestOptions { Properties = { ["RootNamespace"] = "Other" } };

        var second = GeneratorHost.Run(_first.Driver.WithUpdatedAnalyzerConfigOptions(options), _compilation);

        Assert.Contains("namespace Other;", second.Source("Other.LocksScripts.g.cs"), StringComparison.Ordinal);
    }

    private TestScript? _edited;

    private GeneratorOutput Edit(TestScript script, string text)
    {
        _edited = new TestScript(script.Path, text);
        return GeneratorHost.Run(_first.Driver.ReplaceAdditionalText(script, _edited), _compilation);
    }

    private GeneratorDriver Edited(GeneratorDriver driver, TestScript script) => driver.ReplaceAdditionalText(_edited!, script);

    private static IEnumerable<string> Emitted(GeneratorOutput output) =>
        output.Sources.Select(source => source.HintName.Replace("Consumer.", "", StringComparison.Ordinal).Replace("Scripts.g.cs", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IncrementalStepRunReason[] Reasons(GeneratorOutput output, string step) =>
        [.. output.Result.Results[0].TrackedSteps[step].SelectMany(run => run.Outputs).Select(result => result.Reason)];

    private static IncrementalStepRunReason[] Outputs(GeneratorOutput output) =>
        [.. output.Result.Results[0].TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(result => result.Reason)];
}
