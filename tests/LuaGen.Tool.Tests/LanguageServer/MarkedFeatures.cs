using System.Text;
using System.Text.Json.Nodes;
using LuaGen.Tool.LanguageServer.Features.SemanticTokens;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>Asks the server for what a marker is about, and writes the answer on one line.</summary>
internal sealed class MarkedFeatures
{
    private const int Shown = 5;

    private readonly TestServer _server;
    private readonly string _uri;
    private readonly string[] _lines;

    public MarkedFeatures(TestServer server, string uri, string text)
    {
        (_server, _uri, _lines) = (server, uri, text.Split('\n'));
        server.Open(uri, text);
    }

    public static IReadOnlyList<string> Kinds { get; } =
    [
        "actions", "complete", "definition", "diagnostics", "folding", "hints", "highlight", "hover", "references", "rename", "signature", "symbols", "tokens",
    ];

    public string At(Marker marker) => marker.Kind switch
    {
        "hover" => Condensed(Ask("hover", marker)?["contents"]?["value"]),
        "complete" => string.Join(", ", Items(Ask("completion", marker)?["items"]).Take(Shown).Select(item => $"{item["label"]}")),
        "signature" => Signature(Ask("signatureHelp", marker)),
        "definition" => Places(Ask("definition", marker)),
        "references" => Places(Ask("references", marker)),
        "highlight" => string.Join(" ", Items(Ask("documentHighlight", marker)).Select(each => Place(each["range"]) + (each["kind"]!.GetValue<int>() == 3 ? "w" : "r"))),
        "rename" => Rename(marker),
        "actions" => string.Join(", ", Actions(marker).Select(action => $"{action["title"]}")),
        "hints" => string.Join(" ", Hints(marker).Select(hint => $"{hint["position"]!["character"]}:{hint["label"]}")),
        "tokens" => string.Join(" ", Tokens().Where(token => token.Line == marker.Line).Select(token => $"{_lines[token.Line].Substring(token.Character, token.Length)}={token.Type}")),
        "symbols" => string.Join(", ", Items(_server.Whole("textDocument/documentSymbol", _uri)).Select(Symbol)),
        "folding" => string.Join(" ", Items(_server.Whole("textDocument/foldingRange", _uri)).Select(fold => $"{fold["startLine"]}-{fold["endLine"]}{(fold["kind"] is null ? "" : "c")}")),
        "diagnostics" => string.Join(" ", Items(_server.Whole("textDocument/diagnostic", _uri)?["items"]).Select(each => $"{Place(each["range"])}={each["code"]}")),
        _ => throw new InvalidOperationException($"'{marker.Kind}' is not a feature."),
    };

    private JsonNode? Ask(string feature, Marker marker, params (string, JsonNode)[] more) => _server.At("textDocument/" + feature, _uri, marker.Line, marker.Column, more);

    private static IEnumerable<JsonNode> Items(JsonNode? list) => (list as JsonArray ?? []).Select(item => item!);

    /// <summary>Markdown on one line: the code, then the text.</summary>
    private static string Condensed(JsonNode? markdown)
    {
        var text = ((string?)markdown ?? "").Replace("```lua\n", "", StringComparison.Ordinal).Replace("\n```", "", StringComparison.Ordinal);
        return string.Join(" / ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Signature(JsonNode? help)
    {
        if (help?["signatures"]?[0] is not { } signature)
        {
            return "";
        }

        var label = new StringBuilder((string)signature["label"]!);
        var active = help["activeParameter"]!.GetValue<int>();
        if (signature["parameters"] is JsonArray parts && active < parts.Count && parts[active]!["label"] is JsonArray place)
        {
            label.Insert(place[1]!.GetValue<int>(), '»').Insert(place[0]!.GetValue<int>(), '«');
        }

        return $"{label} / {signature["documentation"]?["value"]}";
    }

    private static string Places(JsonNode? locations) => string.Join(" ", Items(locations).Select(location => Place(location["range"])));

    private static string Place(JsonNode? range) => $"{range!["start"]!["line"]}:{range["start"]!["character"]}";

    private string Rename(Marker marker)
    {
        var answer = Ask("rename", marker, ("newName", JsonValue.Create(marker.Argument)!));
        return answer is JsonValue refusal ? (string)refusal! : string.Join(" ", Items(answer?["changes"]?[_uri]).Select(edit => Place(edit["range"])));
    }

    private IEnumerable<JsonNode> Actions(Marker marker)
    {
        JsonObject Position() => new() { ["line"] = marker.Line, ["character"] = marker.Column };
        return Items(_server.Request("textDocument/codeAction", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = _uri },
            ["range"] = new JsonObject { ["start"] = Position(), ["end"] = Position() },
            ["context"] = new JsonObject { ["diagnostics"] = new JsonArray() },
        }));
    }

    private IEnumerable<JsonNode> Hints(Marker marker) => Items(_server.Request("textDocument/inlayHint", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = _uri },
        ["range"] = new JsonObject
        {
            ["start"] = new JsonObject { ["line"] = marker.Line, ["character"] = 0 },
            ["end"] = new JsonObject { ["line"] = marker.Line, ["character"] = 10_000 },
        },
    }));

    private static string Symbol(JsonNode symbol)
    {
        var children = Items(symbol["children"]).Select(Symbol).ToList();
        return $"{symbol["name"]}{(children.Count > 0 ? $" {{ {string.Join(", ", children)} }}" : "")}";
    }

    private List<(int Line, int Character, int Length, string Type)> Tokens()
    {
        var data = Items(_server.Whole("textDocument/semanticTokens/full", _uri)?["data"]).Select(number => number.GetValue<int>()).ToArray();
        var tokens = new List<(int, int, int, string)>();
        var (line, character) = (0, 0);
        for (var i = 0; i < data.Length; i += 5)
        {
            (line, character) = (line + data[i], data[i] == 0 ? character + data[i + 1] : data[i + 1]);
            tokens.Add((line, character, data[i + 2], SemanticTokensFeature.Options.Legend.TokenTypes[data[i + 3]]));
        }

        return tokens;
    }
}
