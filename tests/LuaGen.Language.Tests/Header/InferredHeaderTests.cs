using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Header;

/// <summary>Scripts without a header: keys, arguments and reply as the code shows them.</summary>
public sealed class InferredHeaderTests
{
    [Theory]
    [InlineData("return redis.call('DECRBY', KEYS[1], ARGV[1])", "ARGV[1] decrement: long")]
    [InlineData("return redis.call('DECRBY', KEYS[1], tonumber(ARGV[1]))", "ARGV[1] decrement: long")]
    [InlineData("local n = tonumber(ARGV[1])\nreturn redis.call('HINCRBY', KEYS[1], 'hits', n)", "ARGV[1] n: long")]
    [InlineData("return redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])", "ARGV[2] ttl: seconds")]
    [InlineData("return redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])", "ARGV[2] ttl: milliseconds")]
    [InlineData("return redis.call('EXPIRE', KEYS[1], ARGV[1])", "ARGV[1] ttl: seconds")]
    [InlineData("return redis.call('PEXPIRE', KEYS[1], ARGV[1])", "ARGV[1] ttl: milliseconds")]
    [InlineData("return redis.call('EXPIREAT', KEYS[1], ARGV[1])", "ARGV[1] expiresAt: unixseconds")]
    [InlineData("local ttl = ARGV[1]\nredis.call('EXPIRE', KEYS[1], ttl)\nreturn redis.call('PEXPIRE', KEYS[2], ttl)", "ARGV[1] ttl: long")]
    [InlineData("return redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])", "ARGV[1] score: double")]
    [InlineData("return redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])", "ARGV[2] member: value")]
    [InlineData("return redis.call('HSET', KEYS[1], 'owner', ARGV[1])", "ARGV[1] owner: value")]
    [InlineData("return redis.call('LRANGE', KEYS[1], 0, ARGV[1])", "ARGV[1] stop: long")]
    [InlineData("local count = tonumber(ARGV[1])\nreturn redis.call('LRANGE', KEYS[1], 0, count - 1)", "ARGV[1] count: long")]
    [InlineData("if ARGV[1] ~= 'forever' then redis.call('EXPIRE', KEYS[1], ARGV[1]) end", "ARGV[1] ttl: value")]
    [InlineData("local limit = ARGV[1] or 1000\nreturn redis.call('LTRIM', KEYS[1], 0, limit)", "ARGV[1] limit: long = 1000")]
    [InlineData("local limit = tonumber(ARGV[1]) or 10\nreturn redis.call('LLEN', KEYS[1]) < limit and 1 or 0", "ARGV[1] limit: double = 10")]
    [InlineData("local ttl = tonumber(ARGV[1] or 60)\nreturn redis.call('EXPIRE', KEYS[1], ttl)", "ARGV[1] ttl: seconds = 60")]
    [InlineData("local n = tonumber(ARGV[1])\nif not n then n = 5 end\nreturn redis.call('INCRBY', KEYS[1], n)", "ARGV[1] n: long")]
    [InlineData("local function add(by) return redis.call('INCRBY', KEYS[1], by) end\nreturn add(ARGV[1])", "ARGV[1] increment: long")]
    [InlineData("local limit = tonumber(redis.call('GET', KEYS[1]) or ARGV[1])\nreturn redis.call('LLEN', KEYS[2]) < limit and 1 or 0", "ARGV[1] arg1: double")]
    [InlineData("local left = ARGV[1]\nfor _, key in ipairs(KEYS) do\n  local found = redis.call('ZRANGEBYSCORE', key, 0, 9, 'LIMIT', 0, left)\n  left = left - #found\nend\nreturn left", "ARGV[1] left: long")]
    [InlineData("local ttl = tonumber(ARGV[1])\nttl = ttl * 1000\nreturn redis.call('PEXPIRE', KEYS[1], ttl)", "ARGV[1] ttl: double")]
    [InlineData("local order = ARGV[1] or 'asc'\nreturn redis.call('SORT', KEYS[1], 'ALPHA', order)", "ARGV[1] order: string = 'asc'")]
    public void An_argument_has_the_type_and_the_name_of_its_use(string script, string line) => Assert.Contains("-- " + line, Header(script));

