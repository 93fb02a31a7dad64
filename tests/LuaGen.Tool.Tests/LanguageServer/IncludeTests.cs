using System.Text.Json.Nodes;
using LuaGen.Tool.LanguageServer;
using LuaGen.Tool.LanguageServer.Protocol;

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

    [Fact]
    public void Names_of_included_files_are_shown_in_the_script()
    {
        using var folder = Folder();
        using var server = new TestServer(folder.Path);
        var (script, fragment) = (UriOf(folder, "Scripts/One/Get.lua"), UriOf(folder, "Scripts/shared/size.lua"));
        server.Open(script, Script);
        server.Open(fragment, "-- The bytes of a value.\n" + Fragment);

        var hover = (string)server.At("textDocument/hover", script, 4, 9)!["contents"]!["value"]!;
        Assert.Equal("```lua\nlocal function size(key)\n```\n\nThe bytes of a value.\n\nFrom `Scripts/shared/size.lua`.", hover);

        var definition = server.At("textDocument/definition", script, 4, 9)!.AsArray().Single()!;
        Assert.Equal((fragment, "1:15"), ((string)definition["uri"]!, Start(definition)));

        var references = server.At("textDocument/references", script, 4, 9)!.AsArray();
        Assert.Equal([(fragment, "1:15"), (script, "4:7")], references.Select(each => ((string)each!["uri"]!, Start(each))));

        Assert.StartsWith("error: 'size' is also in 'Scripts/shared/size.lua'", (string)server.At("textDocument/rename", script, 4, 9, ("newName", "length"))!, StringComparison.Ordinal);
        Assert.Equal("size(key)", (string)server.At("textDocument/signatureHelp", script, 4, 12)!["signatures"]![0]!["label"]!);
    }

    [Fact]
    public void A_name_of_an_included_file_is_found_in_the_scripts_that_include_it()
    {
        using var folder = Folder();
        folder.Write("Scripts/Two/Get.lua", "local rcall = redis.call\n" + Script.Replace("-- @include", "local one = 1\n-- @include", StringComparison.Ordinal));
        using var server = new TestServer(folder.Path);
        var (one, two, fragment) = (UriOf(folder, "Scripts/One/Get.lua"), UriOf(folder, "Scripts/Two/Get.lua"), UriOf(folder, "Scripts/shared/size.lua"));
        server.Open(fragment, Fragment.Replace("redis.call(", "rcall(", StringComparison.Ordinal));

        var references = server.At("textDocument/references", fragment, 0, 16)!.AsArray().Select(each => ((string)each!["uri"]!, Start(each)));
        Assert.Equal([(fragment, "0:15"), (one, "4:7"), (two, "6:7")], references);
        Assert.StartsWith("error: 'size' is also in 'Scripts/One/Get.lua', which includes this file", (string)server.At("textDocument/rename", fragment, 0, 16, ("newName", "length"))!, StringComparison.Ordinal);

        // A parameter is only here, and a name that looks like a global is a local of a script.
        Assert.NotNull(server.At("textDocument/rename", fragment, 0, 20, ("newName", "name"))!["changes"]![fragment]);
        var definition = server.At("textDocument/definition", fragment, 1, 13)!.AsArray().Single()!;
        Assert.Equal((two, "0:6"), ((string)definition["uri"]!, Start(definition)));
    }

    [Fact]
    public void Names_of_included_files_complete_a_script_that_does_not_parse()
    {
        using var folder = Folder();
        using var server = new TestServer(folder.Path);
        var (script, fragment) = (UriOf(folder, "Scripts/One/Get.lua"), UriOf(folder, "Scripts/shared/size.lua"));
        server.Open(script, Script.Replace("return size(KEYS[1])", "if si", StringComparison.Ordinal));
        var item = Assert.Single(Labelled(server, script, "size"));
        Assert.Equal((2, "4:3"), ((int)item["kind"]!, Start(item["textEdit"]!)));
        Assert.Contains("local function size(key)", (string)item["documentation"]!["value"]!, StringComparison.Ordinal);

        // The text of the editor counts as soon as it changes.
        server.Open(fragment, Fragment.Replace("size", "sized", StringComparison.Ordinal));
        Assert.Single(Labelled(server, script, "sized"));
        Assert.Empty(Labelled(server, script, "size"));
    }

    [Fact]
    public void A_name_of_a_file_that_is_not_known_is_not_taken_for_a_global()
    {
        using var folder = Folder();
        using var server = new TestServer(folder.Path);
        var (script, fragment) = (UriOf(folder, "Scripts/One/Get.lua"), UriOf(folder, "Scripts/shared/size.lua"));
        server.Open(script, "-- @include \"../shared/none\"\n" + Script.Replace("return size", "return none", StringComparison.Ordinal));
        server.Open(fragment, "local function size(key)\n    return rcall('STRLEN', key)\nend\n");

        foreach (var (uri, line, character) in new[] { (script, 5, 9), (fragment, 1, 13) })
        {
            Assert.Null(server.At("textDocument/hover", uri, line, character));
            Assert.StartsWith("error: There is nothing to rename here", (string)server.At("textDocument/rename", uri, line, character, ("newName", "length"))!, StringComparison.Ordinal);
        }

        server.Open(script, Script.Replace("size(", "none(", StringComparison.Ordinal), 2);
        Assert.Contains("No server provides this global", server.At("textDocument/hover", script, 4, 9)!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_composed_once_for_all_requests()
    {
        using var folder = Folder();
        var workspace = new Workspace(folder.Path);
        var path = folder.Full("Scripts/One/Get.lua");
        workspace.Open(new TextDocumentItem(new Uri(path).AbsoluteUri, "lua", 1, Script));
        var view = workspace.ViewOf(workspace.Documents.Single(), CancellationToken.None);
        var whole = view.Whole(CancellationToken.None);

        Assert.Same(view.Checked, whole.Analysis);
        Assert.Same(whole, view.Whole(CancellationToken.None));
        Assert.Same(view, workspace.ViewOf(workspace.Documents.Single(), CancellationToken.None));

        workspace.Open(new TextDocumentItem(new Uri(path).AbsoluteUri, "lua", 2, Script + "("));
        var broken = workspace.ViewOf(workspace.Documents.Single(), CancellationToken.None);
        Assert.Null(broken.Checked.Composed);
        Assert.NotNull(broken.Whole(CancellationToken.None).Analysis.Composed);
        Assert.Same(broken.Whole(CancellationToken.None), broken.Whole(CancellationToken.None));
    }

    private static IEnumerable<JsonNode> Labelled(TestServer server, string uri, string label) =>
        server.At("textDocument/completion", uri, 4, 5)!["items"]!.AsArray().Where(item => (string)item!["label"]! == label).Select(item => item!);

    private static string Start(JsonNode place) => $"{place["range"]!["start"]!["line"]}:{place["range"]!["start"]!["character"]}";

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
