using EmbeddedServer;
using LuaGen.Language.Commands;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Commands;

/// <summary>Asks Garnet, which runs in this process, about every fact on it.</summary>
public sealed class GarnetTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly GarnetInstance _garnet = GarnetInstance.Start();
    private ConnectionMultiplexer _connection = null!;

    private IDatabase Database => _connection.GetDatabase();

    public async Task InitializeAsync() => _connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{_garnet.Port},allowAdmin=true");

    public async Task DisposeAsync()
    {
        await _connection.DisposeAsync();
        _garnet.Dispose();
    }

    [Fact]
    public async Task It_has_the_commands_of_the_table()
    {
        var commands = CommandTable.Names.Select(name => CommandTable.Find(name)!).Where(command => command.Servers.Garnet != Support.Conditional).ToArray();
        var known = (RedisResult[])(await Database.ExecuteAsync("COMMAND", ["INFO", .. commands.Select(command => command.Name)]))!;

        Assert.Equal(
            commands.Where(command => command.Servers.Garnet == Support.Full).Select(command => command.Name),
            commands.Where((_, i) => !known[i].IsNull).Select(command => command.Name));
    }

    [Fact]
    public async Task Its_scripts_may_call_what_the_table_says()
    {
        var asked = 0;
        var differences = new List<string>();
        foreach (var command in CommandTable.Names.Select(name => CommandTable.Find(name)!)
            .Where(command => command.Subcommands.Count == 0 && command.Arguments is not null && MayRun(command) && command.Servers.Garnet == Support.Full && command.Servers.Redis is not null))
        {
            var arguments = new ArgumentSamples(command, seed: 1).Sample();
            arguments.AddRange(Enumerable.Repeat("1", Math.Max(0, command.MinArguments - arguments.Count)));
            var error = await ErrorOfAsync([.. command.Name.Split(' ').Concat(arguments).Select(word => (RedisValue)word)]);
            var isRefused = error.Contains("not allowed from script", StringComparison.Ordinal);
            asked++;
            if (isRefused == (command.Scripts.Garnet == Support.Full))
            {
                differences.Add($"{command.Name} {string.Join(' ', arguments)}: {error}");
            }
        }

        Assert.Empty(differences);
        Assert.True(asked > 150, $"{asked} commands were asked about");
    }

    [Fact]
    public async Task Its_library_is_that_of_the_table()
    {
        const string Types = """
            local types = {}
            for i, name in ipairs(ARGV) do
              local value = _G
              for part in name:gmatch('[^.]+') do value = type(value) == 'table' and value[part] or nil end
              types[i] = type(value)
            end
            return types
            """;

        // These are functions that always raise an error.
        string[] refusing = ["redis.set_repl", "redis.breakpoint", "redis.debug"];
        var members = LuaLibrary.All.Where(member => !refusing.Contains(member.FullName)).ToArray();
        var types = (string[])(await Database.ScriptEvaluateAsync(Types, null, [.. members.Select(member => (RedisValue)member.FullName)]))!;

        Assert.Equal(
            members.Where(member => member.Servers.Garnet == Support.Full).Select(member => member.FullName),
            members.Where((_, i) => types[i] != "nil").Select(member => member.FullName));
        foreach (var function in refusing)
        {
            Assert.Equal(Support.None, LuaLibrary.Find("redis", function["redis.".Length..])!.Servers.Garnet);
            await Assert.ThrowsAsync<RedisServerException>(() => Database.ScriptEvaluateAsync($"return {function}('x')"));
        }
    }

    [Theory]
    [InlineData("return type(redis.call('SET', KEYS[1], 'x'))", "string")]
    [InlineData("return type(redis.call('RENAME', KEYS[1], KEYS[1]))", "table")]
    [InlineData("redis.call('SET', KEYS[1], 10 / 2) return redis.call('GET', KEYS[1])", "5.0")]
    [InlineData("redis.call('SET', KEYS[1], math.floor(10 / 2)) return redis.call('GET', KEYS[1])", "5")]
    [InlineData("return type(UNKNOWN)", "nil")]
    [InlineData("return 'a\\z  b'", "ab")]
    public async Task Its_scripts_reply(string script, string reply)
    {
        await Database.StringSetAsync("k", "x");

        Assert.Equal(reply, (string?)await Database.ScriptEvaluateAsync(script, ["k"]));
    }

    [Theory]
    [InlineData("return '\\.'", "invalid escape sequence")]
    [InlineData("return '\\d'", "invalid escape sequence")]
    [InlineData("local goto = 1 return goto", "near 'goto'")]
    [InlineData("#!lua\nreturn 1", "Compilation error")]
    [InlineData("return redis.call('EXPIRE', KEYS[1], 10 / 2)", "not an integer")]
    public async Task It_refuses(string script, string error)
    {
        var failure = await Assert.ThrowsAsync<RedisServerException>(() => Database.ScriptEvaluateAsync(script, ["k"]));

        Assert.Contains(error, failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            TestCompiler.Compile(script.StartsWith("#!", StringComparison.Ordinal) ? script.Replace("\n", "\n-- @since garnet\n", StringComparison.Ordinal) : "-- @since garnet\n" + script, className: "TestScripts").Findings,
            finding => finding.Rule == Rule.NotLua54 || finding.Rule == Rule.UnknownEscape || finding.Rule == Rule.FloatSent || finding.Rule == Rule.MissingOnServer);
    }

    [Fact]
    public async Task It_puts_its_own_code_before_that_of_a_script()
    {
        var failure = await Assert.ThrowsAsync<RedisServerException>(() => Database.ScriptEvaluateAsync("return redis.error_reply('MY boom')"));

        Assert.StartsWith("ERR MY boom", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EVAL_RO")]
    [InlineData("FCALL")]
    [InlineData("FUNCTION")]
    public async Task It_has_no(string command)
    {
        var failure = await Assert.ThrowsAsync<RedisServerException>(() => Database.ExecuteAsync(command, "return 1", "0"));

        Assert.Contains("unknown command", failure.Message, StringComparison.Ordinal);
        Assert.Equal(Support.None, CommandTable.Find(command)!.Servers.Garnet);
    }

    /// <summary>Commands of the whole database, such as DBSIZE, wait forever for the locks of the script that calls them, and blocking ones wait too.</summary>
    private static bool MayRun(CommandInfo command) => command.Scripts.Garnet == Support.None || (command.KeySpecs is not [] && !command.Is(CommandTraits.Blocking));

    private async Task<string> ErrorOfAsync(RedisValue[] words)
    {
        const string Script = "local reply = redis.pcall(unpack(ARGV)) return type(reply) == 'table' and reply.err or ''";
        try
        {
            return (string?)await Database.ScriptEvaluateAsync(Script, ["k", "1", "d"], words).WaitAsync(Patience) ?? "";
        }
        catch (RedisServerException failure)
        {
            return failure.Message;
        }
    }
}
