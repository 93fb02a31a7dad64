using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LuaGen.Generator.Tests.Incremental;

/// <summary>Tests what runs again after an edit and what does not: both are asserted, so that neither passes by accident.</summary>
public sealed class IncrementalTests
{
    private const string Lock = """
        -- KEYS[1] lock
        -- RETURNS long
        return redis.call('DEL', KEYS[1])

        """;
    private const string Limit = """
        -- KEYS[1] window
        -- RETURNS long
        return redis.call('INCR', KEYS[1])

        """;

    private readonly TestScript _release = new("Scripts/Locks/Release.lua", Lock);
    private readonly TestScript _limit = new("Scripts/Limits/Hit.lua", Limit);
    private readonly CSharpCompilation _compilation = GeneratorHost.Compilation("class First;");
    private readonly GeneratorOutput _first;

    public IncrementalTests() => _first = GeneratorHost.Run(GeneratorHost.Driver(_compilation, [_release, _limit], isTracking: true), _compilation);

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
    public void An_edit_of_csharp_that_declares_a_generated_name_costs_that_class_alone_and_compiles_nothing()
    {
        var options = (CSharpParseOptions)_compilation.SyntaxTrees[0].Options;

        var second = GeneratorHost.Run(_first.Driver, _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("namespace Consumer { class LocksScripts; }", options)));

        Assert.Equal(["Limits"], Emitted(second));
        Assert.Equal("LUA2030", Assert.Single(second.Diagnostics).Id);
        Assert.All(Reasons(second, TrackingNames.Compile), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(second, TrackingNames.Conflicts));

        var third = GeneratorHost.Run(second.Driver, _compilation);

