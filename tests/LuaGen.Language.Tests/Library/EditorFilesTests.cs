namespace LuaGen.Language.Tests.Library;

/// <summary>The files in <c>docs/editors</c> are in step with the table of the library; <c>LUAGEN_UPDATE_FIXTURES=1</c> writes them.</summary>
public sealed class EditorFilesTests
{
    [Fact]
    public void Lua_language_server_knows_the_library()
    {
        var text = EditorFiles.LanguageServer();

        Assert.DoesNotContain(TestCompiler.Compile(text).Findings, finding => finding.Rule.Number < 2000);
        Expected.Matches(Repository.PathOf("docs", "editors", "lua-language-server", "redis.lua"), text);
    }

    [Fact]
    public void Luacheck_knows_the_library() =>
        Expected.Matches(Repository.PathOf("docs", "editors", "luacheck", ".luacheckrc"), EditorFiles.Luacheck());

    [Fact]
    public void Selene_knows_the_library() =>
        Expected.Matches(Repository.PathOf("docs", "editors", "selene", "redis.yml"), EditorFiles.Selene());

    [Fact]
    public void What_servers_have_removed_or_only_some_of_them_have_is_not_among_it()
    {
        Assert.DoesNotContain("'print'", EditorFiles.Luacheck(), StringComparison.Ordinal);
        Assert.DoesNotContain("  newproxy:", EditorFiles.Selene(), StringComparison.Ordinal);
        Assert.Contains("'clock'", EditorFiles.Luacheck(), StringComparison.Ordinal);
    }
}
