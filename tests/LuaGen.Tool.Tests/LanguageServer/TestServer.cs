using System.Text;
using System.Text.Json.Nodes;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>A language server in this process, to which messages are handed one at a time.</summary>
internal sealed class TestServer : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly Tool.LanguageServer.LanguageServer _server;
    private int _id;

    public TestServer(string directory)
    {
        _server = new Tool.LanguageServer.LanguageServer(_output, directory);
        Request("initialize", new JsonObject { ["capabilities"] = new JsonObject() });
    }

    /// <summary>The result; the error's message as a string after "error: " if there is none.</summary>
    public JsonNode? Request(string method, JsonNode parameters)
    {
        var id = ++_id;
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        var answer = Messages().Single(message => message["id"]?.GetValue<int>() == id);
        return answer["error"] is { } error ? JsonValue.Create("error: " + error["message"]) : answer["result"];
    }

    public void Notify(string method, JsonNode parameters) => Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    public void Open(string uri, string text, int version = 1) => Notify("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "lua", ["version"] = version, ["text"] = text },
    });

    public JsonNode? At(string method, string uri, int line, int character, params (string Name, JsonNode Value)[] more)
    {
        var parameters = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = new JsonObject { ["line"] = line, ["character"] = character } };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return Request(method, parameters);
    }

    public JsonNode? Whole(string method, string uri) => Request(method, new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });

    /// <summary>Does all that can wait, and returns what was published.</summary>
    public IReadOnlyList<JsonNode> Idle()
    {
        _output.SetLength(0);
        while (_server.HasIdleWork)
        {
            _server.WorkWhileIdle(CancellationToken.None);
        }

        return Messages();
    }

    /// <summary>The messages since the last request.</summary>
    public IReadOnlyList<JsonNode> Messages()
    {
        _output.Position = 0;
        var reader = new FramedReader(_output);
        var messages = new List<JsonNode>();
        while (reader.Read() is { } body)
        {
            messages.Add(JsonNode.Parse(body)!);
        }

        return messages;
    }

    public void Dispose() => _output.Dispose();

    private void Send(JsonObject message)
    {
        _output.SetLength(0);
        using var parsed = IncomingMessage.Parse(Encoding.UTF8.GetBytes(message.ToJsonString()));
        _server.Handle(parsed);
    }
}
