using LuaGen.Language.Commands;
using LuaGen.Language.Projects;

namespace LuaGen.Language.Tests.Commands;

/// <summary>The servers that a project or a script names.</summary>
public sealed class ServerListTests
{
    [Theory]
    [InlineData("", "Redis 7.0")]
    [InlineData("redis 7.2; valkey 8.0; garnet", "Redis 7.2, Valkey 8.0, Garnet")]
    [InlineData("redis 7.2|valkey 8.0|garnet", "Redis 7.2, Valkey 8.0, Garnet")]
    [InlineData("  VALKEY   8.1 , Redis 6.2 ", "Redis 6.2, Valkey 8.1")]
    [InlineData("dragonfly;garnet 2.2.8", "Garnet, Dragonfly")]
    [InlineData("redis", "Redis 7.0")]
    [InlineData("valkey", "Valkey 7.2")]
    [InlineData("redis 8.0; redis 7.4", "Redis 7.4")]
    [InlineData(";;", "Redis 7.0")]
    public void Servers_are_read(string text, string servers)
    {
        var unknown = new List<string>();

        Assert.Equal(servers, ServerList.Read(text, ServerVersion.Minimum, unknown).ToString());
        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("valky 8.0", "valky 8.0", "Redis 7.0")]
    [InlineData("redis 7.2; keydb", "keydb", "Redis 7.2")]
    [InlineData("redis seven", "redis seven", "Redis 7.0")]
    [InlineData("valkey 7.0", "valkey 7.0", "Valkey 7.2")]
    [InlineData("redis 99.0", "redis 99.0", "Redis 99.0")]
    [InlineData("garnet 1.0", "garnet 1.0", "Garnet")]
    [InlineData("redis 7.2 valkey 8.0", "redis 7.2 valkey 8.0", "Redis 7.0")]
    public void What_is_not_known_is_named(string text, string entry, string servers)
    {
        var unknown = new List<string>();

        Assert.Equal(servers, ServerList.Read(text, ServerVersion.Minimum, unknown).ToString());
        Assert.Equal([entry], unknown);
    }

    [Theory]
    [InlineData("", "7.4", "Redis 7.4")]
    [InlineData("", "valkey 8.1", "Valkey 8.1")]
    [InlineData("", "garnet", "Garnet")]
    [InlineData("redis 7.0; valkey 8.0", "7.4", "Redis 7.4, Valkey 8.0")]
    [InlineData("redis 7.0; valkey 8.0", "valkey 8.1", "Redis 7.0, Valkey 8.1")]
    [InlineData("valkey 8.0", "8.1", "Valkey 8.1")]
    [InlineData("redis 7.0", "valkey 8.1", "Redis 7.0")]
    [InlineData("redis 7.0", "nonsense", "Redis 7.0")]
    public void A_script_declares_a_version(string project, string since, string servers) =>
        Assert.Equal(servers, ServerList.Read(project, ServerVersion.Minimum, []).With([since]).ToString());

    [Fact]
    public void A_script_declares_several_families() =>
        Assert.Equal("Redis 8.4, Valkey 8.1", ServerList.Default.With(["valkey 8.1", "8.4"]).ToString());

    [Theory]
    [InlineData(null, null, "Redis 7.0")]
    [InlineData("6.2", null, "Redis 6.2")]
    [InlineData("6.2", "redis", "Redis 6.2")]
    [InlineData("6.2", "redis 7.4|garnet", "Redis 7.4, Garnet")]
    [InlineData("6.2", "valkey 8.0", "Valkey 8.0")]
    public void A_project_names_them_in_its_properties(string? redis, string? servers, string expected)
    {
        var project = ProjectOptions.From(name => name switch { "RedisMinServerVersion" => redis, "_LuaGenServers" => servers, _ => null });

        Assert.Equal(expected, project.Scripts.Servers.ToString());
    }

    [Fact]
    public void Equal_lists_are_equal_so_that_nothing_is_compiled_again()
    {
        Assert.Equal(ServerList.Read("redis 7.2; garnet", default, []), ServerList.Read("garnet|redis 7.2", default, []));
        Assert.NotEqual(ServerList.Read("redis 7.2", default, []), ServerList.Read("redis 7.4", default, []));
    }
}
