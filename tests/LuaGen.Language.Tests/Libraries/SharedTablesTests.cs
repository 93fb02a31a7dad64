using LuaGen.Language.Commands;
using LuaGen.Language.Model;

namespace LuaGen.Language.Tests.Libraries;

/// <summary>Local functions that several functions hand their tables to: what they read is read from the tables.</summary>
public sealed class SharedTablesTests
{
    private const string Shared = """
        #!lua name=stock
        local function first(names) return redis.call('GET', names[1]) end
        local function store(keys, args)
            local target, ttl = keys[1], tonumber(args[2])
            redis.call('SET', target, args[1], 'EX', ttl)
            return first(keys)
        end
        local function any(values) return values[1] end
        redis.register_function('first', function(keys) return first(keys) end)
        redis.register_function('store', store)
        redis.register_function('again', function(k, a) return store(k, a) end)
        redis.register_function('both', function(keys, args) redis.call('SET', any(keys), any(args)) return 1 end)
        redis.register_function('escapes', function(keys) local call = pcall return call(first, keys) end)
        """;

    [Theory]
    [InlineData("first", "key1")]
    [InlineData("store", "target, value, ttl")]
    [InlineData("again", "target, value, ttl")]
    public void What_they_read_is_inferred(string function, string parameters) =>
        Assert.Equal(parameters, string.Join(", ", ModelOf(function).Parameters.Select(parameter => parameter.Name)));

    [Theory]
    [InlineData("both")]
    [InlineData("escapes")]
    public void What_may_be_another_table_stays_open(string function) =>
        Assert.Contains(ModelOf(function).Keys, key => key is SentList);

    private static ScriptModel ModelOf(string function) => ScriptCompiler
        .Analyze(new ScriptSource("Scripts/Stock.lua", Shared, IsUtf8: true, "Consumer", ClassName: null), ScriptOptions.Default, CancellationToken.None)
        .FunctionModels.Single(model => model.Function!.Name == function);
}
