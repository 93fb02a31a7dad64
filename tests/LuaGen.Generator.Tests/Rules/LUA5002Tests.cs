using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA5002Tests
{
    [Theory]
    [InlineData("[|print|](KEYS[1])")]
    [InlineData("local json = [|require|]('json')\nreturn KEYS")]
    [InlineData("if KEYS[1] == [|null|] then return 1 end")]
    [InlineData("return { [|os|].time(), KEYS[1] }")]
    [InlineData("-- @since 7.4\nreturn { [|os.time|](), KEYS[1] }")]
    [InlineData("return [|tostirng|](KEYS[1])")]
    [InlineData("-- @since 6.2\nreturn [|redis.acl_check_cmd|]('GET', KEYS[1])")]
    [InlineData("return { [|cjson.decode_array_with_array_mt|](true), KEYS[1] }")]
    [InlineData("do local order = KEYS[1] end\nreturn [|order|]")]
    [InlineData("return [|table.unpack|](KEYS)")]
    [InlineData("return [|redis['cal']|]('GET', KEYS[1])")]
    [InlineData("local split = string.split\nreturn [|split|](KEYS[1], ',')")]
    [InlineData("local r = redis\nreturn [|r.cal|]('GET', KEYS[1])")]
    [InlineData("return [|server.cal|]('GET', KEYS[1])")]
    [InlineData("return [|getfenv|](1) and KEYS")]
    [InlineData("local function f() return [|arg|] end\nreturn { f(), KEYS[1] }")]
    [InlineData("return { [|arg|], KEYS[1] }")]
    [InlineData("return pcall([|print|], KEYS[1])")]
    [InlineData("local function f() return [|undefined|] end\npcall(function() return KEYS end)\nreturn f()")]
    [InlineData("local function get(k) return redis.call('GET', k) end\nlocal function f() return [|undefined|] end\nlocal ok = pcall(get, KEYS[1])\nreturn f()")]
    [InlineData("local ok = pcall(redis.call, 'GET', KEYS[1])\nlocal function f() return [|undefined|] end\nreturn f()")]
    public void Flags_what_no_server_gives(string script) => RuleAssert.Flags(Rule.UnknownName, script);

    [Theory]
    [InlineData("local print = redis.log\nprint(redis.LOG_NOTICE, KEYS[1])")]
    [InlineData("if rawget(_G, 'print') then print(KEYS[1]) end")]
    [InlineData("return pcall(function() return os.time(KEYS[1]) end)")]
    [InlineData("local function now() return os.time() + KEYS[1] end\nlocal ok, t = pcall(now)\nreturn t")]
    [InlineData("local unpack = table.unpack or unpack\nreturn unpack(KEYS, 1, 2)")]
    [InlineData("return (table.unpack or unpack)(KEYS, 1, 2)")]
    [InlineData("if string.split then return string.split(KEYS[1]) end")]
    [InlineData("-- @since 7.4\nreturn { os.clock(), KEYS[1] }")]
    [InlineData("return redis.acl_check_cmd('GET', KEYS[1])")]
    [InlineData("-- @since 6.2\nif redis.acl_check_cmd then return redis.acl_check_cmd('GET', KEYS[1]) end")]
    [InlineData("-- @since 6.2\nif redis.REDIS_VERSION_NUM then return redis.acl_check_cmd('GET', KEYS[1]) end")]
    [InlineData("if redis.REDIS_VERSION_NUM and redis.REDIS_VERSION_NUM >= 0x070400 then return { os.clock(), KEYS[1] } end")]
    [InlineData("local function f(...) return arg.n end\nreturn f(KEYS)")]
    [InlineData("x = KEYS[1]\nreturn x")]
    [InlineData("local t = { KEYS[1] }\nreturn t.null")]
    [InlineData("return { null = KEYS[1] }")]
    [InlineData("return redis.SERVER_NAME or KEYS")]
    [InlineData("return server.call('GET', KEYS[1])")]
    [InlineData("redis.replicate_commands()\nreturn { cjson.null, bit.tohex(1), struct.size('i'), cmsgpack.pack(1), coroutine.running(), gcinfo(), _VERSION, KEYS[1] }")]
    [InlineData("local function now() return os.time() end\nlocal function ask() return now() end\nreturn { pcall(function() return ask() end), KEYS[1] }")]
    [InlineData("local function safe(f) return pcall(f) end\nreturn { safe(function() return os.time() end), KEYS[1] }")]
    [InlineData("local t = { now = function() return os.time() end }\nreturn { pcall(t.now), KEYS[1] }")]
    [InlineData("string.split = function(s) return s end\nreturn string.split(KEYS[1])")]
    public void Leaves_what_is_there_or_asked_for_alone(string script) => RuleAssert.Quiet(Rule.UnknownName, script);

    [Fact]
    public Task Names_a_slip() => RuleAssert.MessageAsync(
        Rule.UnknownName,
        "return KEYS[1] or None",
        "Scripts have no global \"None\": write nil; for a missing key Redis gives false");

    [Fact]
    public Task Names_the_nearest() => RuleAssert.MessageAsync(
        Rule.UnknownName,
        "return tostirng(KEYS[1])",
        "Scripts have no global \"tostirng\": write tostring");

    [Fact]
    public Task Names_the_nearest_local() => RuleAssert.MessageAsync(
        Rule.UnknownName,
        "local stock = KEYS[1]\nreturn stok",
        "Scripts have no global \"stok\": write stock");

    [Fact]
    public Task Names_the_local_of_another_block() => RuleAssert.MessageAsync(
        Rule.UnknownName,
        "if KEYS[1] then local order = 1 end\nreturn order",
        "Scripts have no global \"order\": declare \"local order\" in a block around both places, before this line");

    [Fact]
    public Task Names_the_server_of_os() => RuleAssert.MessageAsync(
        Rule.UnknownName,
        "return { os.time(), KEYS[1] }",
        "Scripts have no global \"os\": Redis 7.0 has none, and 7.4 has only os.clock; take the time from redis.call('TIME')");

    [Fact]
    public Task Names_the_function() => RuleAssert.MessageAsync(
        Rule.UnknownName,
        "return table.unpack(KEYS)",
        "Scripts have no function table.unpack: write unpack");

    [Fact]
    public Task Takes_a_function_of_redis_for_a_command() => RuleAssert.MessageAsync(
        Rule.UnknownName,
        "return redis.hgetall(KEYS[1])",
        "Scripts have no function redis.hgetall: write redis.call('HGETALL', …) for a command");
}
