using System.Text.Json.Nodes;

namespace LuaGen.Tool.Tests.Check;

/// <summary>Scripts that include other files, and what is reported in these.</summary>
public sealed class IncludeTests
{
    private const string Fragment = "local function size(key)\n    return redis.call('STRLENGTH', key)\nend\n";

    private const string Fault = "shared/size.lua(2,23): warning LUA4001: ";

    [Fact]
    public void A_finding_in_a_file_is_printed_once_at_its_line()
    {
        using var folder = Scripts(Fragment);

        var result = folder.Check();

        Assert.StartsWith("Scripts/" + Fault, Assert.Single(result.Findings), StringComparison.Ordinal);
        Assert.Contains("    2 |     return redis.call('STRLENGTH', key)\n      |                       ^~~~~~~~~~~", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("0 errors, 1 warning, 0 infos in 4 scripts\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_format_names_the_file()
    {
        using var folder = Scripts(Fragment);

        var json = JsonNode.Parse(folder.Check("--format", "json").Output)!["findings"]!.AsArray().Single()!;
        Assert.Equal(("Scripts/shared/size.lua", 2), ((string)json["path"]!, (int)json["line"]!));
        var sarif = JsonNode.Parse(folder.Check("--format", "sarif").Output)!["runs"]![0]!["results"]!.AsArray().Single()!["locations"]![0]!["physicalLocation"]!;
        Assert.Equal(("Scripts/shared/size.lua", 2), ((string)sarif["artifactLocation"]!["uri"]!, (int)sarif["region"]!["startLine"]!));
        Assert.Contains("file=Scripts/shared/size.lua,line=2", folder.Check("--format", "github").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Scripts/One/Get.lua")]
    [InlineData("Scripts/shared/size.lua")]
    public void One_file_alone_is_checked_with_what_it_belongs_to(string path)
    {
        using var folder = Scripts(Fragment).Write("luagen.json", "{}");

        Assert.StartsWith("Scripts/" + Fault, Assert.Single(folder.Check(path).Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_on_standard_input_includes_files_of_its_folder()
    {
        using var folder = Scripts(Fragment);

        var result = ToolResult.Of(folder.Path, Script("../shared/size"), ["check", "--stdin-filename", "Scripts/New/Get.lua"]);

        Assert.StartsWith("Scripts/" + Fault, Assert.Single(result.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_elsewhere_without_a_configuration_is_checked_with_its_neighbours()
    {
        using var folder = Scripts(Fragment.Replace("STRLENGTH", "STRLEN", StringComparison.Ordinal));
        using var elsewhere = new TestFolder();

        var result = elsewhere.Check(folder.Full("Scripts/Two"));

        Assert.Empty(result.Findings);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void List_says_who_includes_whom()
    {
        using var folder = Scripts(Fragment).Write("Scripts/shared/unused.lua", "-- @fragment\nlocal x = redis.call('PING')\n");

        Assert.Equal(
            """
            Scripts/One/Get.lua → OneScripts.Get with Scripts/shared/size.lua
            Scripts/Two/Get.lua → TwoScripts.Get with Scripts/shared/middle.lua, Scripts/shared/size.lua
            Scripts/shared/middle.lua → part of Scripts/Two/Get.lua
            Scripts/shared/size.lua → part of Scripts/One/Get.lua, Scripts/Two/Get.lua, Scripts/shared/middle.lua
            Scripts/shared/unused.lua → nothing: no script includes it

            """,
            folder.Check("--list").Output);
    }

    [Fact]
    public void Fixes_change_neither_the_scripts_nor_the_files()
    {
        const string Missing = "local function size(key)\n    local old = redis.call('GET', key)\n    if old == nil then return 0 end\n    return redis.call('STRLEN', key)\nend\n";
        using var folder = Scripts(Missing);

        var result = folder.Check("--fix");

        Assert.Contains("LUA5020", Assert.Single(result.Findings), StringComparison.Ordinal);
        Assert.Equal(Missing, folder.Read("Scripts/shared/size.lua"));
        Assert.Equal(Script("../shared/size"), folder.Read("Scripts/One/Get.lua"));
    }

    [Fact]
    public void What_cannot_be_included_is_one_error_and_other_scripts_are_checked()
    {
        using var folder = Scripts("return = 1\n").Write("Scripts/Bad.lua", Script("none")).Write("Scripts/Other.lua", "-- KEYS[1] key\n-- RETURNS long\nreturn redis.call('DELL', KEYS[1])\n");

        Assert.Equal(
            ["Scripts/Bad.lua(1,4): error LUA2008", "Scripts/Other.lua(3,19): warning LUA4001", "Scripts/shared/size.lua(1,8): error LUA1001"],
            folder.Check().Findings.Select(finding => finding[..(finding.IndexOf("LUA", StringComparison.Ordinal) + 7)]));
    }

    [Theory]
    [InlineData("{}", "../lib/size.lua' is outside of the project")]
    [InlineData("""{ "includePath": "../lib" }""", null)]
    [InlineData("""{ "includePath": "none; ../lib/" }""", null)]
    public void Files_outside_of_the_project_are_read_from_the_include_path(string json, string? refusal)
    {
        using var folder = new TestFolder().Write("app/luagen.json", json).Write("lib/size.lua", Fragment).Write("app/One/Get.lua", Script("../../lib/size")).Write("app/Two/Get.lua", Script("size"));

        var findings = folder.Check("app").Findings;

        if (refusal is null)
        {
            Assert.StartsWith("lib/size.lua(2,23): warning LUA4001: ", Assert.Single(findings), StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(refusal, findings[0], StringComparison.Ordinal);
            Assert.Contains("the project does not contain 'Two/size.lua'", findings[1], StringComparison.Ordinal);
        }
    }

    private static TestFolder Scripts(string fragment) => new TestFolder()
        .Write("Scripts/shared/size.lua", fragment)
        .Write("Scripts/shared/middle.lua", "-- @include \"size\"\nlocal limit = 1\n")
        .Write("Scripts/One/Get.lua", Script("../shared/size"))
        .Write("Scripts/Two/Get.lua", Script("../shared/middle"));

    private static string Script(string include) => $"-- @include \"{include}\"\n-- KEYS[1] key\n-- RETURNS long\nredis.call('PERSIST', KEYS[1])\nreturn size(KEYS[1])\n";
}
