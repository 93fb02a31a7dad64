using System.Globalization;
using System.Text;

namespace LuaGen.Tests.Properties;

/// <summary>Lua code for every kind of reply that a script can return, including very unlikely ones.</summary>
internal static class ReplyCases
{
    /// <summary>Scalar values. Types that only RESP3 has come from <c>setresp(3)</c> or a special table.</summary>
    private static readonly string[] Scalars =
    [
        "0", "1", "-1", "2", "-0", "3.99", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296",
        "9007199254740993", "1e20", "-1e20", "0/0", "1/0", "900", "253402300799", "253402300800", "-62135596800", "-62135596801",
        "922337203685", "922337203686", "-922337203685", "922337203685477", "922337203685478",
        "nil", "false", "true",
        .. Texts().Select(Quoted),
        "{ok='OK'}", "{ok='ok'}", "{ok='OKAY'}", "{ok='1'}", "{ok='QUEUED'}", "redis.status_reply('open')",
        // No empty status: the client (3.4.35) never finds the end of "+\r\n", and every later call times out.
        "{double=1}", "{double=0}", "{double=-0.0}", "{double=1.5}", "{double=1e100}", "{double=0.1}", "{double=3e15}", "{double=1e17}", "{double=1/0}", "{double=-1/0}", "{double=0/0}",
        "{big_number='123'}", "{big_number='-1'}", "{big_number='9223372036854775808'}", "{big_number='18446744073709551616'}", "{big_number='123456789012345678901234567890123'}",
        "{verbatim_string={string='text', format='txt'}}", "{verbatim_string={string='', format='txt'}}", "{verbatim_string={string='12', format='mkd'}}",
        "(function() redis.setresp(3) return true end)()", "(function() redis.setresp(3) return false end)()", "(function() redis.setresp(3) return nil end)()",
        "(function() redis.setresp(3) return redis.call('GET', 'luagen:nothing') end)()", "redis.call('GET', 'luagen:nothing')",
        "redis.call('PING')", "redis.call('TYPE', 'luagen:nothing')", "redis.call('EXISTS', 'luagen:nothing')",
        "tostring(-9223372036854775807 - 1)",
    ];

    private static readonly string[] Aggregates =
    [
        "{}", "{0}", "{1}", "{1, 2}", "{1, 'a'}", "{'a', 1}", "{1, 'a', 1}", "{1, 'a', 2, 'b'}", "{'a', 1, 'b', 2}", "{'a', 1, 'a', 3}", "{'a', '1.5', 'b', 'inf'}",
        "{1, nil, 3}", "{1, false}", "{1, false, true}", "{false, 1}", "{1, 'a', false}", "{1, 'a', true, 4}", "{1, 2, 3, 4, 5, 6}", "{'a', 1, 'b'}",
        "{{'a', 1}}", "{{'a', 1}, {'b', 2}}", "{{'a', 1}, {'b'}}", "{{'a', 1}, 'b', 2}", "{{'a', 1}, {'b', 2, 3}}", "{'a', {1}}", "{1, {'n', 2}}", "{1, {'n'}}", "{1, {}}", "{{}, {}}", "{{{{}}}}", "{{1}, {2, 3}, {}}", "{{1, 'a', 3}}", "{{1, 'a', false}}",
        "{err='WRONG x'}", "{err='x'}", "redis.error_reply('SECRET y')", "{1, {err='WRONG x'}}", "{'a', {err='WRONG x'}}", "{{err='WRONG x'}}", "{{'a', {err='WRONG x'}}}", "redis.pcall('INCR')", "{redis.pcall('NONE')}",
        "{map={a=1}}", "{map={a='x', b='y'}}", "{map={}}", "{map={[1]='a'}}", "{map={a={map={b='c'}}}}", "{map={a={1, 2}}}", "{map={a={err='WRONG x'}}}", "{map={a=false}}",
        "{set={a=true}}", "{set={}}", "{set={['1']=true, ['2']=true}}", "{set={a=true, b=true}}", "{{map={a=1}}}", "{{set={a=true}}}", "{1, {map={name='x'}}}",
        "{{ok='OK'}}", "{{ok='OK'}, 1}", "{{double=1.5}, {double=2}}", "{{big_number='1'}, 'a'}", "{'a', {double=2.5}}", "{'a', {verbatim_string={string='3', format='txt'}}}",
        "(function() redis.setresp(3) return {1, true, false} end)()", "(function() redis.setresp(3) return {true, false} end)()",
        "(function() redis.call('DEL', 'luagen:h') redis.call('HSET', 'luagen:h', 'a', '1', 'b', '2') return redis.call('HGETALL', 'luagen:h') end)()",
        "(function() redis.setresp(3) redis.call('DEL', 'luagen:h') redis.call('HSET', 'luagen:h', 'a', '1', 'b', '2') return redis.call('HGETALL', 'luagen:h') end)()",
        "(function() redis.setresp(3) redis.call('DEL', 'luagen:z') redis.call('ZADD', 'luagen:z', 1.5, 'a', 2, 'b') return redis.call('ZRANGE', 'luagen:z', 0, -1, 'WITHSCORES') end)()",
        "(function() redis.call('DEL', 'luagen:z') redis.call('ZADD', 'luagen:z', 1.5, 'a', 2, 'b') return redis.call('ZRANGE', 'luagen:z', 0, -1, 'WITHSCORES') end)()",
        "(function() redis.setresp(3) return redis.call('ZSCORE', 'luagen:z', 'a') end)()",
        "(function() redis.setresp(3) redis.call('DEL', 'luagen:s') redis.call('SADD', 'luagen:s', '1', '2') return redis.call('SMEMBERS', 'luagen:s') end)()",
        "(function() redis.call('DEL', 'luagen:l') redis.call('RPUSH', 'luagen:l', '1', '2') return redis.call('LRANGE', 'luagen:l', 0, -1) end)()",
        "redis.call('BLPOP', 'luagen:nothing', 0)", "(function() redis.call('DEL', 'luagen:l') return redis.call('LPOP', 'luagen:l', 1) end)()",
    ];