    [Theory]
    [InlineData("return redis.call('INCR', KEYS[1])", "long")]
    [InlineData("if redis.call('EXISTS', KEYS[1]) == 1 then return 1 end\nreturn redis.call('LLEN', KEYS[2])", "long")]
    [InlineData("if redis.call('EXISTS', KEYS[1]) == 1 then return 1 end", "long?")]
    [InlineData("return redis.call('GET', KEYS[1])", "value?")]
    [InlineData("return redis.call('LRANGE', KEYS[1], 0, -1)", "value[]")]
    [InlineData("return redis.call('MGET', KEYS[1], KEYS[2])", "value?[]")]
    [InlineData("return redis.call('HGETALL', KEYS[1])", "map<string, value>")]
    [InlineData("return redis.call('GET', KEYS[1]) == ARGV[1]", "bool")]
    [InlineData("return redis.call('SET', KEYS[1], 'a')", "status")]
    [InlineData("return {1, redis.call('INCR', KEYS[1])}", "long[]")]
    [InlineData("redis.call('DEL', KEYS[1])", "nothing")]
    [InlineData("if redis.call('EXISTS', KEYS[1]) == 0 then return redis.error_reply('NONE there is none') end\nreturn 1", "long")]
    [InlineData("local r = redis.pcall('XGROUP', 'CREATE', KEYS[1], ARGV[1], '$')\nif r.err then\n  if r.err == ARGV[2] then return 0 end\n  return r\nend\nreturn 1", "long")]
    [InlineData("local r = redis.pcall('SET', KEYS[1], ARGV[1])\nif type(r) == 'table' and r.err then return r end\nreturn 1", "long")]
    [InlineData("local r = redis.pcall('INCR', KEYS[1])\nif r.err or ARGV[1] then return r end\nreturn 'a'", "value")]
    [InlineData("local r = redis.pcall('SET', KEYS[1], ARGV[1])\nif not r.err then return r end\nreturn 1", "value")]
    [InlineData("local r = redis.pcall('SET', KEYS[1], ARGV[1])\nif r.err then r = {} return r end\nreturn 1", "result")]
    [InlineData("local c = {'SUNIONSTORE', KEYS[1]}\nfor i = 2, #KEYS do table.insert(c, KEYS[i]) end\nc[#c + 1] = ARGV[1]\nreturn redis.call(unpack(c))", "long")]
    [InlineData("local c = {'SUNIONSTORE', KEYS[1]}\nc[1] = ARGV[1]\nreturn redis.call(unpack(c))", "result")]
    [InlineData("local c = {'SUNIONSTORE', KEYS[1]}\ntable.insert(c, 1, ARGV[1])\nreturn redis.call(unpack(c))", "result")]
    [InlineData("local c = {'SUNIONSTORE', KEYS[1]}\ntable.sort(c)\nreturn redis.call(unpack(c))", "result")]
    [InlineData("local c = {'SUNIONSTORE', KEYS[1]}\nlocal d = c\nd[1] = ARGV[1]\nreturn redis.call(unpack(c))", "result")]
    [InlineData("local c = {ARGV[1], KEYS[1]}\ntable.insert(c, KEYS[2])\nreturn redis.call(unpack(c))", "result")]
    [InlineData("if ARGV[1] == '0' then return {} end\nreturn redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')", "value[]")]
    [InlineData("if ARGV[1] == '0' then return {} end\nreturn redis.call('HGETALL', KEYS[1])", "map<string, value>")]
    [InlineData("local n = redis.call('INCR', KEYS[1])\nif n > 5 then return {0, n} end\nreturn {1, redis.call('PTTL', KEYS[1])}", "long[]")]
    [InlineData("local n = tonumber(redis.call('GET', KEYS[1]))\nreturn {n, 1}", "long[]")]
    [InlineData("if redis.call('EXISTS', KEYS[1]) == 0 then return {redis.call('GET', KEYS[2])} end\nreturn {1}", "value?[]")]
    [InlineData("if redis.call('EXISTS', KEYS[1]) == 0 then return nil end\nreturn {redis.call('LPOP', KEYS[1]) or '', 1}", "value[]?")]
    [InlineData("local n = redis.call('INCR', KEYS[1])\nreturn {n < 5, n}", "long?[]")]
    [InlineData("return {redis.call('EXISTS', KEYS[1]) == 1, redis.call('EXISTS', KEYS[2]) == 1}", "bool[]")]
    [InlineData("return {redis.call('LRANGE', KEYS[1], 0, -1), redis.call('SMEMBERS', KEYS[2])}", "value[][]")]
    [InlineData("return {redis.call('INCR', KEYS[1]), redis.call('LRANGE', KEYS[2], 0, -1)}", "result")]
    [InlineData("local page = redis.call('HSCAN', KEYS[1], ARGV[1])\nreturn page[2]", "value[]")]
    [InlineData("local found = {}\nfor _, key in ipairs(redis.call('SCAN', 0)[2]) do table.insert(found, key) end\nreturn found", "value[]")]
    [InlineData("""
        local found, cursor = {}, '0'
        repeat
          local page = redis.call('SCAN', cursor, 'MATCH', ARGV[1])
          cursor = page[1]
          for _, key in ipairs(page[2]) do table.insert(found, key) end
        until cursor == '0'
        return found
        """, "value[]")]
    [InlineData("""
        local count, cursor = 0, '0'
        repeat
          local page = redis.call('SSCAN', KEYS[1], cursor)
          cursor = page[1]
          for _, member in ipairs(page[2]) do count = count + redis.call('DEL', ARGV[1] .. member) end
        until cursor == '0'
        return count
        """, "long")]
    [InlineData("return redis.call('SCAN', 0)", "result")]
    [InlineData("if ARGV[1] == '0' then return {} end\nreturn {}", "result")]
    [InlineData("if ARGV[1] == '0' then return {1} end\nreturn {true}", "result")]
    [InlineData("if ARGV[1] == '0' then return {'a'} end\nreturn {true}", "result")]
    [InlineData("if ARGV[1] == '0' then return {1} end\nreturn redis.call('HGETALL', KEYS[1])", "result")]
    [InlineData("if ARGV[1] == '0' then return {1} end\nreturn cjson.decode(ARGV[1])", "result")]
    [InlineData("return cjson.decode(redis.call('GET', KEYS[1]) or '[]')", "result")]
    [InlineData("return redis.call(ARGV[1], KEYS[1])", "result")]
    public void A_reply_has_the_type_that_every_path_shows(string script, string type) => Assert.Contains("-- RETURNS " + type, Header(script));

