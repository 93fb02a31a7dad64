using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LuaGen.Tool.LanguageServer.Features;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>The server as editors meet it: a process, over standard input and output.</summary>
public sealed class SessionTests
{
    private const string Script = """
        -- KEYS[1] stock
        -- ARGV[1] quantity: int
        -- RETURNS long
        local left = redis.call('GET', KEYS[1])
        return redis.call('DECRBY', KEYS[1], ARGV[1])
        """;

    [Fact]
    public async Task Every_request_is_answered()
    {
        using var folder = new TestFolder().Write("Take.lua", Script);
        await using var session = await LspSession.StartAsync(folder.Path);
        var uri = new Uri(folder.Full("Take.lua")).AbsoluteUri;
        session.Open(uri, Script);

        foreach (var method in RequestTable.Methods)
        {
            var parameters = LspSession.At(uri, 3, 7, ("newName", "rest"), ("context", new JsonObject { ["diagnostics"] = new JsonArray(), ["includeDeclaration"] = true }), ("range", new JsonObject
            {
                ["start"] = new JsonObject { ["line"] = 0, ["character"] = 0 },
                ["end"] = new JsonObject { ["line"] = 4, ["character"] = 10 },
            }));
            var result = await session.RequestAsync(method, parameters);

            // The cursor is on a local that no call surrounds.
            Assert.Equal(method == "textDocument/signatureHelp", result is null);
        }

        Assert.Equal(0, await session.EndAsync());
    }

