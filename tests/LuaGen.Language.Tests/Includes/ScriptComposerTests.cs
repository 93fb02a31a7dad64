using LuaGen.Language.Rules;
using LuaGen.Language.Text;

namespace LuaGen.Language.Tests.Includes;

public sealed class ScriptComposerTests
{
    private const string Lock = """
        === Scripts/Jobs/Take.lua
        -- Takes a job.
        -- @include "shared/lock"
        -- KEYS[1] lock
        -- ARGV[1] owner: string
        -- RETURNS bool
        return acquire(KEYS[1], ARGV[1])
        === Scripts/Jobs/shared/lock.lua
        -- KEYS are not declared here.
        --- @include "../shared/log.lua"
        local function acquire(key, owner)
            log(key)
            return redis.call('SET', key, owner, 'NX', 'PX', 1000) ~= false
        end
        === Scripts/Jobs/shared/log.lua
        local function log(text)
            redis.log(redis.LOG_NOTICE, text)
        end
        """;

    [Fact]
    public void Files_are_pasted_before_the_first_statement_and_the_header_stays_whole()
    {
        var files = MemoryFiles.Read(Lock);

        Assert.Equal(
            """
            -- Takes a job.
            -- @include "shared/lock"
            -- KEYS[1] lock
            -- ARGV[1] owner: string
            -- RETURNS bool
            local function log(text)
                redis.log(redis.LOG_NOTICE, text)
            end
            local function acquire(key, owner)
                log(key)
                return redis.call('SET', key, owner, 'NX', 'PX', 1000) ~= false
            end
            return acquire(KEYS[1], ARGV[1])

            """,
            files.Compose().Text);
        var analysis = files.Analyze();
        Assert.Empty(analysis.Findings);
        Assert.Equal(["lock", "owner"], analysis.Model!.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(files.Compose().Text, analysis.Model.Text);
    }

    [Fact]
    public void Every_character_of_the_text_is_mapped_to_its_own_place()
    {
        var composed = MemoryFiles.Read(Lock).Compose();

        Assert.Equal(3, composed.Files.Count);
        foreach (var segment in composed.Segments)
        {
            for (var i = 0; i < segment.Length; i++)
            {
                var (file, span) = composed.ToSource(new SourceSpan(segment.Target + i, 1));
                Assert.Same(segment.File, file);
                Assert.Equal(composed.Text[segment.Target + i], file.Text[span.Start]);
                Assert.Equal(1, span.Length);
            }
        }
    }

    [Fact]
    public void The_lines_of_the_text_are_named_by_runs()
    {
        var files = MemoryFiles.Read(Lock);
        Assert.Equal(
            """
            1:1:
            6:1:Scripts/Jobs/shared/log.lua
            9:3:Scripts/Jobs/shared/lock.lua
            13:6:
            """,
            files.Analyze().Model!.SourceLines);
        Assert.Equal("", MemoryFiles.Read("=== a.lua\n-- KEYS[1] key\n-- RETURNS long\nreturn redis.call('DEL', KEYS[1])\n").Analyze().Model!.SourceLines);
    }

    [Fact]
    public void A_file_that_is_named_twice_is_pasted_once_where_it_is_first_named()
    {
        var composed = MemoryFiles.Read("""
            === a.lua
            local first = 1
            --- @include "b"
            --- @include "c"
            --[[ @include 'b' ]]
            return both()
            === b.lua
            local function one() return 1 end
            === c.lua
            -- @include "b.lua"
            -- @include "./d"
            local function both() return one() + two() end
            === d.lua
            local function two() return 2 end
            """).Compose();

        Assert.Empty(composed.Findings);
        Assert.Equal(
            """
            local first = 1
            --- @include "b"
            local function one() return 1 end
            --- @include "c"
            local function two() return 2 end
            local function both() return one() + two() end
            --[[ @include 'b' ]]
            return both()

            """,
            composed.Text);
    }

    [Fact]
    public void Folders_of_the_include_path_come_after_the_files_own()
    {
        const string Files = """
            === Scripts/a.lua
            -- @include "x"
            -- @include "y"
            return 1
            === Scripts/x.lua
            local own = 1
            === Shared/x.lua
            local other = 1
            === Shared/y.lua
            local shared = 2
            """;

        Assert.Contains("local own = 1\nlocal shared = 2\n", MemoryFiles.Read(Files, "Shared").Compose().Text, StringComparison.Ordinal);
        Assert.Single(MemoryFiles.Read(Files).Compose().Findings);
    }

    [Theory]
    [InlineData("""
        === a.lua
        -- @include "b"
        return 1
        === b.lua
        -- [|@include "a"|]
        local x = 1
        """)]
    [InlineData("""
        === a.lua
        -- @include "b"
        return 1
        === b.lua
        -- [|@include "b"|]
        local x = 1
        """)]
    [InlineData("""
        === a.lua
        -- @include "b"
        return 1
        === b.lua
        local function f()
            -- [|@include "c"|]
        end
        === c.lua
        local y = 1
        """)]
    [InlineData("""
        === a.lua
        -- @include "b"
        return 1
        === b.lua
        local x = 1
        [|return x|]
        """)]
    [InlineData("""
        === a.lua
        -- @include "b"
        return 1
        === b.lua
        [|#!lua flags=no-writes|]
        local x = 1
        """)]
    [InlineData("""
        === a.lua
        -- @include "b"
        return 1
        === b.lua
        local x = [|=|] 1
        """)]
    public void What_cannot_be_pasted_is_one_error_in_its_file(string text)
    {
        var files = MemoryFiles.Read(text);
        var error = Assert.Single(files.Analyze().Findings, finding => finding.IsError);

        Assert.Equal("b.lua", error.FilePath);
        Assert.Equal(files.Of("b.lua").Spans.Single(), error.Span);
        Assert.Null(files.Analyze().Model);
    }

    [Theory]
    [InlineData("a.lua")]
    [InlineData("b.lua")]
    [InlineData("c.lua")]
    public void Every_file_of_a_cycle_reports_the_same_directive(string start)
    {
        var files = MemoryFiles.Read("""
            === b.lua
            -- @include "c"
            local y = 1
            === c.lua
            -- [|@include "a"|]
            local z = 1
            === a.lua
            -- @include "b"
            local x = 1
            """);

        var error = Assert.Single(files.Analyze(start).Findings);
        Assert.Equal(start == "c.lua" ? null : "c.lua", error.FilePath);
        Assert.Equal(files.Of("c.lua").Spans.Single(), error.Span);
        Assert.Contains("(a.lua → b.lua → c.lua → a.lua)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/shared/b", "the path is not relative")]
    [InlineData("C:/shared/b", "the path is not relative")]
    [InlineData("", "the path is empty")]
    [InlineData("../../b", "'../b.lua' is outside of the project")]
    [InlineData("B", "the file is named 'Scripts/b.lua': write the name in the same case")]
    [InlineData("x", "the project does not contain 'Scripts/x.lua' or 'One/x.lua' or 'Two/x.lua'")]
    [InlineData("c", "the project has several files 'One/c.lua' or 'Two/c.lua': write a path that only one of them has")]
    public void A_path_that_does_not_name_one_file_says_why(string path, string reason)
    {
        var files = MemoryFiles.Read($"""
            === Scripts/a.lua
            -- [|@include "{path}"|]
            return 1
            === Scripts/b.lua
            local x = 1
            === One/c.lua
            local x = 1
            === Two/c.lua
            local x = 1
            """, "One", "Two");

        var error = Assert.Single(files.Compose().Findings);
        Assert.Equal(files.Of("Scripts/a.lua").Spans.Single(), error.Span);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-- @include \"../shared/b.lua\"")]
    [InlineData("--- @include \"..\\shared\\b\"")]
    [InlineData("--[[ @include '../shared/b' ]]")]
    [InlineData("--[==[ @include \"../shared/../shared/b\" ]==]")]
    [InlineData("--@include \"../shared/b\"")]
    [InlineData("---@include \"../shared/b\"")]
    [InlineData("--\t@include\t\"../shared/b\";")]
    [InlineData("-- @include \"../shared/b\"  -- the counter")]
    [InlineData("--[[\n  Counts.\n  @include \"../shared/b\"\n]]")]
    [InlineData("local one = 1\n-- @include \"../shared/b\"")]
    [InlineData("local one = 1 -- @include \"../shared/b\"")]
    [InlineData("local one = 1\r\n-- @include \"../shared/b\"\r")]
    public void The_spellings_are_read(string directive)
    {
        var composed = MemoryFiles.Read($"=== Scripts/a.lua\n{directive}\nreturn incr(KEYS[1])\n=== shared/b.lua\nlocal function incr(key)\r\n  return redis.call('INCR', key)\r\nend\n").Compose();

        Assert.Empty(composed.Findings);
        Assert.EndsWith("local function incr(key)\r\n  return redis.call('INCR', key)\r\nend\nreturn incr(KEYS[1])\n", composed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-- [|@include shared/b|]")]
    [InlineData("-- [|@include \"shared/b|]")]
    [InlineData("-- [|@include \"b\"|] for the lock")]
    [InlineData("-- [|@include(\"b\")|]")]
    [InlineData("-- [|@include|]")]
    public void A_directive_that_cannot_be_read_is_a_warning(string directive)
    {
        var files = MemoryFiles.Read($"=== a.lua\n-- @include \"b\"\n-- KEYS[1] key\n-- RETURNS long\nredis.call('DEL', KEYS[1])\n{directive}\nreturn one\n=== b.lua\nlocal one = 1\n");
        var warning = Assert.Single(files.Analyze().Findings);

        Assert.Equal((Rule.InvalidOption, files.Of("a.lua").Spans.Single()), (warning.Rule, warning.Span));
        Assert.Null(warning.FilePath);
    }

    [Fact]
    public void A_thousand_files_deep_is_one_error()
    {
        var chain = Enumerable.Range(0, 1000).Select(i => $"=== f{i}.lua\n-- @include \"f{i + 1}\"\nlocal v{i} = 1\n");
        var error = Assert.Single(MemoryFiles.Read(string.Concat(chain) + "=== f1000.lua\nlocal last = 1\n").Analyze().Findings, finding => finding.IsError);

        Assert.Equal(("f101.lua", Rule.UnresolvedInclude), (error.FilePath, error.Rule));
    }

    [Fact]
    public void Files_are_pasted_after_the_first_line_of_a_library()
    {
        var composed = MemoryFiles.Read("""
            === a.lua
            #!lua name=counters
            -- @include "b"

            -- KEYS[1] counter
            local function add(keys) return increment(keys[1]) end
            redis.register_function('add', add)
            === b.lua
            local function increment(key) return redis.call('INCR', key) end
            """).Compose();

        Assert.StartsWith("#!lua name=counters\nlocal function increment(key) return redis.call('INCR', key) end\n-- @include \"b\"\n\n-- KEYS[1] counter\nlocal function add", composed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_header_of_an_included_file_is_its_own()
    {
        var files = MemoryFiles.Read("""
            === a.lua
            -- KEYS[1] key
            -- RETURNS long
            -- @include "b"
            return increment(KEYS[1])
            === b.lua
            -- Increments.
            -- KEYS: the counter
            -- @readonly
            -- RETURNS a number
            local function increment(key) return redis.call('INCR', key) end
            -- KEYS[2] more
            -- RETURNS string
            """);

        var analysis = files.Analyze();
        Assert.Empty(analysis.Findings);
        Assert.Equal(["key"], analysis.Model!.Parameters.Select(parameter => parameter.Name));
        Assert.True(files.Analyze("b.lua").IsFragment);
    }
}
