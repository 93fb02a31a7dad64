using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Includes;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2040Tests
{
    private const string Script = """
        === a.lua
        -- KEYS[1] key
        -- RETURNS long
        -- @include "b"
        return read(KEYS[1])
        === b.lua

        """;

    [Theory]
    [InlineData("local function read(key) return redis.call('STRLEN', key) end\n[|return read|]\n")]
    [InlineData("[|#!lua flags=no-writes|]\nlocal function read(key) return redis.call('STRLEN', key) end\n")]
    public void Flags_what_cannot_be_pasted(string fragment)
    {
        var files = MemoryFiles.Read(Script + fragment);

        var finding = Assert.Single(files.Analyze().Findings, finding => finding.Rule == Rule.UnpastableFragment);
        Assert.Equal(files.Of("b.lua").Spans.Single(), finding.Span);
        Assert.Equal("b.lua", finding.FilePath);
    }

    [Fact]
    public void Does_not_flag_the_return_of_a_function()
    {
        var analysis = MemoryFiles.Read(Script + "local function read(key)\n    do return redis.call('STRLEN', key) end\nend\n").Analyze();

        Assert.Equal([(null, Rule.CouldBeReadOnly)], analysis.Findings.Select(finding => (finding.FilePath, finding.Rule)));
        Assert.NotNull(analysis.Model);
    }
}
