using LuaGen.Language.Commands;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Libraries;

/// <summary>The functions of a library run through the stages of scripts: header, inference, checks and model.</summary>
public sealed class LibraryAnalysisTests
{
    private const string Inventory = """
        #!lua name=inventory

        local PREFIX = 'reserved:'

        local function left(stock)
            return tonumber(redis.call('GET', stock) or 0)
        end

        -- Reserves units of a product.
        --
        -- KEYS[1] stock           Units left.
        -- ARGV[1] quantity: int   Units to take.
        -- RETURNS long
        redis.register_function('reserve_stock', function(names, values)
            if left(names[1]) < tonumber(values[1]) then
                return -1
            end
            return redis.call('DECRBY', names[1], values[1])
        end)

        -- KEYS[1] stock
        -- RETURNS long
        local function count(keys)
            return left(keys[1])
        end

        redis.register_function{function_name = 'count', callback = count, flags = {'no-writes'}}

        redis.register_function('mark', function(keys, args)
            local order, owner = keys[1], args[1]
            return redis.call('SADD', order, PREFIX .. owner)
        end)
        """;

    [Fact]
    public void A_function_has_the_model_of_a_script()
    {
        var functions = Analyze(Inventory).FunctionModels.ToList();

        Assert.Equal(["ReserveStock", "Count", "Mark"], functions.Select(function => function.Name));
        Assert.Equal(["reserve_stock", "count", "mark"], functions.Select(function => function.Function!.Name));
        Assert.All(functions, function => Assert.Equal(new ClassName("Consumer", "InventoryFunctions"), function.Class));
        Assert.Equal(["stock", "quantity"], functions[0].Parameters.Select(parameter => parameter.Name));
        Assert.Equal("Reserves units of a product.", functions[0].Documentation.Summary);
        Assert.Equal([false, true, false], functions.Select(function => function.IsReadOnly));
        Assert.Equal(["order", "owner"], functions[2].Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void A_correct_library_is_clean() =>
        Assert.Equal([(Rule.NoHeader, "function 'mark'")], Analyze(Inventory).Findings.Select(finding => (finding.Rule, finding.Arguments[0])));

    [Fact]
    public void A_function_is_checked_as_a_script_is() => Finds(Rule.IndexBeyondDeclared, """
        #!lua name=stock
        -- KEYS[1] stock
        -- RETURNS string?
        redis.register_function('count', function(names) return redis.call('GET', [|names[2]|]) end)
        """);

    [Fact]
    public void A_fault_in_shared_code_is_reported_once() => Finds(Rule.UnknownCommand, """
        #!lua name=stock
        local function read(name) return redis.call([|'GETT'|], name) end
        redis.register_function('one', function(keys) return read(keys[1]) end)
        redis.register_function('two', function(keys) return read(keys[1]) end)
        """);

    [Fact]
    public void A_flag_concerns_its_own_function_alone() => Finds(Rule.WriteInReadOnly, """
        #!lua name=stock
        local function set(name, value) return redis.call('SET', name, value) end
        redis.register_function('set', function(keys, args) return set(keys[1], args[1]) end)
        redis.register_function{function_name = 'touch', flags = {'no-writes'}, callback = function(keys)
            return redis.call([|'INCR'|], keys[1])
        end}
        """);

    [Theory]
    [InlineData("calls = calls + 1\n    if calls > 10 then return 'many' end\n    return 'few'")]
    [InlineData("if not cache[keys[1]] then cache[keys[1]] = redis.call('GET', keys[1]) or '' end\n    return #cache > 0 and cache[keys[1]] or ''")]
    [InlineData("if last == args[1] then return 'same' end\n    last = args[1]\n    return 'other'")]
    public void State_between_calls_is_unknown(string body)
    {
        var analysis = Analyze($"#!lua name=stock\nlocal calls, last = 0, nil\nlocal cache = {{}}\nredis.register_function('f', function(keys, args)\n    {body}\nend)\n"
            + "redis.register_function('g', function(keys, args)\n    calls = 'text'\n    return cache.x or 1\nend)");

        Assert.DoesNotContain(analysis.Findings, finding => finding.Rule.Severity != Severity.Info);
    }

    [Theory]
    [InlineData("local function f(keys, args)\n    if args[1] then return f(keys, {}) end\n    return redis.call('GET', keys[1])\nend\nredis.register_function('f', f)\nredis.register_function('g', f)")]
    [InlineData("redis.register_function('f', function(...) return select('#', ...) end)")]
    [InlineData("redis.register_function('f', function() return 1 end)\nreturn 1")]
    [InlineData("local helper\nredis.register_function('f', function(keys) return helper(keys[1]) end)\nhelper = function(key) return redis.call('GET', key) end")]
    public void Unusual_forms_are_no_faults(string code) =>
        Assert.DoesNotContain(Analyze("#!lua name=stock\n" + code).Findings, finding => finding.Rule.Severity != Severity.Info);

    private static void Finds(Rule rule, string marked)
    {
        var script = MarkedText.Parse(marked);

        Assert.Equal(script.Spans, Analyze(script.Text).Findings.Where(finding => finding.Rule == rule).Select(finding => finding.Span));
    }

    private static ScriptAnalysis Analyze(string text) =>
        ScriptCompiler.Analyze(new ScriptSource("Scripts/Stock.lua", text, IsUtf8: true, "Consumer", ClassName: null), ScriptOptions.Default, CancellationToken.None);
}
