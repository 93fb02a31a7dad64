using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests.Incremental;

/// <summary>An edit of an included file compiles exactly the scripts that include it, and its faults are reported once.</summary>
public sealed class IncludeTests
{
    private const string Fragment = """
        local function size(key)
            return redis.call('STRLEN', key)
        end

        """;

    private readonly TestScript _one = new("Scripts/One/Get.lua", Script("../shared/size"));
    private readonly TestScript _two = new("Scripts/Two/Get.lua", Script("../shared/middle"));
    private readonly TestScript _middle = new("Scripts/shared/middle.lua", "-- @include \"size\"\nlocal unused = 1\n");
    private readonly TestScript _size = new("Scripts/shared/size.lua", Fragment);
    private readonly TestScript _other = new("Scripts/Other/Get.lua", """
        -- KEYS[1] key
        -- RETURNS long
        redis.call('DEL', KEYS[1])
        return 1

        """);

    private TestScript[] All => [_one, _two, _middle, _size, _other];

    [Fact]
    public void The_scripts_are_generated_with_the_text_of_the_files_and_the_files_give_no_call()
    {
        var output = GeneratorHost.Run(All);

        Assert.Empty(output.Diagnostics);
        Assert.Equal(3, output.Sources.Length);
        Assert.Contains("redis.call('STRLEN', key)", output.Source("Consumer.TwoScripts.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("Shared", output.Index, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_edit_of_a_file_compiles_exactly_what_includes_it()
    {
        var compilation = GeneratorHost.Compilation();
        var first = GeneratorHost.Run(GeneratorHost.Driver(compilation, All), compilation);

        var edited = new TestScript(_size.Path, Fragment.Replace("STRLEN", "LLEN", StringComparison.Ordinal));
        var second = GeneratorHost.Run(first.Driver.ReplaceAdditionalText(_size, edited), compilation);

        Assert.Equal(["Scripts/One/Get.lua", "Scripts/Two/Get.lua"], CompiledAgain(second));
        Assert.Contains("redis.call('LLEN', key)", second.Source("Consumer.OneScripts.g.cs"), StringComparison.Ordinal);
        Assert.Equal(first.Source("Consumer.OtherScripts.g.cs"), second.Source("Consumer.OtherScripts.g.cs"));
    }

    [Fact]
    public void An_edit_of_a_script_compiles_it_alone()
    {
        var compilation = GeneratorHost.Compilation();
        var first = GeneratorHost.Run(GeneratorHost.Driver(compilation, All), compilation);

        var second = GeneratorHost.Run(first.Driver.ReplaceAdditionalText(_one, new TestScript(_one.Path, Script("../shared/size") + "\n")), compilation);

        Assert.Equal(["Scripts/One/Get.lua"], CompiledAgain(second));
    }

    [Fact]
    public void A_file_that_is_written_later_is_found()
    {
        var compilation = GeneratorHost.Compilation();
        var first = GeneratorHost.Run(GeneratorHost.Driver(compilation, [_one, _other]), compilation);
        Assert.StartsWith("Scripts/One/Get.lua(1,4): error LUA2008: '../shared/size' cannot be included", GeneratorHost.Print(Assert.Single(first.Diagnostics)), StringComparison.Ordinal);

        var second = GeneratorHost.Run(first.Driver.AddAdditionalTexts([_size]), compilation);

        Assert.Empty(second.Diagnostics);
        Assert.Equal(2, second.Sources.Length);
    }

    [Fact]
    public void An_error_and_a_warning_in_a_file_are_reported_once()
    {
        var broken = new TestScript(_size.Path, "local function size(key)\n    return = 1\nend\n");
        Assert.StartsWith("Scripts/shared/size.lua(2,12): error LUA1", GeneratorHost.Print(Assert.Single(GeneratorHost.Run(_one, _two, _middle, broken, _other).Diagnostics)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_in_a_file_is_reported_once_at_its_place()
    {
        var unknown = new TestScript(_size.Path, "local function size(key)\n    return redis.call('STRLENGTH', key)\nend\n");

        var findings = await GeneratorHost.FindingsAsync(_one, _two, _middle, unknown, _other);

        Assert.Single(findings, finding => finding.StartsWith("Scripts/shared/size.lua(2,", StringComparison.Ordinal) && finding.Contains("STRLENGTH", StringComparison.Ordinal));
    }

    private static string Script(string include) => $"""
        -- @include "{include}"
        -- KEYS[1] key
        -- RETURNS long
        redis.call('PERSIST', KEYS[1])
        return size(KEYS[1])

        """;

    private static IEnumerable<string> CompiledAgain(GeneratorOutput output) =>
        output.Result.Results[0].TrackedSteps[TrackingNames.Compile]
            .SelectMany(run => run.Outputs)
            .Where(result => result.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New or IncrementalStepRunReason.Unchanged)
            .Select(result => (((LuaGen.Generator.Hosting.ScriptFile, LuaGen.Language.CompiledScript))result.Value).Item1.FilePath)
            .Order(StringComparer.Ordinal);
}
