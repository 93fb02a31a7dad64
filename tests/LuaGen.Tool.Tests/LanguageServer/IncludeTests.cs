using System.Text.Json.Nodes;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>Scripts that include files, in an editor: its texts count, and not those on the disk.</summary>
public sealed class IncludeTests
{
    private const string Fragment = "local function size(key)\n    return redis.call('STRLEN', key)\nend\n";
    private const string Script = "-- @include \"../shared/size\"\n-- KEYS[1] key\n-- RETURNS long\nredis.call('PERSIST', KEYS[1])\nreturn size(KEYS[1])\n";

    [Fact]
    public void A_finding_is_in_the_file_that_it_is_about()
    {
        using var folder = Folder();
        using var server = new TestServer(folder.Path);
        var (script, fragment) = (UriOf(folder, "Scripts/One/Get.lua"), UriOf(folder, "Scripts/shared/size.lua"));

        server.Open(script, Script);
        server.Open(fragment, Fragment.Replace("STRLEN", "STRLENGTH", StringComparison.Ordinal));

        Assert.Equal([(fragment, "1:22 LUA4001")], Published(server));
    }

    [Fact]
    public void An_edit_of_a_file_checks_the_scripts_that_include_it_again()
    {
        using var folder = Folder();
        using var server = new TestServer(folder.Path);
        var (script, fragment) = (UriOf(folder, "Scripts/One/Get.lua"), UriOf(folder, "Scripts/shared/size.lua"));
        server.Open(script, Script);
        server.Open(fragment, Fragment);
        Assert.Empty(Published(server));

        Change(server, fragment, 2, Fragment.Replace("function size", "function length", StringComparison.Ordinal));
        Assert.Equal([(script, "4:7 LUA5002")], Published(server));

        Change(server, fragment, 3, Fragment + "return 1\n");
        Assert.Equal([(fragment, "3:0 LUA2040")], Published(server));

        Change(server, fragment, 4, Fragment);
        Assert.Empty(Published(server));

        Change(server, script, 2, Script.Replace("shared/size", "shared/none", StringComparison.Ordinal));
        Assert.Contains((script, "0:3 LUA2008"), Published(server));
    }

    [Fact]
    public void A_file_is_a_part_of_scripts_that_are_not_open()
    {
        using var folder = Folder();
        using var server = new TestServer(folder.Path);
        var fragment = UriOf(folder, "Scripts/shared/size.lua");

        server.Open(fragment, Fragment.Replace("'STRLEN', key", "'STRLEN'", StringComparison.Ordinal));

        Assert.Equal([(fragment, "1:22 LUA4002")], Published(server));
    }

    [Fact]
    public void The_definition_of_a_path_is_the_file()
    {
        using var folder = Folder();
        using var server = new TestServer(folder.Path);
        var script = UriOf(folder, "Scripts/One/Get.lua");
        server.Open(script, Script);

        var location = server.At("textDocument/definition", script, 0, 20)!.AsArray().Single()!;

        Assert.Equal(UriOf(folder, "Scripts/shared/size.lua"), (string)location["uri"]!);
    }

    [Fact]
    public void Every_request_is_answered_for_the_own_text()
    {
        using var folder = Folder();
        using var server = new TestServer(folder.Path);
        foreach (var path in (string[])["Scripts/One/Get.lua", "Scripts/shared/size.lua"])
        {
            var (uri, text) = (UriOf(folder, path), folder.Read(path));
            server.Open(uri, text);
            var tokens = server.Whole("textDocument/semanticTokens/full", uri)!["data"]!.AsArray();
            var lines = 0;
            for (var i = 0; i < tokens.Count; i += 5)
            {
                lines += (int)tokens[i]!;
            }

            Assert.InRange(lines, 1, text.Split('\n').Length - 1);
        }

        Assert.Contains("KEYS[1]", server.At("textDocument/hover", UriOf(folder, "Scripts/One/Get.lua"), 3, 24)!.ToJsonString(), StringComparison.Ordinal);
    }

    private static TestFolder Folder() => new TestFolder()
        .Write("luagen.json", "{}").Write("Scripts/One/Get.lua", Script).Write("Scripts/shared/size.lua", Fragment);

    private static string UriOf(TestFolder folder, string path) => new Uri(folder.Full(path)).AbsoluteUri;

    private static void Change(TestServer server, string uri, int version, string text) => server.Notify("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version },
        ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
    });

    private static (string Uri, string Place)[] Published(TestServer server) =>
    [
        .. server.Idle().Where(message => (string?)message["method"] == "textDocument/publishDiagnostics").SelectMany(message => message["params"]!["diagnostics"]!.AsArray()
            .Select(diagnostic => ((string)message["params"]!["uri"]!, $"{diagnostic!["range"]!["start"]!["line"]}:{diagnostic["range"]!["start"]!["character"]} {diagnostic["code"]}"))),
    ];
}