    public static IEnumerable<string> All(int seed, int random)
    {
        var generator = new Random(seed);
        return Scalars.Concat(Aggregates).Append(Deep(60)).Concat(Enumerable.Range(0, random).Select(_ => Table(generator, depth: 0)));
    }

    private static string[] Texts() =>
    [
        "", " ", "0", "1", "-1", "+1", "01", "1 ", " 1", "1\0", "\0", "1\n", "-0", "+0", "1.0", "1.5", ".5", "5.", "1e3", "1E+3", "1e999", "-1e999", "1e-999", "0x1", "1,000", "(1)", "1-", "$1",
        "inf", "-inf", "+inf", "nan", "-nan", "NaN", "Infinity", "-Infinity", "INF", "∞", "true", "false", "True", "OK", "open", "Open", "paid", "in-transit", "secret",
        "127", "2147483648", "-2147483649", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
        "18446744073709551615", "18446744073709551616", "79228162514264337593543950335", "79228162514264337593543950336", "0.1234567890123456789012345678901234", "1.10",
        "5E-324", "1.7976931348623157E+308", "00112233-4455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-AABBCCDDEEFF", "00112233445566778899aabbccddeeff",
        "{00112233-4455-6677-8899-aabbccddeeff}", "00112233-4455-6677-8899-aabbccddeeff ", "00112233-4455-6677-8899-aabbccddeefg",
        "253402300799", "253402300800", "253402300799999", "253402300800000", "-62135596800", "-62135596801", "-62135596800000", "-62135596800001",
        "922337203685477", "922337203685478", "-922337203685477", "922337203685", "922337203686", "٣", "１",
        "æøå 日本 🙂", "\u00FF", "a\r\nb", "+OK\r\n", "-ERR", new string('x', 5000),
    ];

    private static string Deep(int depth) => new string('{', depth) + "1" + new string('}', depth);

    private static string Table(Random random, int depth)
    {
        if (random.Next(4) <= depth)
        {
            return Scalars[random.Next(Scalars.Length)];
        }

        var items = Enumerable.Range(0, random.Next(5)).Select(_ => Table(random, depth + 1)).ToList();
        return random.Next(8) switch
        {
            0 => "{map={" + string.Join(", ", items.Select((item, i) => $"['{(random.Next(2) == 0 ? "k" : "")}{i}']={item}")) + "}}",
            1 => "{set={" + string.Join(", ", items.Select((_, i) => $"['{i}']=true")) + "}}",
            _ => "{" + string.Join(", ", items) + "}",
        };
    }

    /// <summary>A Lua string with the UTF-8 bytes of the text, except that <c>ÿ</c> is a single byte, so that some texts are not UTF-8.</summary>
    private static string Quoted(string text)
    {
        var bytes = text == "\u00FF" ? [0xFF] : Encoding.UTF8.GetBytes(text);
        return "'" + string.Concat(bytes.Select(octet => octet is >= (byte)' ' and < 0x7F and not (byte)'\'' and not (byte)'\\'
            ? ((char)octet).ToString()
            : "\\" + octet.ToString("D3", CultureInfo.InvariantCulture))) + "'";
    }
}
