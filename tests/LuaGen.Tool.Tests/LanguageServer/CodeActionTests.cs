using System.Text.Json.Nodes;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>Quick fixes: after the edit the finding is gone, and nothing else has come.</summary>
public sealed class CodeActionTests
{
    private const string Uri = "file:///Scripts/Script.lua";

    [Theory]
    [InlineData("-- KEYS[1] key\n-- RETURNS result\nreturn redis.call('GTE', KEYS[1])\n", "-- luagen: disable-next-line LUA4001\nreturn")]
    [InlineData("-- KEYS[1] key\r\n-- RETURNS result\r\nif #KEYS > 0 then\r\n\treturn redis.call('GTE', KEYS[1])\r\nend\r\n", "\r\n\t-- luagen: disable-next-line LUA4001\r\n\treturn")]
    [InlineData("-- KEYS[1] key\n-- RETURNS result\n-- luagen: disable-next-line LUA3001\nreturn redis.call('GTE', KEYS[1]) or redis.call('GET', KEYS[7])\n", "-- luagen: disable-next-line LUA3001 LUA4001\n")]
    [InlineData("#!lua flags=allow-oom\n-- KEYS[1] key\n-- RETURNS result\nlocal text = [[\n]] .. redis.call('GTE', KEYS[1])\nreturn text\n", "#!lua flags=allow-oom\n-- luagen: disable LUA4001\n")]
    public void A_suppressed_finding_is_gone(string script, string expected)
    {
        using var server = new TestServer("/");
        server.Open(Uri, script);
        var before = Ids(server);
        var diagnostic = ((JsonArray)server.Whole("textDocument/diagnostic", Uri)!["items"]!).Single(item => (string?)item!["code"] == "LUA4001");

        var action = ((JsonArray)server.Request("textDocument/codeAction", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri },
            ["range"] = diagnostic!["range"]!.DeepClone(),
            ["context"] = new JsonObject { ["diagnostics"] = new JsonArray() },
        })!).First(each => ((string)each!["title"]!).StartsWith("Suppress LUA4001 ", StringComparison.Ordinal))!;
        var edit = (JsonObject)action["edit"]!["changes"]![Uri]![0]!;
        server.Notify("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri, ["version"] = 2 },
            ["contentChanges"] = new JsonArray(new JsonObject { ["range"] = edit["range"]!.DeepClone(), ["text"] = (string)edit["newText"]! }),
        });

        var start = script.Split('\n').Take((int)edit["range"]!["start"]!["line"]!).Sum(line => line.Length + 1) + (int)edit["range"]!["start"]!["character"]!;
        Assert.Contains(expected, script.Insert(start, (string)edit["newText"]!), StringComparison.Ordinal);
        Assert.Equal(before.Where(id => id != "LUA4001"), Ids(server));
    }

    [Fact]
    public void A_fix_comes_before_the_comments()
    {
        using var server = new TestServer("/");
        server.Open(Uri, "-- KEYS[1] key\n-- RETURNS string?\nreturn redis.call('GTE', KEYS[1])\n");
        var diagnostic = ((JsonArray)server.Whole("textDocument/diagnostic", Uri)!["items"]!).Single(item => (string?)item!["code"] == "LUA4001");

        var actions = (JsonArray)server.Request("textDocument/codeAction", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri },
            ["range"] = diagnostic!["range"]!.DeepClone(),
            ["context"] = new JsonObject { ["diagnostics"] = new JsonArray(), ["only"] = new JsonArray("quickfix") },
        })!;

        Assert.True((bool?)actions[0]!["isPreferred"]);
        Assert.Contains("GET", (string)actions[0]!["edit"]!["changes"]![Uri]![0]!["newText"]!, StringComparison.Ordinal);
        Assert.All(actions.Skip(1), action => Assert.StartsWith("Suppress ", (string)action!["title"]!, StringComparison.Ordinal));
        Assert.True(actions.Count > 1);
    }

    private static string[] Ids(TestServer server) => [.. ((JsonArray)server.Whole("textDocument/diagnostic", Uri)!["items"]!).Select(item => (string)item!["code"]!)];
}
