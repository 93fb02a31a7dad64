using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4001Tests
{
    [Theory]
    [InlineData("return redis.call([|'GETT'|], KEYS[1])")]
    [InlineData("return redis.pcall([|\"gett\"|], KEYS[1])")]
    [InlineData("return redis.call([|'JSON.GETT'|], KEYS[1])")]
    [InlineData("return redis.call([|'HEXPIR'|], KEYS[1])")]
    [InlineData("return redis.call([|'{key}:1'|], KEYS[1])")]
    [InlineData("""
        local call = redis.call
        return call([|'HGETAL'|], KEYS[1])
        """)]
    [InlineData("""
        local r = redis
        return r['call']([|'HGETAL'|], KEYS[1])
        """)]
    [InlineData("""
        local name = 'ZADDD'
        return redis.call([|name|], KEYS[1], 1, 'm')
        """)]
    [InlineData("return pcall(redis.call, [|'GETT'|], KEYS[1])")]
    [InlineData("return server.call([|'GETT'|], KEYS[1])")]
    [InlineData("return redis.call([|'SET k v'|])")]
    [InlineData("""
        local function get(k) return redis.call([|'GETT'|], k) end
        return get(KEYS[1])
        """)]
    [InlineData("""
        local function call(command, ...) return redis.call(command, ...) end
        call('GET', KEYS[1])
        return call([|'GETT'|], KEYS[1])
        """)]
    [InlineData("""
        local function cmd(...) return redis.call(...) end
        return cmd([|'GETT'|], KEYS[1])
        """)]
    [InlineData("""
        local function all(key, name) return redis.call(name, key) end
        return all(KEYS[1], [|'HGETAL'|])
        """)]
    [InlineData("""
        local all = function(name) return redis.call(name, KEYS[1]) end
        return all([|'HGETAL'|])
        """)]
    [InlineData("""
        local name = 'HGETAL'
        if ARGV[1] then name = 'HGETAL' end
        return redis.call([|name|], KEYS[1])
        """)]
    public void Flags_a_name_that_no_server_has(string script) => RuleAssert.Flags(Rule.UnknownCommand, script);

    [Theory]
    [InlineData("return redis.call('get', KEYS[1])")]
    [InlineData("return redis.call('JSON.GET', KEYS[1])")]
    [InlineData("return redis.call('MY.OWN', KEYS[1])")]
    [InlineData("return redis.call('FROBNICATE', KEYS[1])")]
    [InlineData("""
        local redis = { call = function(name) return name end }
        return { redis.call('GETT'), KEYS[1] }
        """)]
    [InlineData("""
        local name = 'GETT'
        name = 'GET'
        return redis.call(name, KEYS[1])
        """)]
    [InlineData("""
        local function cmd(...) return redis.call(...) end
        return pcall(cmd, 'GETT', KEYS[1])
        """)]
    [InlineData("""
        local function cmd(name) name = 'GET' return redis.call(name, KEYS[1]) end
        return cmd('GETT')
        """)]
    [InlineData("""
        -- @since 8.2
        return redis.call('DIGEST', KEYS[1])
        """)]
    [InlineData("return redis.sha1hex('GETT')")]
    [InlineData("return redis.call('GET', KEYS[1]) .. 'GETT'")]
    public void Leaves_modules_and_what_is_not_known_alone(string script) => RuleAssert.Quiet(Rule.UnknownCommand, script);

    [Fact]
    public void Says_the_nearest_name() => RuleAssert.Message(
        Rule.UnknownCommand,
        "return redis.call('HGETAL', KEYS[1])",
        "'HGETAL' is not a Redis command: write 'HGETALL'");

    [Fact]
    public void Says_what_a_name_may_have() => RuleAssert.Message(
        Rule.UnknownCommand,
        "return redis.call('{key}:1', KEYS[1])",
        "'{key}:1' is not a Redis command: the names of commands have letters, digits, '.', '_' and '-'");

    [Fact]
    public void Does_not_suggest_what_only_another_server_has() => RuleAssert.Message(
        Rule.UnknownCommand,
        "return redis.call('ZEXPIR', KEYS[1], 10)",
        "'ZEXPIR' is not a Redis command: write 'EXPIRE'");

    [Fact]
    public void Divides_words() => RuleAssert.Message(
        Rule.UnknownCommand,
        "return redis.call('GET k', KEYS[1])",
        "'GET k' is not a Redis command: pass each part as a separate argument, starting with 'GET'");
}
