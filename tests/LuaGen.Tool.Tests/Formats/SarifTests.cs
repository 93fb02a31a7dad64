using System.Text.Json;

namespace LuaGen.Tool.Tests.Formats;

/// <summary>What the schema of SARIF 2.1.0 requires of the parts that are written, and what readers make of them.</summary>
public sealed class SarifTests
{
    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    [Theory]
    [InlineData("return redis.call('GTE', KEYS[1]", true)]
    [InlineData("-- KEYS[1] key\n-- RETURNS string?\n-- @readonly\nreturn redis.call('GET', KEYS[1])", false)]
    public void The_log_has_the_shape_of_the_standard(string script, bool hasResults)
    {
        using var folder = new TestFolder().Write("Scripts/with space/100%.lua", script);

        using var log = JsonDocument.Parse(folder.Check("--format", "sarif").Output);

        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        Assert.True(Uri.IsWellFormedUriString(log.RootElement.GetProperty("$schema").GetString(), UriKind.Absolute));
        var run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray().ToArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.NotEqual("", driver.GetProperty("name").GetString());
        Assert.Matches("^[0-9]+[.][0-9]+[.][0-9]+", driver.GetProperty("semanticVersion").GetString()!);
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToArray();
        Assert.Distinct(rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, HasTheShapeOfARule);
        var results = run.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(hasResults, results.Length > 0);
        Assert.All(results, result => HasTheShapeOfAResult(result, rules));
    }

    private static void HasTheShapeOfARule(JsonElement rule)
    {
        Assert.NotEqual("", rule.GetProperty("shortDescription").GetProperty("text").GetString());
        Assert.True(Uri.IsWellFormedUriString(rule.GetProperty("helpUri").GetString(), UriKind.Absolute));
        Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), Levels);
    }

    private static void HasTheShapeOfAResult(JsonElement result, JsonElement[] rules)
    {
        Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Contains(result.GetProperty("level").GetString(), Levels);
        Assert.NotEqual("", result.GetProperty("message").GetProperty("text").GetString());
        var place = Assert.Single(result.GetProperty("locations").EnumerateArray().ToArray()).GetProperty("physicalLocation");
        Assert.Equal("Scripts/with%20space/100%25.lua", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        var region = place.GetProperty("region");
        var (line, column) = (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32());
        var (endLine, endColumn) = (region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32());
        Assert.True(line >= 1 && column >= 1);
        Assert.True(endLine > line || (endLine == line && endColumn >= column));
    }
}
