using System.Globalization;
using System.Text.Json.Nodes;
using LuaGen.Tool.LanguageServer.Features;
using Xunit.Abstractions;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>
/// Random edits of real scripts, with requests in between: nothing fails, and what the server says afterwards is what a server
/// says that opens the text for the first time. <c>LUAGEN_FUZZ_SECONDS</c> sets the duration, <c>LUAGEN_SEED</c> the start.
/// </summary>
public sealed class EditFuzzTests(ITestOutputHelper output)
{
    private const string Uri = "file:///Scripts/Script.lua";

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(Setting("LUAGEN_FUZZ_SECONDS", 4) / 2.0);

    private static readonly string[] Pieces =
    [
        "redis.call('", "'", "\"", "KEYS[1]", "ARGV[", "]", "(", ")", "end", "if x then ", "function(a) ", "local x = ", "\n", "\r\n", "\r", "--", "--[[", "]]", "-- KEYS[1] name\n", "-- ARGV[1] n: int\n", "-- RETURNS long\n",
        "#!lua name=x\n", "😀", "ü", "\uD83D", "\0", ", ", " .. ", "'SET', ", "redis.", "::", "@include \"x\"", "-- luagen: disable LUA4001\n", "return ", "{", "}", "[=[", "1e", "\\", "\t", "@name",
    ];

    private const string Library = """
        #!lua name=stock
        local function left(stock) return tonumber(redis.call('GET', stock) or 0) end
        local lib = {}
        -- KEYS[1] stock
        -- ARGV[1] quantity: int
        -- RETURNS long
        function lib.take(keys, args)
            if left(keys[1]) < tonumber(args[1]) then return -1 end
            return redis.call('DECRBY', keys[1], args[1])
        end
        redis.register_function('take', lib.take)
        redis.register_function{ function_name = 'left', callback = function(names) return left(names[1]) end, flags = { 'no-writes' } }
        """;

    [Fact]
    public void Edits_leave_the_state_that_a_fresh_server_has()
    {
        var scripts = Directory.GetFiles(Repository.PathOf("tests", "Corpus"), "*.lua", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).Append(Library).ToArray();
        var seed = Setting("LUAGEN_SEED", Environment.TickCount & 0xFFFF);
        var until = DateTime.UtcNow + Duration;
        var (sessions, edits) = (0, 0);
        do
        {
            edits += Run(scripts, seed++);
            sessions++;
        }
        while (DateTime.UtcNow < until);

        output.WriteLine($"{sessions} sessions with {edits} edits, up to seed {seed - 1}");
        Assert.True(edits > 0);
    }

    private static int Run(string[] scripts, int seed)
    {
        var random = new Random(seed);
        var text = scripts[random.Next(scripts.Length)];
        using var server = new TestServer("/");
        server.Open(Uri, text);
        var edits = random.Next(1, 12);
        for (var version = 2; version < edits + 2; version++)
        {
            text = Edit(server, text, version, random);
            Ask(server, text, random, seed);
        }

        using var fresh = new TestServer("/");
        fresh.Open(Uri, text);
        Assert.True(State(server) == State(fresh), $"LUAGEN_SEED={seed} LUAGEN_FUZZ_SECONDS=0: the state differs from that of a fresh server.");
        return edits;
    }

    /// <summary>Sends one edit, and returns the text that results.</summary>
    private static string Edit(TestServer server, string text, int version, Random random)
    {
        var start = random.Next(text.Length + 1);
        var end = Math.Min(text.Length, start + (random.Next(3) == 0 ? random.Next(40) : 0));
        var piece = random.Next(4) == 0 ? "" : Pieces[random.Next(Pieces.Length)];

        (start, end) = (OffPair(text, start), OffPair(text, end));
        server.Notify("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri, ["version"] = version },
            ["contentChanges"] = new JsonArray(new JsonObject { ["range"] = new JsonObject { ["start"] = At(text, start), ["end"] = At(text, end) }, ["text"] = piece }),
        });
        return string.Concat(text.AsSpan(0, start), Scalars(piece), text.AsSpan(end));
    }

    private static void Ask(TestServer server, string text, Random random, int seed)
    {
        var methods = RequestTable.Methods.ToArray();
        for (var i = 0; i < 3; i++)
        {
            var method = methods[random.Next(methods.Length)];
            var position = At(text, OffPair(text, random.Next(text.Length + 1)));
            var answer = server.Request(method, new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = Uri },
                ["position"] = position,
                ["range"] = new JsonObject { ["start"] = position.DeepClone(), ["end"] = position.DeepClone() },
                ["context"] = new JsonObject { ["diagnostics"] = new JsonArray(), ["includeDeclaration"] = true },
                ["newName"] = "renamed",
            });
            var isRefusal = answer is JsonValue value && value.TryGetValue<string>(out var message) && message.StartsWith("error: ", StringComparison.Ordinal) && method != "textDocument/rename";
            Assert.False(isRefusal, $"LUAGEN_SEED={seed} LUAGEN_FUZZ_SECONDS=0: {method}: {answer}");
        }
    }

    private static string State(TestServer server) => string.Join('\n', new[] { "diagnostic", "semanticTokens/full", "documentSymbol", "foldingRange" }.Select(feature => server.Whole("textDocument/" + feature, Uri)?.ToJsonString()));

    /// <summary>A position between CR and LF does not exist in the protocol, and half a surrogate pair cannot be sent.</summary>
    private static int OffPair(string text, int offset) =>
        offset > 0 && offset < text.Length && ((text[offset - 1] == '\r' && text[offset] == '\n') || char.IsLowSurrogate(text[offset])) ? offset - 1 : offset;

    /// <summary>JSON carries no lone surrogate: what is sent instead is U+FFFD.</summary>
    private static string Scalars(string piece) => piece == "\uD83D" ? "\uFFFD" : piece;

    private static JsonObject At(string text, int offset)
    {
        var (line, start) = (0, 0);
        for (var i = 0; i < offset; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
            {
                (line, start) = (line + 1, i + 1);
            }
        }

        return new JsonObject { ["line"] = line, ["character"] = offset - start };
    }

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : fallback;
}
