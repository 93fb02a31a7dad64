using System.Text.Json;

namespace LuaGen.Tool.Tests.Formats;

/// <summary>The published schema of <c>luagen.json</c> names the settings that the tool reads, and no other.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string> Settings => [.. Properties().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_of_the_schema_is_read(string name)
    {
        var schema = Properties().Single(property => property.Name == name).Value;
        var value = schema.GetProperty("type").GetString() == "boolean" ? "true"
            : schema.TryGetProperty("examples", out var examples) ? examples[0].GetRawText()
            : "\"A\"";
        using var folder = new TestFolder().Write("luagen.json", $"{{ \"{name}\": {value} }}").Write("A.lua", "return 1");

        Assert.Equal((0, ""), folder.Check() is var result ? (result.ExitCode, result.Error) : default);
    }

    [Fact]
    public void The_schema_has_every_setting_that_the_tool_reads()
    {
        using var folder = new TestFolder().Write("luagen.json", "{ \"?????????????????\": 1 }").Write("A.lua", "return 1");

        Assert.EndsWith($"write one of {string.Join(", ", Properties().Select(property => property.Name))}\n", folder.Check().Error, StringComparison.Ordinal);
    }

    private static JsonProperty[] Properties() =>
        [.. JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "luagen.schema.json"))).RootElement.GetProperty("properties").EnumerateObject()];
}
