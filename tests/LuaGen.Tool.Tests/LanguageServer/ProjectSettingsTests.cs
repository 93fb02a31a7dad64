using System.Text.Json.Nodes;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>The settings of an open script: the build's, those of <c>luagen.json</c>, or the defaults.</summary>
public sealed class ProjectSettingsTests
{
    private const string Script = "-- KEYS[1] key\n-- RETURNS value\nreturn redis.call('GETDEL', KEYS[1])\n";

    [Fact]
    public void A_build_gives_the_settings_and_the_next_build_new_ones()
    {
        using var folder = new TestFolder().Write("App/Scripts/Take.lua", Script).Write("App/obj/luagen.json", Build("6.0"));
        using var server = new TestServer(folder.Path);
        var uri = new Uri(folder.Full("App/Scripts/Take.lua")).AbsoluteUri;
        server.Open(uri, Script);
        Assert.Equal("LUA4007", Codes(server));

        folder.Write("App/obj/luagen.json", Build("6.2"));
        File.SetLastWriteTimeUtc(folder.Full("App/obj/luagen.json"), DateTime.UtcNow.AddMinutes(1));
        server.Notify("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray() });

        Assert.Equal("", Codes(server));
    }

    [Theory]
    [InlineData("App/luagen.json", "LUA4007")]
    [InlineData("App/Scripts/luagen.json", "LUA4007")]
    [InlineData("luagen.json", "LUA4007")]
    [InlineData("Other/luagen.json", "")]
    public void Without_a_build_the_nearest_file_upwards_holds(string settings, string codes)
    {
        using var folder = new TestFolder().Write("App/Scripts/Take.lua", Script).Write(settings, """{ "servers": "redis 6.0" }""");
        using var server = new TestServer(folder.Path);

        server.Open(new Uri(folder.Full("App/Scripts/Take.lua")).AbsoluteUri, Script);

        Assert.Equal(codes, Codes(server));
    }

    [Fact]
    public void A_faulty_file_is_named_and_the_defaults_hold()
    {
        using var folder = new TestFolder().Write("Take.lua", Script).Write("luagen.json", """{ "severs": "redis 6.0" }""");
        using var server = new TestServer(folder.Path);
        server.Open(new Uri(folder.Full("Take.lua")).AbsoluteUri, Script);

        var messages = server.Messages().Concat(server.Idle()).ToList();

        Assert.Contains(messages, message => message.ToJsonString().Contains("luagen.json(1,13)", StringComparison.Ordinal));
        Assert.Contains(messages, message => (string?)message["method"] == "textDocument/publishDiagnostics" && message["params"]!["diagnostics"]!.AsArray().Count == 0);
    }

    private static string Build(string version) => $$"""
        { "properties": { "RootNamespace": "App", "RedisMinServerVersion": "{{version}}" }, "files": [{ "path": "Scripts/Take.lua", "link": "", "class": "" }] }
        """;

    private static string Codes(TestServer server) => string.Join(' ', server.Idle()
        .Single(message => (string?)message["method"] == "textDocument/publishDiagnostics")["params"]!["diagnostics"]!.AsArray()
        .Select(diagnostic => (string)diagnostic!["code"]!));
}
