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
        var first = GeneratorHost.Run(GeneratorHost.Driver(compilation, All, isTracking: true), compilation);

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
        var first = GeneratorHost.Run(GeneratorHost.Driver(compilation, All, isTracking: true), compilation);

        var second = GeneratorHost.Run(first.Driver.ReplaceAdditionalText(_one, new TestScript(_one.Path, Script("../shared/size") + "\n")), compilation);

        Assert.Equal(["Scripts/One/Get.lua"], CompiledAgain(second));
    }

    [Fact]
    public void A_file_that_is_written_later_is_found()
    {
        var compilation = GeneratorHost.Compilation();
        var first = GeneratorHost.Run(GeneratorHost.Driver(compilation, [_one, _other], isTracking: true), compilation);
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

    [Fact]
    public void A_cycle_is_one_error_whichever_file_is_a_script()
    {
        var a = new TestScript("Scripts/a.lua", "-- @include \"b\"\nlocal a = 1\n");
        var b = new TestScript("Scripts/b.lua", "-- @include \"a\"\nlocal b = 1\n");
        var script = new TestScript("Scripts/c.lua", "-- @include \"b\"\n-- KEYS[1] key\n-- RETURNS nothing\nredis.call('DEL', KEYS[1])\n");

        const string Error = "Scripts/b.lua(1,4): error LUA2008: 'a' cannot be included, because the files include each other (Scripts/a.lua → Scripts/b.lua → Scripts/a.lua): remove one of the directives";
        Assert.Equal(Error, GeneratorHost.Print(Assert.Single(GeneratorHost.Run(a, b).Diagnostics)));
        Assert.Equal(Error, GeneratorHost.Print(Assert.Single(GeneratorHost.Run(a, b, script).Diagnostics)));
    }

    [Fact]
    public async Task A_fault_in_a_file_that_forty_scripts_include_is_reported_once()
    {
        var fragment = new TestScript("Scripts/shared/size.lua", "local function size(key)\n    return redis.call('STRLENGTH', key)\nend\nlocal fails = redis.call('GET')\n");
        var scripts = Enumerable.Range(0, 40).Select(i => new TestScript($"Scripts/S{i}/Get.lua", Script("../shared/size").Replace("PERSIST", i % 2 == 0 ? "PERSIST" : "DEL", StringComparison.Ordinal)));

        var findings = await GeneratorHost.FindingsAsync([fragment, .. scripts]);

        Assert.Equal(["(2,23): warning LUA4001", "(4,26): warning LUA4002"], findings.Select(finding => finding["Scripts/shared/size.lua".Length..finding.IndexOf(": ", finding.IndexOf(": ", StringComparison.Ordinal) + 1, StringComparison.Ordinal)]));
    }

    [Fact]
    public void Two_linked_files_of_one_path_are_one_error_at_the_directive()
    {
        var copy = new TestScript("Other/size.lua", Fragment);
        var options = new TestOptions { Metadata = { [(copy.Path, "Link")] = _size.Path } };
        var compilation = GeneratorHost.Compilation();

        var output = GeneratorHost.Run(GeneratorHost.Driver(compilation, [_one, _size, copy], options, isTracking: true), compilation);

        Assert.Equal(
            "Scripts/One/Get.lua(1,4): error LUA2008: '../shared/size' cannot be included, because the project has several files 'Scripts/shared/size.lua': write a path that only one of them has",
            GeneratorHost.Print(Assert.Single(output.Diagnostics)));
    }

    private static string Script(string include) => $"""
        -- @include "{include}"
        -- KEYS[1] key
        -- RETURNS long
        redis.call('PERSIST', KEYS[1])
        return size(KEYS[1])

        """;

    /// <summary>The scripts that were compiled again. Only steps that an output depends on are tracked, so files that give no call are not among them.</summary>
    private static IEnumerable<string> CompiledAgain(GeneratorOutput output) =>
        output.Result.Results[0].TrackedSteps[TrackingNames.Compile]
            .SelectMany(run => run.Outputs)
            .Where(result => result.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New or IncrementalStepRunReason.Unchanged)
            .Select(result => (((LuaGen.Generator.Hosting.ScriptFile, LuaGen.Language.CompiledScript))result.Value).Item1.FilePath)
            .Order(StringComparer.Ordinal);
}
