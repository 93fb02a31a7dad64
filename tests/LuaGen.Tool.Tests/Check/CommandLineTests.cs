namespace LuaGen.Tool.Tests.Check;

public sealed class CommandLineTests
{
    private const string Wrong = "return redis.call('GTE', KEYS[1])";
    private const string Advised = "return redis.call('GET', KEYS[1])";
    private const string Clean = """
        -- KEYS[1] key
        -- RETURNS string?
        return redis.call('GET', KEYS[1])
        """;

    [Theory]
    [InlineData(Clean, "warning", 0)]
    [InlineData(Advised, "warning", 0)]
    [InlineData(Advised, "info", 1)]
    [InlineData(Wrong, "warning", 1)]
    [InlineData(Wrong, "error", 0)]
    [InlineData("return redis.call(", "error", 1)]
    public void The_exit_code_is_1_from_the_severity_that_the_caller_asks_for(string script, string failOn, int expected)
    {
        using var folder = new TestFolder().Write("Script.lua", script);

        Assert.Equal(expected, folder.Check("--fail-on", failOn).ExitCode);
    }

    [Theory]
    [InlineData("check", "--format", "xml")]
    [InlineData("check", "--fail-on", "never")]
    [InlineData("check", "--servers", "valky 8.0")]
    [InlineData("check", "--servers", "")]
    [InlineData("check", "--servers", "redis x")]
    [InlineData("check", "--cluster", "perhaps")]
    [InlineData("check", "--unknown")]
    [InlineData("check", "missing.lua")]
    [InlineData("check", "--stdin-filename", "a.lua", "b.lua")]
    [InlineData("chekc")]
    public void What_cannot_be_run_is_exit_code_2_with_the_reason_on_one_line(params string[] arguments)
    {
        using var folder = new TestFolder().Write("Script.lua", Clean);

        var result = ToolResult.Of(folder.Path, "", arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith("luagen: ", Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_path_that_does_not_exist_is_a_line_and_the_others_are_checked()
    {
        using var folder = new TestFolder().Write("Script.lua", Wrong);

        var result = folder.Check("gone", "Script.lua", "away");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("luagen: gone: no such file or folder\nluagen: away: no such file or folder\n", result.Error);
        Assert.Contains(result.Findings, line => line.Contains("LUA4001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("redis 7.0", false)]
    [InlineData("redis 6.2", true)]
    public void Servers_decide_what_a_script_may_use(string servers, bool isReported)
    {
        using var folder = new TestFolder().Write("Script.lua", "#!lua\n" + Clean);

        Assert.Equal(isReported, folder.Check("--servers", servers).ExitCode == 1);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Cluster_rules_hold_where_scripts_may_run_in_a_cluster(string cluster, bool isReported)
    {
        using var folder = new TestFolder().Write("Script.lua", "-- KEYS[1] key\n-- RETURNS string?\nreturn redis.call('GET', KEYS[1]) or redis.call('GET', 'stock:' .. redis.call('GET', KEYS[1]))");

        Assert.Equal(isReported, folder.Check("--cluster", cluster, "--fail-on", "info").Findings.Any(line => line.Contains(" LUA6", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_script_on_standard_input_is_checked_as_the_file_that_it_will_be()
    {
        using var folder = new TestFolder().Write("Scripts/Get.v1.lua", Clean).Write("Scripts/Get.v2.lua", Clean);

        var result = ToolResult.Of(folder.Path, Wrong, ["check", "--stdin-filename", "Scripts/Get.v2.lua"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Scripts/Get.v2.lua(1,19): warning LUA4001: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("LUA2010: The keys, arguments or reply differ from those of Scripts/Get.v1.lua", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Get.v1.lua(", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_on_standard_input_need_not_exist()
    {
        using var folder = new TestFolder();

        Assert.Equal((1, ""), ToolResult.Of(folder.Path, Wrong, ["check", "--stdin-filename", "not/yet/there.lua"]) is var result ? (result.ExitCode, result.Error) : default);
    }

    [Fact]
    public void List_prints_the_method_that_each_file_becomes()
    {
        using var folder = new TestFolder()
            .Write("luagen.json", """{ "rootNamespace": "Shop" }""")
            .Write("Scripts/Stock/reserve-stock.lua", Clean)
            .Write("Scripts/Stock/ReserveStock.lua", Clean)
            .Write("Scripts/Stock/helper.lua", "return 1")
            .Write("Scripts/Stock/Take.v2.lua", Clean);

        var result = folder.Check("--list");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            """
            Scripts/Stock/ReserveStock.lua → Shop.StockScripts.ReserveStock
            Scripts/Stock/Take.v2.lua → Shop.StockScripts.TakeV2
            Scripts/Stock/helper.lua → nothing: not a Redis script
            Scripts/Stock/reserve-stock.lua → nothing: LUA2009 in line 1

            """,
            result.Output);
    }

    [Fact]
    public void A_folder_without_scripts_is_clean_and_noted()
    {
        using var folder = new TestFolder();

        var result = folder.Check();

        Assert.Equal((0, "luagen: note: no .lua files here\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Colors_are_used_only_when_asked_for()
    {
        using var folder = new TestFolder().Write("Script.lua", Wrong);

        Assert.DoesNotContain('\e', ToolResult.Of(folder.Path, "", ["check"]).Output);
        Assert.Contains("\e[1;33mwarning\e[0m LUA4001", ToolResult.Of(folder.Path, "", ["check"], usesColors: true).Output, StringComparison.Ordinal);
    }
}