    [Fact]
    public async Task Diagnostics_follow_the_edits()
    {
        using var folder = new TestFolder();
        await using var session = await LspSession.StartAsync(folder.Path);
        var uri = new Uri(folder.Full("Take.lua")).AbsoluteUri;

        session.Open(uri, "return redis.call('GTE', KEYS[1])\n");
        Assert.Contains("0:18 LUA4001", await session.DiagnosticsAsync(uri, 1));
        session.Change(uri, 2, LspSession.Edit(0, 19, 0, 22, "GET"));
        Assert.DoesNotContain("0:18 LUA4001", await session.DiagnosticsAsync(uri, 2));

        // Changes of one message apply one after the other; a text without a range replaces everything.
        session.Change(uri, 3, new JsonObject { ["text"] = "\n\n" }, LspSession.Edit(1, 0, 1, 0, "return redis.call('GTE', KEYS[1])"), LspSession.Edit(0, 0, 0, 0, "--\n"));
        Assert.Contains("2:18 LUA4001", await session.DiagnosticsAsync(uri, 3));

        session.Notify("textDocument/didClose", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });
        Assert.Empty(await session.DiagnosticsAsync(uri, null));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Positions_are_UTF16_whatever_the_line_ends_are(string lineEnd)
    {
        using var folder = new TestFolder();
        await using var session = await LspSession.StartAsync(folder.Path);
        var uri = new Uri(folder.Full("Emoji.lua")).AbsoluteUri;

        // The emoji are two code units each, the umlaut one.
        session.Open(uri, $"local a = 'ü😀😀'{lineEnd}return '😀' .. redis.call('GTE', KEYS[1], a)");
        Assert.Contains("1:26 LUA4001", await session.DiagnosticsAsync(uri, 1));

        session.Change(uri, 2, LspSession.Edit(0, 12, 0, 16, "x"), LspSession.Edit(1, 8, 1, 10, ""));
        Assert.Contains("1:24 LUA4001", await session.DiagnosticsAsync(uri, 2));
        var hover = await session.AtAsync("textDocument/hover", uri, 0, 6);
        Assert.Contains("string 'üx'", (string)hover!["contents"]!["value"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_version_and_positions_outside_of_the_text_do_no_harm()
    {
        using var folder = new TestFolder();
        await using var session = await LspSession.StartAsync(folder.Path);
        var uri = new Uri(folder.Full("Take.lua")).AbsoluteUri;
        session.Open(uri, "return KEYS[1]", version: 5);

        session.Change(uri, 4, LspSession.Edit(0, 0, 0, 6, "broken"));
        var complaint = await session.MessageAsync(message => (string?)message["method"] == "window/logMessage");
        session.Change(uri, 6, LspSession.Edit(7, 3, 90, 2, "\nreturn 2"), LspSession.Edit(0, 6, 0, 10_000, " KEYS[2]"));

        Assert.Contains("version 4", (string)complaint["params"]!["message"]!, StringComparison.Ordinal);
        Assert.Contains("1:0 LUA1001", await session.DiagnosticsAsync(uri, 6));
        Assert.Null(await session.AtAsync("textDocument/hover", uri, 99, 99));
    }

    [Fact]
    public async Task Malformed_messages_cost_themselves_alone()
    {
        using var folder = new TestFolder();
        await using var session = await LspSession.StartAsync(folder.Path);

        session.WriteRaw("Content-Length: 5\r\n\r\n{{{{{");
        Assert.Equal(-32700, await CodeAsync(session, null));
        session.WriteRaw("Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n[]");
        Assert.Equal(-32700, await CodeAsync(session, null));
        session.WriteRaw("Content-Length: many\r\n\r\n");
        Assert.Equal(-32700, await CodeAsync(session, null));

        Assert.Equal(-32601, await CodeAsync(session, session.Send("textDocument/unheardOf", new JsonObject())));
        Assert.Equal(-32602, await CodeAsync(session, session.Send("textDocument/hover", new JsonObject { ["position"] = "here" })));
        Assert.Equal(-32602, await CodeAsync(session, session.Send("textDocument/hover", null)));
        Assert.Equal(-32602, await CodeAsync(session, session.Send("textDocument/hover", LspSession.At("file:///never-opened.lua", 0, 0))));
        session.Notify("textDocument/didChange", new JsonObject { ["textDocument"] = 3 });
        session.Notify("$/unheardOf", new JsonObject());

        var uri = new Uri(folder.Full("Take.lua")).AbsoluteUri;
        session.Open(uri, Script);
        Assert.NotNull(await session.AtAsync("textDocument/hover", uri, 3, 7));
        Assert.Equal(0, await session.EndAsync());
    }

    [Fact]
    public async Task A_cancelled_request_says_so_and_the_next_one_is_answered()
    {
        using var folder = new TestFolder();
        await using var session = await LspSession.StartAsync(folder.Path);
        var uri = new Uri(folder.Full("Large.lua")).AbsoluteUri;

        // A request that waits for a long analysis, and one behind it that is cancelled before it starts.
        session.Open(uri, Large(1 << 18));
        var first = session.Send("textDocument/semanticTokens/full", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });
        var second = session.Send("textDocument/hover", LspSession.At(uri, 3, 7));
        session.Notify("$/cancelRequest", new JsonObject { ["id"] = second });
        session.Notify("$/cancelRequest", new JsonObject { ["id"] = 999 });

        Assert.NotNull((await session.AnswerAsync(first))["result"]);
        Assert.Equal(-32800, await CodeAsync(session, second));
        Assert.NotNull(await session.AtAsync("textDocument/documentSymbol", uri, 0, 0));
    }

    [Fact]
    public async Task Two_megabytes_are_a_script_like_any_other()
    {
        using var folder = new TestFolder();
        await using var session = await LspSession.StartAsync(folder.Path);
        var uri = new Uri(folder.Full("Large.lua")).AbsoluteUri;
        var text = Large(2 << 20);
        var lines = text.Split('\n').Length;

        session.Open(uri, text);
        Assert.DoesNotContain("LUA4001", string.Join(' ', await session.DiagnosticsAsync(uri, 1)), StringComparison.Ordinal);
        session.Change(uri, 2, LspSession.Edit(lines - 1, 0, lines - 1, 0, "redis.call('GTE', KEYS[1])\n"));
        Assert.Contains($"{lines - 1}:11 LUA4001", await session.DiagnosticsAsync(uri, 2));
        Assert.Contains("GET", ((JsonArray)(await session.AtAsync("textDocument/completion", uri, lines - 1, 13))!["items"]!).Select(item => (string?)item!["label"]).Take(5));
    }

    [Fact]
    public async Task Requests_before_initialize_and_after_shutdown_are_refused()
    {
        using var folder = new TestFolder();
        await using var session = LspSession.Start(folder.Path);

        Assert.Equal(-32002, await CodeAsync(session, session.Send("textDocument/hover", LspSession.At("file:///a.lua", 0, 0))));
        await session.RequestAsync("initialize", new JsonObject { ["capabilities"] = new JsonObject() });
        Assert.Equal(-32600, await CodeAsync(session, session.Send("initialize", new JsonObject())));
        await session.RequestAsync("shutdown", null);
        Assert.Equal(-32600, await CodeAsync(session, session.Send("textDocument/hover", LspSession.At("file:///a.lua", 0, 0))));
        session.Notify("exit", null);
        Assert.Equal(0, await session.ExitAsync());
    }

    [Fact]
    public async Task The_server_ends_with_its_client()
    {
        using var folder = new TestFolder();
        await using var closed = await LspSession.StartAsync(folder.Path);
        closed.CloseInput();
        Assert.Equal(1, await closed.ExitAsync());

        await using var hasty = await LspSession.StartAsync(folder.Path);
        hasty.Notify("exit", null);
        Assert.Equal(1, await hasty.ExitAsync());
    }

    [Fact]
    public async Task Settings_are_those_of_the_project_and_are_read_again()
    {
        // EXPIRETIME came with 7.0.
        const string Newer = "-- KEYS[1] key\n-- RETURNS long\nreturn redis.call('EXPIRETIME', KEYS[1])\n";
        using var folder = new TestFolder().Write("luagen.json", """{ "servers": "redis 6.2" }""").Write("Expiry.lua", Newer);
        await using var session = await LspSession.StartAsync(folder.Path, watchesFiles: true);
        var registration = await session.MessageAsync(message => (string?)message["method"] == "client/registerCapability");
        Assert.Contains("luagen.json", registration.ToJsonString(), StringComparison.Ordinal);
        var uri = new Uri(folder.Full("Expiry.lua")).AbsoluteUri;

        session.Open(uri, Newer);
        Assert.Contains("2:18 LUA4007", await session.DiagnosticsAsync(uri, 1));
        folder.Write("luagen.json", """{ "servers": "redis 7.2" }""");
        File.SetLastWriteTimeUtc(folder.Full("luagen.json"), DateTime.UtcNow.AddMinutes(1));
        session.Notify("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray() });
        Assert.DoesNotContain("2:18 LUA4007", await session.DiagnosticsAsync(uri, 1, found => !found.Contains("2:18 LUA4007")));

        folder.Write("luagen.json", """{ "servers": 7 }""");
        File.SetLastWriteTimeUtc(folder.Full("luagen.json"), DateTime.UtcNow.AddMinutes(2));
        session.Notify("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray() });
        var problem = await session.MessageAsync(message => (string?)message["method"] == "window/showMessage");
        Assert.Contains("luagen.json(1,14)", (string)problem["params"]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_another_file_has_is_reported()
    {
        const string Text = "-- KEYS[1] key\n-- @name Same\n-- RETURNS string?\nreturn redis.call('GET', KEYS[1])\n";
        using var folder = new TestFolder().Write("Scripts/One.lua", Text).Write("Scripts/Two.lua", Text);
        await using var session = await LspSession.StartAsync(folder.Path);
        var uri = new Uri(folder.Full("Scripts/Two.lua")).AbsoluteUri;

        session.Open(uri, Text);

        Assert.NotEmpty(await session.DiagnosticsAsync(uri, 1, found => found.Any(each => each.EndsWith(" LUA2009", StringComparison.Ordinal))));
    }

    private static string Large(int length)
    {
        var text = new StringBuilder("-- KEYS[1] key\n-- RETURNS result\n");
        for (var i = 0; text.Length < length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"do local value = redis.call('GET', KEYS[1]) if value == '{i}' then redis.call('SET', KEYS[1], value .. 'x', 'EX', 10) end end\n");
        }

        return text.ToString();
    }

    private static async Task<int?> CodeAsync(LspSession session, int? id)
    {
        var answer = id is { } known ? await session.AnswerAsync(known) : await session.MessageAsync(message => message["error"] is not null && message["id"] is null);
        return answer["error"]?["code"]?.GetValue<int>();
    }
}
