using System.Text;

namespace LuaGen.Tool.Tests.Check;

/// <summary><c>--fix</c> and <c>--diff</c>.</summary>
public sealed class FixTests
{
    private const string Header = "-- @readonly\n-- KEYS[1] key\n-- RETURNS string?\n";
    private const string Wrong = Header + "local v = redis.call('GET', KEYS[1])\nif v == nil then return 'none' end\nreturn v\n";
    private const string Right = Header + "local v = redis.call('GET', KEYS[1])\nif not v then return 'none' end\nreturn v\n";
    private const string Hopeless = Header + "return redis.call('GET', KEYS[1], 1)\n";

    [Fact]
    public void Fix_changes_the_file_and_reports_the_rest()
    {
        using var folder = new TestFolder().Write("A.lua", Wrong).Write("B.lua", Hopeless).Write("C.lua", Right);

        var result = folder.Check("--fix");

        Assert.Equal((Right, Hopeless, Right), (folder.Read("A.lua"), folder.Read("B.lua"), folder.Read("C.lua")));
        Assert.Equal((1, "luagen: note: 1 script was fixed\n"), (result.ExitCode, result.Error));
        Assert.StartsWith("B.lua(4,19): warning LUA4002", Assert.Single(result.Findings, line => line.Contains("warning", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(["A.lua", "B.lua", "C.lua"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    /// <summary>C# that prepares the file would no longer find its names, so only <c>--rewrite-luascript</c> changes the form of a script.</summary>
    [Fact]
    public void A_script_keeps_the_names_of_LuaScript_unless_asked()
    {
        const string Script = "if @limit == 1 then\n  return 0\nend\nreturn redis.call('INCR', @hits)\n";
        const string Kept = "if tonumber(@limit) == 1 then\n  return 0\nend\nreturn redis.call('INCR', @hits)\n";
        using var folder = new TestFolder().Write("A.lua", Script);

        folder.Check("--fix");
        Assert.Equal(Kept, folder.Read("A.lua"));
        Assert.Equal(0, folder.Check("--diff").ExitCode);

        Assert.Contains("+return redis.call('INCR', KEYS[1])", folder.Check("--diff", "--rewrite-luascript").Output, StringComparison.Ordinal);
        Assert.Equal(Kept, folder.Read("A.lua"));
        folder.Check("--fix", "--rewrite-luascript");
        Assert.Equal("-- KEYS[1] hits\n-- ARGV[1] limit: double\n-- RETURNS long\nif tonumber(ARGV[1]) == 1 then\n  return 0\nend\nreturn redis.call('INCR', KEYS[1])\n", folder.Read("A.lua"));
        Assert.Equal((0, ""), (folder.Check("--fix", "--rewrite-luascript").ExitCode, folder.Check("--fix").Error));
    }

    [Fact]
    public void A_second_run_changes_nothing()
    {
        using var folder = new TestFolder().Write("A.lua", Wrong);
        folder.Check("--fix");

        var result = folder.Check("--fix");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(0, folder.Check("--diff").ExitCode);
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    [InlineData("\n", true)]
    public void Line_ends_and_the_byte_order_mark_stay(string lineEnd, bool hasMark)
    {
        // The last line has no end.
        var script = "-- Größe\nlocal v = redis.call('GET', KEYS[1])\nif v == nil then return 'none' end\nreturn v";
        var expected = "-- Größe\n--\n-- KEYS[1] key1\n-- RETURNS value?\nlocal v = redis.call('GET', KEYS[1])\nif not v then return 'none' end\nreturn v";
        using var folder = new TestFolder().Write("A.lua", Bytes(script));

        folder.Check("--fix");

        Assert.Equal(Bytes(expected), File.ReadAllBytes(folder.Full("A.lua")));

        byte[] Bytes(string text) => [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text.Replace("\n", lineEnd, StringComparison.Ordinal))];
    }

    [Fact]
    public void Diff_changes_nothing_and_prints_a_patch()
    {
        using var folder = new TestFolder().Write("Scripts/A.lua", Wrong).Write("B.lua", Hopeless);

        var result = folder.Check("--diff");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Equal(Wrong, folder.Read("Scripts/A.lua"));
        Assert.Equal("""
            --- a/Scripts/A.lua
            +++ b/Scripts/A.lua
            @@ -2,5 +2,5 @@
             -- KEYS[1] key
             -- RETURNS string?
             local v = redis.call('GET', KEYS[1])
            -if v == nil then return 'none' end
            +if not v then return 'none' end
             return v

            """.ReplaceLineEndings("\n"), result.Output);
    }

    [Fact]
    public void A_script_on_standard_input_can_be_compared()
    {
        using var folder = new TestFolder();

        var result = ToolResult.Of(folder.Path, Wrong, ["check", "--stdin-filename", "A.lua", "--diff"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("+if not v then return 'none' end\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Git_applies_the_patch(string lineEnd)
    {
        var calls = string.Concat(Enumerable.Range(1, 40).Select(i => $"local v{i} = redis.call('GET', KEYS[1])\n{(i % 9 == 0 ? $"if v{i} == nil then return 'none' end\n" : "")}"));
        using var folder = new TestFolder()
            .Write("Scripts/Many.lua", (Header + calls + "return v1").ReplaceLineEndings(lineEnd))
            .Write("Scripts/NoHeader.lua", "return redis.call('GET', KEYS[1])".ReplaceLineEndings(lineEnd));

        var result = await ToolProcess.ShellAsync(folder, """
            luagen check --diff Scripts > patch
            cp -r Scripts Other && luagen check --fix --fail-on error Other 2>/dev/null >/dev/null
            git init -q . && git apply patch && diff -r Scripts Other
            """);

        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Contains("if not v9 then", folder.Read("Scripts/Many.lua"), StringComparison.Ordinal);
        Assert.Contains("-- KEYS[1] key1", folder.Read("Scripts/NoHeader.lua"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_only_file_is_one_line_and_exit_code_2()
    {
        using var folder = new TestFolder().Write("A.lua", Wrong).Write("B.lua", Wrong);
        File.SetAttributes(folder.Full("A.lua"), FileAttributes.ReadOnly);
        try
        {
            var result = folder.Check("--fix");

            Assert.Equal((2, "luagen: A.lua: is read-only and was not fixed\nluagen: note: 1 script was fixed\n"), (result.ExitCode, result.Error));
            Assert.Equal((Wrong, Right), (folder.Read("A.lua"), folder.Read("B.lua")));
            Assert.Contains(result.Findings, line => line.StartsWith("A.lua(5,4): warning LUA5020", StringComparison.Ordinal));
        }
        finally
        {
            File.SetAttributes(folder.Full("A.lua"), FileAttributes.Normal);
        }
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        using var folder = new TestFolder().Write("Real/A.lua", Wrong);
        Directory.CreateDirectory(folder.Full("Scripts"));
        File.CreateSymbolicLink(folder.Full("Scripts/A.lua"), folder.Full("Real/A.lua"));

        folder.Check("--fix", "Scripts");

        Assert.NotNull(File.ResolveLinkTarget(folder.Full("Scripts/A.lua"), returnFinalTarget: false));
        Assert.Equal(Right, folder.Read("Real/A.lua"));
    }

    [Fact]
    public void Only_what_is_named_is_fixed()
    {
        using var folder = new TestFolder().Write("A.lua", Wrong).Write("B.lua", Wrong);

        folder.Check("--fix", "A.lua");

        Assert.Equal((Right, Wrong), (folder.Read("A.lua"), folder.Read("B.lua")));
    }

    [Fact]
    public void A_suppressed_finding_is_not_fixed()
    {
        var script = Wrong.Replace("if v ==", "-- luagen: disable-next-line LUA5020\nif v ==", StringComparison.Ordinal);
        using var folder = new TestFolder().Write("A.lua", script);

        Assert.Equal(0, folder.Check("--fix").ExitCode);
        Assert.Equal(script, folder.Read("A.lua"));
    }

    [Fact]
    public void A_file_that_is_not_UTF8_stays_as_it_is()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Wrong), .. "-- "u8, 0xFF];
        using var folder = new TestFolder().Write("A.lua", bytes);

        Assert.Equal(1, folder.Check("--fix").ExitCode);
        Assert.Equal(bytes, File.ReadAllBytes(folder.Full("A.lua")));
    }

    [Theory]
    [InlineData("luagen: --fix and --diff exclude each other: write one of them.\n", "--fix", "--diff")]
    [InlineData("luagen: --fix and --list exclude each other: write one of them.\n", "--list", "--fix")]
    [InlineData("luagen: --fix changes files, and --stdin-filename names none: write --diff.\n", "--fix", "--stdin-filename", "A.lua")]
    public void Options_that_exclude_each_other_are_one_line(string expected, params string[] arguments)
    {
        using var folder = new TestFolder();

        var result = folder.Check(arguments);

        Assert.Equal((2, expected), (result.ExitCode, result.Error));
    }
}
