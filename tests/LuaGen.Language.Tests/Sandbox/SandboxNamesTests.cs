using LuaGen.Language.Checking.Sandbox;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Sandbox;

/// <summary>The table of names is the server's own: both are listed and compared.</summary>
public sealed class SandboxNamesTests
{
    private const string List = """
        local names = {}
        for name, value in pairs(_G) do
          names[#names + 1] = name
          if type(value) == 'table' and name ~= '_G' and name ~= 'KEYS' and name ~= 'ARGV' then
            for member in pairs(value) do names[#names + 1] = name .. '.' .. member end
          end
        end
        return names
        """;

    [ServerFact]
    public async Task Every_name_of_the_server_is_known()
    {
        foreach (var name in await NamesOfServerAsync())
        {
            var parts = name.Split('.');

            Assert.True(parts.Length == 1 ? SandboxNames.IsGlobal(name) || SandboxNames.IsWithdrawn(name) || name.StartsWith("__", StringComparison.Ordinal)
                : SandboxNames.HasMember(parts[0], parts[1]) || IsOfValkey(parts[1]), name);
        }
    }

    [ServerFact]
    public async Task Every_known_name_is_on_the_server()
    {
        var names = await NamesOfServerAsync();
        foreach (var name in SandboxNames.All.Where(name => names.Contains("os") || name != "os"))
        {
            // Valkey's handler of errors has another name.
            Assert.True(names.Contains(name) || name.StartsWith("__", StringComparison.Ordinal), name);
            Assert.All(SandboxNames.MembersOf(name) ?? [], member => Assert.Contains($"{name}.{member}", names));
        }
    }

    private static bool IsOfValkey(string member) => member is "SERVER_NAME" or "VALKEY_VERSION" or "VALKEY_VERSION_NUM";

    private static async Task<HashSet<string>> NamesOfServerAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        return [.. (string[])(await connection.GetDatabase().ScriptEvaluateAsync(List))!];
    }
}
