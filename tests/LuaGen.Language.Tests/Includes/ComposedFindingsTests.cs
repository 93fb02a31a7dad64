using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Includes;

public sealed class ComposedFindingsTests
{
    [Fact]
    public void Findings_are_in_the_file_of_their_place_and_its_comments_suppress_them()
    {
        var files = MemoryFiles.Read("""
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
        var files = MemoryFiles.Read(Files);

        Assert.True(files.Analyze("b.lua").IsFragment);
        Assert.Empty(files.Analyze("b.lua").Findings);
        Assert.NotNull(files.Analyze("c.lua").Model);
        Assert.True(files.Analyze("d.lua").IsFragment);
        Assert.Empty(files.Analyze("d.lua").Findings);
    }

    [Fact]
    public void A_directive_is_not_a_header()
    {
        var files = MemoryFiles.Read("""
            === a.lua
            -- Counts.
            -- @include "b"
            local amount = ARGV[2]
            return size(KEYS[1], amount)
            === b.lua
            local function size(key, amount) return redis.call('INCRBY', key, amount) end
            """);

        var analysis = files.Analyze();
        Assert.DoesNotContain(analysis.Findings, finding => finding.Rule == Rule.IndexBeyondDeclared);
        Assert.Equal(["Counts."], analysis.Header.Prose.Single());
    }

    [Fact]
    public void The_lines_that_messages_name_are_those_of_the_files()
    {
        var files = MemoryFiles.Read("""
            === a.lua
            -- KEYS[1] counter
            -- RETURNS nothing
            -- @include "shared/index"
            redis.call('HSET', 'other', 'one', 1)
            redis.call('INCR', KEYS[1])
            redis.call('SADD', 'other', 'two')
            === shared/index.lua
            -- The index.
            redis.call('SADD', 'index', KEYS[1])
            redis.call('SADD', 'index', 'all')
            """);

        var findings = files.Analyze().Findings.ToLookup(finding => finding.Rule);
        Assert.Equal(
            [(null, "The key `'other'` is a literal and not in KEYS (also line 6)"), ("shared/index.lua", "The key `'index'` is a literal and not in KEYS (also line 3)")],
            findings[Rule.UndeclaredKey].Select(finding => (finding.FilePath, finding.Message[..finding.Message.IndexOf(')', StringComparison.Ordinal)] + ")")).ToArray());
        Assert.Contains("(line 4)", findings[Rule.KeyOfTwoTypes].Single().Message, StringComparison.Ordinal);
        Assert.Contains("(line 2 of shared/index.lua)", findings[Rule.KeysOfDifferentSlots].Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_of_the_header_is_shown_at_the_directive()
    {
        var files = MemoryFiles.Read("""
            === a.lua
            -- KEYS[1] key
            -- RETURNS nothing
            redis.call('DEL', KEYS[1])
            -- [|@include "b"|]
            === b.lua
            redis.call('DEL', KEYS[2])
            """);

        var finding = Assert.Single(files.Analyze().Findings, finding => finding.Rule == Rule.IndexBeyondDeclared);
        Assert.Equal((null, files.Of("a.lua").Spans.Single()), (finding.FilePath, finding.Span));
    }
}