        Assert.Equal(["Limits", "Locks"], Emitted(third));
        Assert.Empty(third.Diagnostics);
        Assert.All(Reasons(third, TrackingNames.Compile), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
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
        var broken = Edit(_release, """
            -- KEYS[1] lock
            return redis.call('DEL', KEYS[1]

            """);

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

    [Fact]
    public void A_comment_in_a_body_is_part_of_what_is_sent_so_its_class_is_emitted_again()
    {
        var second = Edit(_release, Lock.Replace("return", "-- gone\nreturn", StringComparison.Ordinal));

        AssertOnlyLocksRanAgain(second);
        Assert.NotEqual(Sha1(_first, "Locks"), Sha1(second, "Locks"));
        Assert.Equal(Signatures(_first), Signatures(second));
    }

    [Fact]
    public void A_line_end_is_no_part_of_what_is_sent_so_nothing_is_emitted_again()
    {
        var second = Edit(_release, Lock.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Single(Reasons(second, TrackingNames.Compile), IncrementalStepRunReason.Modified);
        Assert.All(Outputs(second), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_of_a_body_changes_no_signature()
    {
        var second = Edit(_release, Lock.Replace("'DEL'", "'UNLINK'", StringComparison.Ordinal));

        AssertOnlyLocksRanAgain(second);
        Assert.Equal(Signatures(_first), Signatures(second));
    }

    [Fact]
    public void An_edit_of_a_header_changes_the_signature()
    {
        var second = Edit(_release, Lock.Replace("-- RETURNS", "-- ARGV[1] owner: string\n-- RETURNS", StringComparison.Ordinal));

        AssertOnlyLocksRanAgain(second);
        Assert.NotEqual(Signatures(_first), Signatures(second));
        Assert.Contains("string owner,", second.Source("Consumer.LocksScripts.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_added_to_a_class_emits_that_class_again()
    {
        var acquire = new TestScript("Scripts/Locks/Acquire.lua", Lock);

        var second = GeneratorHost.Run(_first.Driver.AddAdditionalTexts([acquire]), _compilation);

        AssertOnlyLocksRanAgain(second, IncrementalStepRunReason.New);
        Assert.Contains("AcquireAsync(", second.Source("Consumer.LocksScripts.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_added_beside_the_classes_emits_none_of_them_again()
    {
        var other = new TestScript("Scripts/Other/Get.lua", Lock);

        var second = GeneratorHost.Run(_first.Driver.AddAdditionalTexts([other]), _compilation);

        // Classes are emitted in name order, so the existing classes keep their positions.
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached, IncrementalStepRunReason.New, IncrementalStepRunReason.Modified], Outputs(second));
        Assert.Single(Reasons(second, TrackingNames.Compile), IncrementalStepRunReason.New);
        Assert.Equal(["Limits", "Locks", "Other"], Emitted(second));
    }

    [Fact]
    public void A_file_removed_takes_its_class_with_it_and_emits_nothing_again()
    {
        var second = GeneratorHost.Run(_first.Driver.RemoveAdditionalTexts([_release]), _compilation);

        Assert.Equal(["Limits"], Emitted(second));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Removed, IncrementalStepRunReason.Modified], Outputs(second));
        Assert.DoesNotContain(Reasons(second, TrackingNames.Compile), reason => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void A_file_renamed_renames_its_method_and_nothing_else()
    {
        var second = GeneratorHost.Run(_first.Driver.ReplaceAdditionalText(_release, new TestScript("Scripts/Locks/LetGo.lua", Lock)), _compilation);

        AssertOnlyLocksRanAgain(second);
        Assert.Contains("LetGoAsync(", second.Source("Consumer.LocksScripts.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("ReleaseAsync(", second.Source("Consumer.LocksScripts.g.cs"), StringComparison.Ordinal);
        Assert.Equal(Sha1(_first, "Locks"), Sha1(second, "Locks"));
    }

    [Fact]
    public void A_class_named_by_an_item_moves_one_script()
    {
        var options = new TestOptions { Metadata = { [(_release.Path, "LuaClass")] = "Other" } };

        var second = GeneratorHost.Run(_first.Driver.WithUpdatedAnalyzerConfigOptions(options), _compilation);

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(second, TrackingNames.Compile).Order());
        Assert.Contains(second.Sources, source => source.HintName == "Consumer.Other.g.cs");
        Assert.Single(Outputs(second), IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void The_visibility_emits_every_class_again_and_compiles_none()
    {
        var options = new TestOptions { Properties = { ["LuaGenVisibility"] = "internal" } };

        var second = GeneratorHost.Run(_first.Driver.WithUpdatedAnalyzerConfigOptions(options), _compilation);

        Assert.All(Outputs(second), reason => Assert.Equal(IncrementalStepRunReason.Modified, reason));
        Assert.All(second.Sources, source => Assert.Contains("internal sealed partial class", source.SourceText.ToString(), StringComparison.Ordinal));
        Assert.All(Reasons(second, TrackingNames.Models), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    private TestScript? _edited;

    private void AssertOnlyLocksRanAgain(GeneratorOutput second, IncrementalStepRunReason compiled = IncrementalStepRunReason.Modified)
    {
        Assert.Single(Reasons(second, TrackingNames.Compile), compiled);
        Assert.All(Reasons(second, TrackingNames.Compile).Where(reason => reason != compiled), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified], Reasons(second, TrackingNames.Classes));

        // The last output is the index of the project's classes, which contains nothing about their scripts.
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Outputs(second));
        Assert.Equal(_first.Source("Consumer.LimitsScripts.g.cs"), second.Source("Consumer.LimitsScripts.g.cs"));
    }

    private static string Sha1(GeneratorOutput output, string name) =>
        output.Source($"Consumer.{name}Scripts.g.cs").Split('\n').Single(line => line.Contains("sha1:", StringComparison.Ordinal));

    /// <summary>Returns the interface without its documentation.</summary>
    private static IEnumerable<string> Signatures(GeneratorOutput output) =>
        output.Source("Consumer.LocksScripts.g.cs").Split('\n')
            .TakeWhile(line => !line.StartsWith("public sealed", StringComparison.Ordinal))
            .Where(line => !line.Contains("///", StringComparison.Ordinal));

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