    [Theory]
    [InlineData("for i = 1, #ARGV, 2 do redis.call('ZADD', KEYS[1], ARGV[i], ARGV[i + 1]) end", "ARGV[1...] items.score: double|ARGV[2...] items.member: value")]
    [InlineData("for i = 2, #ARGV, 2 do\n  local field, by = ARGV[i], tonumber(ARGV[i + 1])\n  redis.call('HINCRBY', KEYS[1], field, by)\nend\nreturn ARGV[1]", "ARGV[2...] items.field: value|ARGV[3...] items.by: long")]
    [InlineData("for i = 1, #KEYS do redis.call('SET', KEYS[i], ARGV[i]) end", "KEYS[1...] items.key|ARGV[1...] items.value: value")]
    [InlineData("for i, key in ipairs(KEYS) do redis.call('INCRBY', key, ARGV[i]) end", "KEYS[1...] items.key|ARGV[1...] items.increment: long")]
    [InlineData("for i = 1, #KEYS do redis.call('HSET', KEYS[i], ARGV[2 * i - 1], ARGV[2 * i]) end", "KEYS[1...] items.key|ARGV[1...] items.field: value|ARGV[2...] items.value: value")]
    [InlineData("for _, id in ipairs(ARGV) do redis.call('SREM', KEYS[1], id) end", "ARGV[1...] arguments: value")]
    [InlineData("for i = 1, #ARGV do redis.call('EXPIRE', KEYS[1], ARGV[i]) end", "ARGV[1...] arguments: seconds")]
    [InlineData("return redis.call('DEL', unpack(KEYS))", "KEYS[1...] keys")]
    [InlineData("return redis.call('RPUSH', KEYS[1], unpack(ARGV, 2)) + ARGV[1]", "ARGV[2...] arguments: value")]
    [InlineData("for i = 1, #ARGV do for j = 1, #KEYS do redis.call('SADD', KEYS[j], ARGV[i]) end end", "KEYS[1...] keys|ARGV[1...] arguments: value")]
    public void A_loop_gives_a_list_or_a_list_of_records(string script, string lines)
    {
        var header = Header(script);

        Assert.All(lines.Split('|'), line => Assert.Contains("-- " + line, header));
    }

    /// <summary>The header of the generated class is a header: with it, the script is called in the same way.</summary>
    [Theory]
    [InlineData("local stock = KEYS[1]\nreturn redis.call('DECRBY', stock, ARGV[1])")]
    [InlineData("for i = 1, #ARGV, 2 do redis.call('ZADD', KEYS[1], ARGV[i], ARGV[i + 1]) end")]
    [InlineData("for i = 1, #KEYS do redis.call('SET', KEYS[i], ARGV[i]) end")]
    [InlineData("return redis.call('HGETALL', KEYS[1])")]
    [InlineData("return redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2] or 60)")]
    public void Pasting_the_header_keeps_the_signature(string script)
    {
        var inferred = TestCompiler.Compile(script).Model!;
        var pasted = TestCompiler.Compile(inferred.InferredHeader + script);

        Assert.DoesNotContain(pasted.Findings, finding => finding.Rule.Number is > 2000 and < 4000);
        Assert.Equal(SignatureText.Of(inferred), SignatureText.Of(pasted.Model));
    }

    [Fact]
    public void One_info_says_that_the_header_is_inferred() =>
        Assert.Single(TestCompiler.Compile("return redis.call('GET', KEYS[1])").Findings, finding => finding.Rule.Number is > 2000 and < 4000 && finding.Rule == Rule.NoHeader);

    private static string[] Header(string script)
    {
        var compiled = TestCompiler.Compile(script);
        Assert.DoesNotContain(compiled.Findings, finding => finding.Rule.Severity == Severity.Error);
        return compiled.Model!.InferredHeader.TrimEnd('\n').Split('\n');
    }
}
