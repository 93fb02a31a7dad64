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
        var files = MemoryFiles.Parse(Lock);

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
        var composed = MemoryFiles.Parse(Lock).Compose();

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
    public void A_file_that_is_named_twice_is_pasted_once_where_it_is_first_named()
    {
        var composed = MemoryFiles.Parse("""
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

        Assert.Contains("local own = 1\nlocal shared = 2\n", MemoryFiles.Parse(Files, "Shared").Compose().Text, StringComparison.Ordinal);
        Assert.Single(MemoryFiles.Parse(Files).Compose().Findings);
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
        var files = MemoryFiles.Parse(text);
        var error = Assert.Single(files.Analyze().Findings, finding => finding.IsError);

        Assert.Equal("b.lua", error.FilePath);
        Assert.Equal(files.Of("b.lua").Spans.Single(), error.Span);
        Assert.Null(files.Analyze().Model);
    }

    [Fact]
    public void Findings_are_in_the_file_of_their_place_and_its_comments_suppress_them()
    {
        var files = MemoryFiles.Parse("""
            === a.lua
            -- KEYS[1] key
            -- RETURNS long
            -- @include "b"
            -- @include "c"
            return set(KEYS[1])
            === b.lua
            -- luagen: disable LUA4015
            local function set(key)
                redis.call('NOSUCHCOMMAND', key)
                return redis.call('STRLEN', key)
            end
            === c.lua
            local function get(key)
                return redis.call([|'NOSUCHCOMMAND'|], key)
            end
            """);

        var finding = Assert.Single(files.Analyze().Findings, finding => finding.Rule == Rule.UnheardCommand);
        Assert.Equal("c.lua", finding.FilePath);
        Assert.Equal(files.Of("c.lua").Spans.Single(), finding.Span);
    }

    [Fact]
    public void A_file_that_others_include_gives_no_call_unless_it_declares_one()
    {
        const string Files = """
            === a.lua
            -- @include "b"
            -- @include "c"
            return 1
            === b.lua
            local x = redis.call('PING')
            === c.lua
            -- KEYS[1] key
            redis.call('DEL', KEYS[1])
            === d.lua
            -- @fragment
            local z = redis.call('NOSUCHCOMMAND', KEYS[9])
            """;
        var files = MemoryFiles.Parse(Files);

        Assert.True(files.Analyze("b.lua").IsFragment);
        Assert.Empty(files.Analyze("b.lua").Findings);
        Assert.NotNull(files.Analyze("c.lua").Model);
        Assert.True(files.Analyze("d.lua").IsFragment);
        Assert.Empty(files.Analyze("d.lua").Findings);
    }
}
