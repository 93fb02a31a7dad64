using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5002Tests
{
    [Theory]
    [InlineData("[|print|](KEYS[1])")]
    [InlineData("""
        local json = [|require|]('json')
        return KEYS
        """)]
    [InlineData("if KEYS[1] == [|null|] then return 1 end")]
    [InlineData("return { [|os|].time(), KEYS[1] }")]
    [InlineData("""
        -- @since 7.4
        return { [|os.time|](), KEYS[1] }
        """)]
    [InlineData("""
        -- @since 6.2
        return [|redis.acl_check_cmd|]('GET', KEYS[1])
        """)]
    [InlineData("return { [|cjson.decode_array_with_array_mt|](true), KEYS[1] }")]
    [InlineData("return [|tostirng|](KEYS[1])")]
    [InlineData("""
        do local order = KEYS[1] end
        return [|order|]
        """)]
    [InlineData("return [|table.unpack|](KEYS)")]
    [InlineData("return [|redis['cal']|]('GET', KEYS[1])")]
    [InlineData("""
        local split = string.split
        return [|split|](KEYS[1], ',')
        """)]
    [InlineData("""
        local r = redis
        return [|r.cal|]('GET', KEYS[1])
        """)]
    [InlineData("return [|server.cal|]('GET', KEYS[1])")]
    [InlineData("return [|getfenv|](1) and KEYS")]
    [InlineData("""
        local function f() return [|arg|] end
        return { f(), KEYS[1] }
        """)]
    [InlineData("return { [|arg|], KEYS[1] }")]
    [InlineData("return pcall([|print|], KEYS[1])")]
    [InlineData("""
        local function f() return [|undefined|] end
        pcall(function() return KEYS end)
        return f()
        """)]
    [InlineData("""
        local function get(k) return redis.call('GET', k) end
        local function f() return [|undefined|] end
        local ok = pcall(get, KEYS[1])
        return f()
        """)]
    [InlineData("""
        local ok = pcall(redis.call, 'GET', KEYS[1])
        local function f() return [|undefined|] end
        return f()
        """)]
    public void Flags_what_no_server_gives(string script) => RuleAssert.Flags(Rule.UnknownName, script);

    [Theory]
    [InlineData("""
        local print = redis.log
        print(redis.LOG_NOTICE, KEYS[1])
        """)]
    [InlineData("if rawget(_G, 'print') then print(KEYS[1]) end")]
    [InlineData("return pcall(function() return os.time(KEYS[1]) end)")]
    [InlineData("""
        local function now() return os.time() + KEYS[1] end
        local ok, t = pcall(now)
        return t
        """)]
    [InlineData("""
        local unpack = table.unpack or unpack
        return unpack(KEYS, 1, 2)
        """)]
    [InlineData("return redis.acl_check_cmd('GET', KEYS[1])")]
    [InlineData("""
        -- @since 6.2
        if redis.acl_check_cmd then return redis.acl_check_cmd('GET', KEYS[1]) end
        """)]
    [InlineData("""
        -- @since 6.2
        if redis.REDIS_VERSION_NUM then return redis.acl_check_cmd('GET', KEYS[1]) end
        """)]
    [InlineData("return (table.unpack or unpack)(KEYS, 1, 2)")]
    [InlineData("if string.split then return string.split(KEYS[1]) end")]
    [InlineData("""
        -- @since 7.4
        return { os.clock(), KEYS[1] }
        """)]
    [InlineData("if redis.REDIS_VERSION_NUM and redis.REDIS_VERSION_NUM >= 0x070400 then return { os.clock(), KEYS[1] } end")]
    [InlineData("""
        local function f(...) return arg.n end
        return f(KEYS)
        """)]
    [InlineData("""
        x = KEYS[1]
        return x
        """)]
    [InlineData("""
        local t = { KEYS[1] }
        return t.null
        """)]
    [InlineData("return { null = KEYS[1] }")]
    [InlineData("return redis.SERVER_NAME or KEYS")]
    [InlineData("return server.call('GET', KEYS[1])")]
    [InlineData("""
        redis.replicate_commands()
        return { cjson.null, bit.tohex(1), struct.size('i'), cmsgpack.pack(1), coroutine.running(), gcinfo(), _VERSION, KEYS[1] }
        """)]
    [InlineData("""
        local function now() return os.time() end
        local function ask() return now() end
        return { pcall(function() return ask() end), KEYS[1] }
        """)]
    [InlineData("""
        local function safe(f) return pcall(f) end
        return { safe(function() return os.time() end), KEYS[1] }
        """)]
    [InlineData("""
        local t = { now = function() return os.time() end }
        return { pcall(t.now), KEYS[1] }
        """)]
    [InlineData("""
        string.split = function(s) return s end
        return string.split(KEYS[1])
        """)]
    public void Leaves_what_is_there_or_asked_for_alone(string script) => RuleAssert.Quiet(Rule.UnknownName, script);

    [Fact]
    public void Names_a_slip() => RuleAssert.Message(
        Rule.UnknownName,
        "return KEYS[1] or None",
        "Redis scripts have no global 'None': write `nil` (for a missing key, Redis gives `false`)");

    [Fact]
    public void Names_the_nearest() => RuleAssert.Message(
        Rule.UnknownName,
        "return tostirng(KEYS[1])",
        "Redis scripts have no global 'tostirng': write `tostring`");

    [Fact]
    public void Names_the_nearest_local() => RuleAssert.Message(
        Rule.UnknownName,
        """
        local stock = KEYS[1]
        return stok
        """,
        "Redis scripts have no global 'stok': write `stock`");

    [Fact]
    public void Names_the_local_of_another_block() => RuleAssert.Message(
        Rule.UnknownName,
        """
        if KEYS[1] then local order = 1 end
        return order
        """,
        "Redis scripts have no global 'order': declare `local order` before this line, in a block that encloses both uses");

    [Fact]
    public void Names_the_server_of_os() => RuleAssert.Message(
        Rule.UnknownName,
        "return { os.time(), KEYS[1] }",
        "Redis scripts have no global 'os': take the time from `redis.call('TIME')` (Redis 7.0 has no `os`, Redis 7.4 only `os.clock`)");

    [Fact]
    public void Names_the_function() => RuleAssert.Message(
        Rule.UnknownName,
        "return table.unpack(KEYS)",
        "Redis scripts have no function 'table.unpack': write `unpack`");

    [Fact]
    public void Takes_a_function_of_redis_for_a_command() => RuleAssert.Message(
        Rule.UnknownName,
        "return redis.hgetall(KEYS[1])",
        "Redis scripts have no function 'redis.hgetall': write `redis.call('HGETALL', …)` for a command");

    [Theory]
    [InlineData("garnet", "redis.set_repl(redis.REPL_ALL)", "Garnet scripts have no function 'redis.set_repl': avoid it")]
    [InlineData("garnet", "table.getn(KEYS)", "Garnet scripts have no function 'table.getn': write `#t`")]
    [InlineData("garnet", "loadstring('return 1')()", "Garnet scripts have no global 'loadstring': write the function itself")]
    [InlineData("valkey 7.2", "os.clock()", "Valkey scripts have no global 'os': take the time from `redis.call('TIME')` (Valkey 7.2 has no `os`)")]
    [InlineData("valkey 8.0", "redis.call('GET', KEYS[1]), redis.acl_check()", "Valkey scripts have no function 'redis.acl_check': write `redis.call('ACL_CHECK', …)` for a command")]
    [InlineData("6.2", "redis.acl_check_cmd('GET', KEYS[1])", "Redis scripts have no function 'redis.acl_check_cmd': declare `-- @since 7.0`, because only Redis 7.0 and later have it, or avoid it")]
    public void Names_the_server_that_lacks_it(string since, string expression, string message) =>
        RuleAssert.Message(Rule.UnknownName, $"-- @since {since}\nreturn {expression}", message);

    [Theory]
    [InlineData("valkey 8.0", "{ os.clock(), server.call('GET', KEYS[1]) }")]
    [InlineData("garnet", "{ os.clock(), redis.setresp(3) }")]
    [InlineData("garnet", "{ string.gmatch(KEYS[1], '.'), math.fmod(3, 2) }")]
    public void Leaves_what_the_server_has_alone(string since, string expression) =>
        RuleAssert.Quiet(Rule.UnknownName, $"-- @since {since}\nreturn {expression}");
}
