using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>The built tool as a process, talked to over its standard input and output as an editor does.</summary>
internal sealed class LspSession : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Channel<JsonNode> _messages = Channel.CreateUnbounded<JsonNode>();
    private readonly List<JsonNode> _seen = [];
    private int _id;

    private LspSession(Process process)
    {
        _process = process;
        var reader = new FramedReader(process.StandardOutput.BaseStream);
        _ = Task.Run(() =>
        {
            while (reader.Read() is { } body)
            {
                _messages.Writer.TryWrite(JsonNode.Parse(body)!);
            }

            _messages.Writer.Complete();
        });
    }

    /// <summary>Starts the tool in a folder, and initializes it.</summary>
    public static async Task<LspSession> StartAsync(string folder, bool watchesFiles = false)
    {
        var session = Start(folder);
        var capabilities = new JsonObject { ["workspace"] = new JsonObject { ["didChangeWatchedFiles"] = new JsonObject { ["dynamicRegistration"] = watchesFiles } } };
        await session.RequestAsync("initialize", new JsonObject { ["processId"] = null, ["rootUri"] = new Uri(folder).AbsoluteUri, ["capabilities"] = capabilities });
        session.Notify("initialized", new JsonObject());
        return session;
    }

    public static LspSession Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "luagen.dll"), "lsp", "--stdio"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new LspSession(Process.Start(start)!);
    }

    /// <summary>Sends a request without waiting for its answer; returns its id.</summary>
    public int Send(string method, JsonNode? parameters)
    {
        var id = ++_id;
        Write(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        return id;
    }

    public void Notify(string method, JsonNode? parameters) => Write(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    /// <summary>The whole answer to a request.</summary>
    public Task<JsonNode> AnswerAsync(int id) => MessageAsync(message => message["method"] is null && message["id"]?.GetValue<int>() == id);

    /// <summary>The result of a request.</summary>
    public async Task<JsonNode?> RequestAsync(string method, JsonNode? parameters)
    {
        var answer = await AnswerAsync(Send(method, parameters));
        Assert.True(answer["error"] is null, $"{method}: {answer["error"]}");
        return answer["result"];
    }

    public Task<JsonNode?> AtAsync(string method, string uri, int line, int character, params (string Name, JsonNode Value)[] more) => RequestAsync(method, At(uri, line, character, more));

    public static JsonObject At(string uri, int line, int character, params (string Name, JsonNode Value)[] more)
    {
        var parameters = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = new JsonObject { ["line"] = line, ["character"] = character } };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return parameters;
    }

    public void Open(string uri, string text, int version = 1) => Notify("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "lua", ["version"] = version, ["text"] = text },
    });

    public void Change(string uri, int version, params JsonNode[] changes) => Notify("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version },
        ["contentChanges"] = new JsonArray([.. changes]),
    });

    public static JsonObject Edit(int startLine, int start, int endLine, int end, string text) => new()
    {
        ["range"] = new JsonObject
        {
            ["start"] = new JsonObject { ["line"] = startLine, ["character"] = start },
            ["end"] = new JsonObject { ["line"] = endLine, ["character"] = end },
        },
        ["text"] = text,
    };

    /// <summary>The diagnostics of a version of a document, as <c>line:character id</c>; waits until they come.</summary>
    public async Task<string[]> DiagnosticsAsync(string uri, int? version, Predicate<string[]>? isWanted = null)
    {
        string[] found = [];
        await MessageAsync(message =>
        {
            if ((string?)message["method"] != "textDocument/publishDiagnostics" || (string?)message["params"]!["uri"] != uri || (int?)message["params"]!["version"] != version)
            {
                return false;
            }

            found = [.. ((JsonArray)message["params"]!["diagnostics"]!).Select(each => $"{each!["range"]!["start"]!["line"]}:{each["range"]!["start"]!["character"]} {each["code"]}")];
            return isWanted?.Invoke(found) != false;
        });
        return found;
    }

    /// <summary>The first message that is wanted and was not taken before.</summary>
    public async Task<JsonNode> MessageAsync(Predicate<JsonNode> isWanted)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            if (_seen.Find(isWanted) is { } message)
            {
                _seen.Remove(message);
                return message;
            }

            _seen.Add(await _messages.Reader.ReadAsync(limit.Token));
        }
    }

    /// <summary>Writes bytes as they are.</summary>
    public void WriteRaw(string bytes)
    {
        _process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(bytes));
        _process.StandardInput.BaseStream.Flush();
    }

    /// <summary>Ends the session as an editor does; returns the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await RequestAsync("shutdown", null);
        Notify("exit", null);
        return await ExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void CloseInput() => _process.StandardInput.Close();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Write(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        var stream = _process.StandardInput.BaseStream;
        stream.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
        stream.Write(body);
        stream.Flush();
    }
}
