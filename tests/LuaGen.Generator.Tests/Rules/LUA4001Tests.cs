using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA4001Tests
{
    [Theory]
    [InlineData("return redis.call([|'GETT'|], KEYS[1])")]
    [InlineData("return redis.pcall([|\"foo\"|], KEYS[1])")]
    [InlineData("local call = redis.call\nreturn call([|'HGETAL'|], KEYS[1])")]
    [InlineData("local r = redis\nreturn r['call']([|'HGETAL'|], KEYS[1])")]
    [InlineData("local name = 'ZADDD'\nreturn redis.call([|name|], KEYS[1], 1, 'm')")]
    [InlineData("return pcall(redis.call, [|'GETT'|], KEYS[1])")]
    [InlineData("return server.call([|'GETT'|], KEYS[1])")]
    [InlineData("return redis.call([|'SET k v'|])")]
    [InlineData("local function get(k) return redis.call([|'GETT'|], k) end\nreturn get(KEYS[1])")]
    [InlineData("local function call(command, ...) return redis.call(command, ...) end\ncall('GET', KEYS[1])\nreturn call([|'GETT'|], KEYS[1])")]
    [InlineData("local function cmd(...) return redis.call(...) end\nreturn cmd([|'GETT'|], KEYS[1])")]
    [InlineData("local function all(key, name) return redis.call(name, key) end\nreturn all(KEYS[1], [|'HGETAL'|])")]
    [InlineData("local all = function(name) return redis.call(name, KEYS[1]) end\nreturn all([|'HGETAL'|])")]
    [InlineData("local name = 'HGETAL'\nif ARGV[1] then name = 'HGETAL' end\nreturn redis.call([|name|], KEYS[1])")]
    public void Flags_a_name_that_no_server_has(string script) => RuleAssert.Flags(Rule.UnknownCommand, script);

    [Theory]
    [InlineData("return redis.call('get', KEYS[1])")]
    [InlineData("return redis.call('JSON.GET', KEYS[1])")]
    [InlineData("return redis.call('MY.OWN', KEYS[1])")]
    [InlineData("local redis = { call = function(name) return name end }\nreturn { redis.call('GETT'), KEYS[1] }")]
    [InlineData("local name = 'GETT'\nname = 'GET'\nreturn redis.call(name, KEYS[1])")]
    [InlineData("local function cmd(...) return redis.call(...) end\nreturn pcall(cmd, 'GETT', KEYS[1])")]
    [InlineData("local function cmd(name) name = 'GET' return redis.call(name, KEYS[1]) end\nreturn cmd('GETT')")]
    [InlineData("-- @since 8.2\nreturn redis.call('DIGEST', KEYS[1])")]
    [InlineData("return redis.sha1hex('GETT')")]
    [InlineData("return redis.call('GET', KEYS[1]) .. 'GETT'")]
    public void Leaves_modules_and_what_is_not_known_alone(string script) => RuleAssert.Quiet(Rule.UnknownCommand, script);

    [Fact]
    public Task Says_the_nearest_name() => RuleAssert.MessageAsync(
        Rule.UnknownCommand,
        "return redis.call('HGETAL', KEYS[1])",
        "'HGETAL' is not a Redis command: write 'HGETALL'");

    [Fact]
    public Task Says_how_far_it_knows() => RuleAssert.MessageAsync(
        Rule.UnknownCommand,
        "return redis.call('QQQQQQ', KEYS[1])",
        "'QQQQQQ' is not a Redis command: write a command of Redis up to 8.0, or a module command, which contains a dot");

    [Fact]
    public Task Divides_words() => RuleAssert.MessageAsync(
        Rule.UnknownCommand,
        "return redis.call('GET k', KEYS[1])",
        "'GET k' is not a Redis command: pass each part as a separate argument, starting with 'GET'");
}
