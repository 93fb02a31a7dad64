using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4010Tests
{
    [Theory]
    [InlineData("return redis.call([|'GET'|], KEYS[1])")]
    [InlineData("""
        local call = redis.call
        local now = call([|'TIME'|])
        return call('GET', KEYS[1]) or now[1]
        """)]
    [InlineData("""
        #!lua flags=allow-stale
        return redis.call([|'GET'|], KEYS[1])
        """)]
    public void Flags_scripts_that_only_read(string script) => RuleAssert.Flags(Rule.CouldBeReadOnly, script);

    [Theory]
    [InlineData("""
        -- @readonly
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        #!lua flags=no-writes
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        if not redis.call('GET', KEYS[1]) then redis.call('SET', KEYS[1], 1) end
        return 1
        """)]
    [InlineData("""
        redis.call(ARGV[1], KEYS[1])
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        redis.call('MY.OWN', KEYS[1])
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        local function run(f) return f('DEL', KEYS[1]) end
        run(redis.call)
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        local t = { call = redis.call }
        t.call('DEL', KEYS[1])
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        local name = ARGV[1]
        redis[name]('DEL', KEYS[1])
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        loadstring(ARGV[1])()
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        local call = redis.call
        call = redis.pcall
        call('DEL', KEYS[1])
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        redis.call('PUBLISH', KEYS[1], 1)
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("return redis.call('SORT', KEYS[1])")]
    [InlineData("""
        -- @since 6.2
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("return redis.call('PING', KEYS[1])")]
    [InlineData("return KEYS[1]")]
    public void Leaves_scripts_that_may_write_alone(string script) => RuleAssert.Quiet(Rule.CouldBeReadOnly, script);

    [Theory]
    [InlineData("redis.register_function([|'f'|], function(keys) return redis.call('GET', keys[1]) end)", "register it with `flags = {'no-writes'}`")]
    [InlineData("redis.register_function{ function_name = [|'f'|], callback = function(keys) return redis.call('GET', keys[1]) end, flags = { 'allow-stale' } }", "add 'no-writes' to its flags")]
    [InlineData("""
        local function read(key) return redis.call('GET', key) end
        local function write(key) return redis.call('DEL', key) end
        redis.register_function('g', function(keys) return write(keys[1]) end)
        redis.register_function([|'f'|], function(keys) return read(keys[1]) end)
        """, "register it with `flags = {'no-writes'}`")]
    public void Flags_functions_that_only_read(string library, string remedy)
    {
        var marked = MarkedText.Parse("#!lua name=x\n" + library);
        var finding = Assert.Single(TestCompiler.Compile(marked.Text).Findings, finding => finding.Rule == Rule.CouldBeReadOnly);

        Assert.Equal(marked.Spans[0], finding.Span);
        Assert.Equal($"Function 'f' only reads: {remedy} to let it run on replicas", TestCompiler.Message(finding));
    }

    [Theory]
    [InlineData("redis.register_function{ function_name = 'f', callback = function(keys) return redis.call('GET', keys[1]) end, flags = { 'No-Writes' } }")]
    [InlineData("local more = true and 'no-writes' redis.register_function{ function_name = 'f', callback = function(keys) return redis.call('GET', keys[1]) end, flags = { more } }")]
    [InlineData("redis.register_function('f', function(keys) return redis.call('INCR', keys[1]) end)")]
    [InlineData("redis.register_function('f', function(keys, args) return redis.call(args[1], keys[1]) end)")]
    [InlineData("redis.register_function('f', function(keys) return keys[1] end)")]
    [InlineData("-- @readonly\nredis.register_function('f', function(keys) return redis.call('GET', keys[1]) end)")]
    [InlineData("""
        local handlers = {}
        function handlers.read(key) return redis.call('GET', key) end
        function handlers.write(key) return redis.call('DEL', key) end
        redis.register_function('f', function(keys, args) redis.call('GET', keys[1]) return handlers[args[1]](keys[1]) end)
        """)]
    [InlineData("""
        local handlers = { write = function(key) return redis.call('DEL', key) end }
        redis.register_function('f', function(keys, args) redis.call('GET', keys[1]) for _, run in pairs(handlers) do run(keys[1]) end end)
        """)]
    [InlineData("""
        local run
        local function choose() run = function(key) return redis.call('DEL', key) end end
        redis.register_function('choose', function(keys) choose() end)
        redis.register_function('f', function(keys) redis.call('GET', keys[1]) return run and run(keys[1]) end)
        """)]
    [InlineData("""
        local handlers = {}
        redis.register_function('add', function(keys, args) handlers[args[1]] = function(key) return redis.call('DEL', key) end end)
        redis.register_function('f', function(keys, args) redis.call('GET', keys[1]) return handlers[args[1]](keys[1]) end)
        """)]
    [InlineData("""
        local function handler(run) return function(keys) return run('DEL', keys[1]) end end
        redis.register_function('f', function(keys) redis.call('GET', keys[1]) return handler(redis.call)(keys) end)
        """)]
    public void Is_quiet_about_functions_that_have_the_flag_or_may_write(string library) => RuleAssert.Quiet(Rule.CouldBeReadOnly, "#!lua name=x\n" + library);

    [Fact]
    public void Says_what_to_declare() => RuleAssert.Message(
        Rule.CouldBeReadOnly,
        "return redis.call('GET', KEYS[1])",
        "The script only reads: declare `-- @readonly` in the header to let it run on replicas");
}
