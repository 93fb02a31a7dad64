using System.Text;
using LuaGen.Language.Checking.Sandbox;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Sandbox;

/// <summary>Compares the JSON parser with the server's cjson, on fixed cases and on randomly damaged texts.</summary>
public sealed class JsonTextTests
{
    private const string Fails = """
        local outcomes = {}
        for i, json in ipairs(ARGV) do
          outcomes[i] = pcall(cjson.decode, json) and 0 or 1
        end
        return outcomes
        """;

    private static readonly string[] Texts =
    [
        "", " ", "1", "-1", "+1", "01", "-01", "1.", ".5", "-.5", "1e5", "1e", "1e+", "1E-3", "1.5.5", "0x10", "0x", "0x1p4", "0x1p", "0x.8", "0xg", "-0x10", "--1", "-", "- 1", "1 2",
        "inf", "-inf", "Infinity", "+inf", "nan", "NaN", "-nan", "nan(1)", "nan(a_1)", "nan()", "nan(1", "nan(+)", "-nan(1)", "+.5", "+-1", "+", "infinit", "Inf1", "true", "True", "tru", "truex", "null", "nul", "nulll", "false", "nil", "undefined",
        "\"a\"", "\"a", "'a'", "\"\\n\"", "\"\\x\"", "\"\\u0041\"", "\"\\u004\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83d\\u0041\"", "\"\\ud83dxx\"", "\"\n\"", "\"\t\"", "\"\\\"", "\"\\",
        "[]", "[ ]", "[1]", "[1,2]", "[1,]", "[,]", "[,1]", "[1 2]", "[1,,2]", "[", "]", "[[]", "[[]]", "[}", "{]",
        "{}", "{ }", "{\"a\":1}", "{\"a\":1,}", "{\"a\"}", "{\"a\":}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"b\":2}", "{\"a\":{\"b\":[1,{\"c\":null}]}}", "{,}", "{\"a\":1}}", "{\"a\"::1}",
        "\r\n\t [ 1 ] \n", "\v1", "\f1", "// c\n1", "/* c */ 1", "\u00a01", "\"é\"", "é", "[1;2]", "=", "\ufeff1",
    ];

    [ServerFact]
    public async Task Cases_are_judged_as_the_server_judges_them() => await AgreesAsync([.. Texts, Nested(1000), Nested(1001), Nested(1000, "{\"a\":", "}"), Nested(1001, "{\"a\":", "}")]);

    [ServerFact]
    public async Task Spoiled_texts_are_judged_as_the_server_judges_them()
    {
        const string Alphabet = "{}[]:,\"'\\ntrufalse0123456789.-+eExXiInN \n/u";
        const string Good = "{\"name\": \"a\\u0041\\n\", \"list\": [1, -2.5e+3, true, false, null, {}, []], \"x\": {\"y\": \"\\ud83d\\ude00\"}}";
        var random = new Random(20261122);
        var texts = Enumerable.Range(0, 4000).Select(_ =>
        {
            var start = random.Next(Good.Length);
            StringBuilder text = new(random.Next(2) == 0 ? Good : Good[start..random.Next(start, Good.Length)]);
            for (var edits = random.Next(1, 4); edits > 0 && text.Length > 0; edits--)
            {
                var at = random.Next(text.Length);
                var other = Alphabet[random.Next(Alphabet.Length)];
                text = random.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, other),
                    _ => text.Replace(text[at], other, at, 1),
                };
            }

            return text.ToString();
        });

        await AgreesAsync([.. texts]);
    }

    [Fact]
    public void Deep_and_long_texts_are_read_in_a_loop()
    {
        Assert.NotNull(JsonText.FaultOf(new string('[', 1_000_000)));
        Assert.Null(JsonText.FaultOf($"[{string.Join(',', Enumerable.Range(0, 200_000))}]"));
    }

    private static string Nested(int depth, string open = "[", string close = "]") =>
        string.Concat(Enumerable.Repeat(open, depth)) + (open == "[" ? "" : "1") + string.Concat(Enumerable.Repeat(close, depth));

    private static async Task AgreesAsync(string[] texts)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var outcomes = (int[])(await connection.GetDatabase().ScriptEvaluateAsync(Fails, [], [.. texts.Select(text => (RedisValue)text)]))!;

        Assert.Empty(texts.Where((text, i) => (JsonText.FaultOf(text) is not null) != (outcomes[i] == 1)));
        Assert.Contains(0, outcomes);
        Assert.Contains(1, outcomes);
    }
}
