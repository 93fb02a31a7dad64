using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Commands;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Libraries;

/// <summary>The advice that a function could have the flag <c>no-writes</c>, compared with a server that runs the function with the flag.</summary>
public sealed class ReadOnlyFunctionsTests
{
    private const string Flags = ", flags = { 'no-writes' }";

    /// <summary>Libraries whose function <c>f</c> reads, and writes unless it is said to only read.</summary>
    private static readonly (string Library, bool OnlyReads)[] Libraries =
    [
        ("redis.register_function{ function_name = 'f', callback = function(keys) return redis.call('GET', keys[1]) end$ }", true),
        ("redis.register_function{ function_name = 'f', callback = function(keys) return redis.pcall('GET', keys[1]) or redis.call('TTL', keys[1]) end$ }", true),
        ("local LIMIT = 10 * 6\nlocal function left(key) return LIMIT - (redis.call('GET', key) or 0) end\nredis.register_function{ function_name = 'f', callback = function(keys) return left(keys[1]) end$ }", true),
        ("local function write(key) return redis.call('DEL', key) end\nlocal function read(key) return redis.call('GET', key) end\nredis.register_function('g', function(keys) return write(keys[1]) end)\nredis.register_function{ function_name = 'f', callback = function(keys) return read(keys[1]) end$ }", true),
        ("redis.register_function{ function_name = 'f', callback = function(keys) redis.call('GET', keys[1]) return redis.call('INCR', keys[1]) end$ }", false),
        ("redis.register_function{ function_name = 'f', callback = function(keys, args) redis.call('GET', keys[1]) return redis.call(args[1], keys[1]) end$ }", false),
        ("local handlers = {}\nfunction handlers.DEL(key) return redis.call('DEL', key) end\nredis.register_function{ function_name = 'f', callback = function(keys, args) redis.call('GET', keys[1]) return handlers[args[1]](keys[1]) end$ }", false),
        ("local handlers = { write = function(key) return redis.call('DEL', key) end }\nredis.register_function{ function_name = 'f', callback = function(keys) redis.call('GET', keys[1]) for _, run in pairs(handlers) do run(keys[1]) end end$ }", false),
        ("local handlers = {}\nredis.register_function('g', function(keys, args) handlers[args[1]] = function(key) return redis.call('DEL', key) end end)\nredis.register_function{ function_name = 'f', callback = function(keys, args) redis.call('GET', keys[1]) return handlers[args[1]](keys[1]) end$ }", false),
        ("local run\nlocal function choose() run = function(key) return redis.call('DEL', key) end end\nredis.register_function('g', function(keys) choose() end)\nredis.register_function{ function_name = 'f', callback = function(keys) redis.call('GET', keys[1]) return run(keys[1]) end$ }", false),
        ("local function box() return {} end\nlocal handlers = box()\nredis.register_function('g', function(keys) handlers.run = function(key) return redis.call('DEL', key) end end)\nredis.register_function{ function_name = 'f', callback = function(keys) redis.call('GET', keys[1]) return handlers.run(keys[1]) end$ }", false),
        ("local function run(key) return redis.call('GET', key) end\nredis.register_function('g', function(keys) run = function(key) return redis.call('DEL', key) end end)\nredis.register_function{ function_name = 'f', callback = function(keys) redis.call('GET', keys[1]) return run(keys[1]) end$ }", false),
        ("local function handler(run) return function(keys) return run('DEL', keys[1]) end end\nredis.register_function{ function_name = 'f', callback = function(keys) redis.call('GET', keys[1]) return handler(redis.call)(keys) end$ }", false),
    ];

    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task A_function_that_gets_the_advice_runs_with_the_flag_and_no_other_does(string program)
    {
        using var process = RedisServerProcess.Start(ServerProgram.Of(program));
        using var connection = await ConnectionMultiplexer.ConnectAsync(process.ConnectionString);
        var database = connection.GetDatabase();
        foreach (var (library, onlyReads) in Libraries)
        {
            var text = "#!lua name=x\n" + library;
            var isAdvised = TestCompiler.Compile(text.Replace("$", "", StringComparison.Ordinal)).Findings.Any(finding => finding.Rule == Rule.CouldBeReadOnly && finding.Arguments[0] == "Function 'f'");
            Assert.True(isAdvised == onlyReads, text);

            await database.ExecuteAsync("FUNCTION", "LOAD", "REPLACE", text.Replace("$", Flags, StringComparison.Ordinal));
            if (text.Contains("'g'", StringComparison.Ordinal))
            {
                await database.ExecuteAsync("FCALL", "g", 1, "key", "DEL");
            }

            var error = await Record.ExceptionAsync(() => database.ExecuteAsync("FCALL_RO", "f", 1, "key", "DEL"));
            Assert.True(onlyReads == error is null, $"{error?.Message} in {text}");
            Assert.True(onlyReads || error!.Message.Contains("Write commands are not allowed", StringComparison.Ordinal), error?.Message);
        }
    }
}
