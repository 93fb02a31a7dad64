using LuaGen.Generator.Reporting;
using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA5060Tests
{
    private const string Types = """
        using System.Collections.Generic;
        using System.Text.Json.Serialization;

        namespace Consumer
        {
            class Named { public string Name { get; set; } }
            class Order : Named
            {
                public long UnitPrice { get; set; }
                [JsonPropertyName("qty")] public int Quantity { get; set; }
                [JsonIgnore] public string Secret { get; set; }
                [JsonInclude] internal string Note { get; set; }
                public Address? Address { get; set; }
                public List<Line> Lines { get; set; }
                public Dictionary<string, Line> ByName { get; set; }
                [JsonConverter(typeof(int))] public Address Odd { get; set; }
                public int total { get; set; }
                public int Total { get; set; }
            }
            record struct Address(string City);
            class Line { public string Sku { get; set; } }
            class Open { public int Id { get; set; } [JsonExtensionData] public Dictionary<string, object> Rest { get; set; } }
            [JsonConverter(typeof(int))] class Own { public int Id { get; set; } }
            [JsonDerivedType(typeof(Circle))] class Shape { public int Id { get; set; } }
            class Circle : Shape { public int id { get; set; } }
            class Node { public Node Next { get; set; } public int Id { get; set; } }
        }
        """;

    [Theory]
    [InlineData("order.unitPrice", "Order", "unitPrice", "UnitPrice", "UnitPrice")]
    [InlineData("order.unit_price", "Order", "unit_price", "UnitPrice", "UnitPrice")]
    [InlineData("order['unitprice']", "Order", "unitprice", "UnitPrice", "UnitPrice")]
    [InlineData("order.name", "Order", "name", "Name", "Name")]
    [InlineData("order.Quantity", "Order", "Quantity", "qty", "Quantity")]
    [InlineData("order.Qty", "Order", "Qty", "qty", "Quantity")]
    [InlineData("order.note", "Order", "note", "Note", "Note")]
    [InlineData("order.Address.city", "Address", "city", "City", "City")]
    [InlineData("order.Lines[1].sku", "Line", "sku", "Sku", "Sku")]
    public async Task Flags_another_spelling(string read, string type, string name, string inJson, string member)
    {
        var finding = Assert.Single(await FindingsAsync("Order", $"local order = cjson.decode(ARGV[1])\nreturn {read}"));

        Assert.Equal($"`{name}` is nil, because the JSON of {type} has the name `{inJson}` for {type}.{member}: write `{inJson}`", finding);
    }

    [Fact]
    public async Task Flags_it_once_and_in_loops() => Assert.Single(await FindingsAsync("Order", """
        local sum = 0
        for _, line in ipairs(cjson.decode(ARGV[1]).Lines) do
          if line.sku == 'a' or line.sku == 'b' then sum = sum + 1 end
        end
        return sum
        """));

    [Fact]
    public async Task Flags_it_in_lists() => Assert.Single(await FindingsAsync("List<Line>", "return cjson.decode(ARGV[1])[1].sku"));

    [Theory]
    [InlineData("Order", "return order.UnitPrice")]
    [InlineData("Order", "return order.qty")]
    [InlineData("Order", "return order.total")]
    [InlineData("Order", "return order.amount")]
    [InlineData("Order", "return order.secret")]
    [InlineData("Order", "return order.Odd.city")]
    [InlineData("Order", "return order.ByName.lines")]
    [InlineData("Order", "return order.Lines.count")]
    [InlineData("Order", "return order.Unknown.sku")]
    [InlineData("Order", "order.unitPrice = 1\nreturn order.unitPrice")]
    [InlineData("Order", "order = { unitPrice = 1 }\nreturn order.unitPrice")]
    [InlineData("Open", "return order.id")]
    [InlineData("Own", "return order.id")]
    [InlineData("Shape", "return order.id")]
    [InlineData("Missing", "return order.id")]
    [InlineData("Dictionary<string, Line>", "return order.sku")]
    public async Task Leaves_what_the_json_may_have(string type, string body) =>
        Assert.Empty(await FindingsAsync(type, $"local order = cjson.decode(ARGV[1])\n{body}"));

    [Theory]
    [InlineData("[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]")]
    [InlineData("[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]")]
    public async Task Leaves_names_that_a_policy_makes(string attribute)
    {
        var context = $"namespace Consumer {{ {attribute} class Context; }}";

        Assert.Empty(await FindingsAsync("Order", "return cjson.decode(ARGV[1]).unitPrice", context));
        Assert.Single(await FindingsAsync("Order", "return cjson.decode(ARGV[1]).quantity", context));
    }

    [Theory]
    [InlineData(16, 1)]
    [InlineData(17, 0)]
    [InlineData(50_000, 0)]
    public async Task Follows_fields_to_a_bounded_depth(int depth, int findings) =>
        Assert.Equal(findings, (await FindingsAsync("Node", $"return cjson.decode(ARGV[1]){string.Concat(Enumerable.Repeat(".Next", depth))}.id")).Length);

    [Fact]
    public async Task Can_be_suppressed() =>
        Assert.Empty(await FindingsAsync("Order", "-- luagen: disable-next-line LUA5060\nreturn cjson.decode(ARGV[1]).unitPrice"));

    private static async Task<string[]> FindingsAsync(string type, string body, string context = "")
    {
        var options = new AnalyzerOptions([new TestScript("Scripts/Test/Script.lua", $"-- ARGV[1] order: json<{type}>\n-- RETURNS string\n{body}\n")], new TestOptions());
        var compilation = GeneratorHost.Compilation($"{Types}\n{context}");
        var diagnostics = await compilation.WithAnalyzers([new ScriptAnalyzer()], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. diagnostics.Where(diagnostic => diagnostic.Id == "LUA5060").Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }
}
