using System.Text.RegularExpressions;
using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests;

/// <summary>The folders of the generator are its data flow: a stage names only stages before it.</summary>
public sealed partial class StageOrderTests
{
    private static readonly string[] Stages = ["Findings", "Syntax", "Header", "Binding", "Model", "Checking", "Emit", "Hosting", "Reporting", "CallSites"];

    /// <summary>Stages that report findings and never diagnostics; of the compiler they know its text types.</summary>
    private static readonly string[] FrontEnd = ["Findings", "Syntax", "Header", "Binding", "Model", "Checking"];

    public static TheoryData<string> Folders => [.. Stages];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Names_only_stages_before_it(string stage) =>
        Assert.Empty(Files(stage).SelectMany(file => Later(stage, File.ReadAllText(file)).Select(later => $"{Path.GetFileName(file)} names {later}")));

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_front_end_knows_the_text_types_of_the_compiler_alone(string stage)
    {
        if (FrontEnd.Contains(stage))
        {
            Assert.Empty(Files(stage).Where(file => NamesTheCompiler(File.ReadAllText(file))).Select(Path.GetFileName));
        }
    }

    [Fact]
    public void A_stage_that_looks_ahead_would_be_noticed()
    {
        Assert.NotEmpty(Later("Syntax", "using LuaGen.Generator.Emit;\n"));
        Assert.True(NamesTheCompiler("using Microsoft.CodeAnalysis;\n"));
        Assert.False(NamesTheCompiler("using Microsoft.CodeAnalysis.Text;\n"));
    }

    [Fact]
    public void Every_folder_is_a_stage()
    {
        var folders = Directory.GetDirectories(Repository.PathOf("generator", "LuaGen.Generator")).Select(path => Path.GetFileName(path)!).Except(["bin", "obj"]);

        Assert.Equal(Stages.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    private static string[] Files(string stage) =>
        Directory.GetFiles(Repository.PathOf("generator", "LuaGen.Generator", stage), "*.cs", SearchOption.AllDirectories);

    private static IEnumerable<string> Later(string stage, string source) =>
        Stages.Skip(Array.IndexOf(Stages, stage) + 1).Where(later => Regex.IsMatch(source, $@"\bLuaGen\.Generator\.{later}\b"));

    private static bool NamesTheCompiler(string source) => CompilerUsing().IsMatch(source);

    [GeneratedRegex(@"\bMicrosoft\.CodeAnalysis(?!\.Text\b)")]
    private static partial Regex CompilerUsing();
}
