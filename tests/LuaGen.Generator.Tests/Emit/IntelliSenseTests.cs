using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Tests.Emit;

/// <summary>Checks what an editor shows of emitted code, through the editor's own services.</summary>
public sealed class IntelliSenseTests
{
    private const string Script = """
        -- Reserves stock for an order.
        --
        -- KEYS[1] stock           Units left of the product.
        -- ARGV[1] quantity: int   Units to take; at least 1.
        -- RETURNS long            Units left afterwards.
        return redis.call('DECRBY', KEYS[1], ARGV[1])
        """;

    private const string Consumer = """
        using Consumer;
        class Shop
        {
            void M(InventoryScripts inventory)
            {
                inventory.$$
            }
        }
        """;

    private const string Call = """
        using Consumer;
        class Shop
        {
            void M(InventoryScripts inventory)
            {
                _ = inventory.Reserve$$StockAsync("stock:1", 2);
            }
        }
        """;

    [Fact]
    public async Task Completion_lists_the_methods_with_the_headers_words()
    {
        var items = await CompletionsAsync(Script);

        Assert.Equal("Reserves stock for an order.", Line(items["ReserveStockAsync"], "Reserves"));
        Assert.Contains("RedisKey stock, int quantity", items["ReserveStockAsync"], StringComparison.Ordinal);
        Assert.Contains("ReserveStock", items.Keys);
        Assert.DoesNotContain(items.Keys, name => name.StartsWith("Prepare", StringComparison.Ordinal) || name.StartsWith("Read", StringComparison.Ordinal) || name == "_target");
    }

    [Fact]
    public async Task Quick_info_shows_the_summary_and_what_comes_back()
    {
        var (document, position) = Open(Call, Emit(Script).Source("Consumer.InventoryScripts.g.cs"));

        var info = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, position);

        var text = string.Join('\n', info!.Sections.Select(section => section.Text));
        Assert.Contains("Reserves stock for an order.", text, StringComparison.Ordinal);
        Assert.Contains("Units left afterwards.", text, StringComparison.Ordinal);
        Assert.Contains("ValueTask<long> InventoryScripts.ReserveStockAsync(", text, StringComparison.Ordinal);
    }

    /// <summary>Quick info renders code in a style of its own: the backticks are removed and the text is complete.</summary>
    [Fact]
    public async Task Quick_info_shows_what_a_header_encloses_in_backticks_as_code()
    {
        var script = Script.Replace("Reserves stock for an order.", "Reserves `stock < 1` by `DECRBY`, unless it's `late.", StringComparison.Ordinal);
        var (document, position) = Open(Call, Emit(script).Source("Consumer.InventoryScripts.g.cs"));

        var info = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, position);

        var summary = info!.Sections.Single(section => section.Text.StartsWith("Reserves", StringComparison.Ordinal));
        Assert.Equal("Reserves stock < 1 by DECRBY, unless it's `late.", summary.Text);
    }

    [Fact]
    public async Task Every_parameter_shows_its_words()
    {
        var (document, position) = Open(Call, Emit(Script).Source("Consumer.InventoryScripts.g.cs"));
        var root = await document.GetSyntaxRootAsync();
        var semantics = await document.GetSemanticModelAsync();

        // The signature help service is internal; these are the docs that it shows for a parameter.
        var method = (IMethodSymbol)semantics!.GetSymbolInfo(root!.FindToken(position).Parent!).Symbol!;
        var contract = method.ContainingType.Interfaces.Single().GetMembers(method.Name).Single();
        var words = System.Xml.Linq.XDocument.Parse(contract.GetDocumentationCommentXml()!).Descendants("param").ToDictionary(element => element.Attribute("name")!.Value, element => element.Value);

        Assert.Equal(method.Parameters.Select(parameter => parameter.Name), words.Keys);
        Assert.Equal("Units left of the product.", words["stock"]);
        Assert.Equal("Units to take; at least 1.", words["quantity"]);
        Assert.Contains("<inheritdoc", method.GetDocumentationCommentXml(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_added_in_a_header_is_there_after_the_next_run()
    {
        var compilation = GeneratorHost.Compilation();
        var script = new TestScript("Scripts/Inventory/ReserveStock.lua", Script);
        var first = GeneratorHost.Run(GeneratorHost.Driver(compilation, [script]), compilation);
        var edited = new TestScript(script.Path, Script.Replace("-- RETURNS", """
            -- ARGV[2] orderId: string   Who takes them.
            -- RETURNS
            """, StringComparison.Ordinal));
        var second = GeneratorHost.Run(first.Driver.ReplaceAdditionalText(script, edited), compilation);

        Assert.DoesNotContain("orderId", (await CompletionsAsync(first))["ReserveStockAsync"], StringComparison.Ordinal);
        Assert.Contains("int quantity, string orderId", (await CompletionsAsync(second))["ReserveStockAsync"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_does_not_compile_lists_nothing()
    {
        var output = Emit("""
            -- KEYS[1] stock
            return redis.call(
            """);

        Assert.Empty(output.Sources);
        Assert.DoesNotContain("ReserveStockAsync", (await CompletionsAsync(output)).Keys);
    }

    private static GeneratorOutput Emit(string lua) => GeneratorHost.Run(new TestScript("Scripts/Inventory/ReserveStock.lua", lua));

    private static Task<Dictionary<string, string>> CompletionsAsync(string lua) => CompletionsAsync(Emit(lua));

    /// <summary>Returns the completion items by name, with the text that the editor shows next to each.</summary>
    private static async Task<Dictionary<string, string>> CompletionsAsync(GeneratorOutput output)
    {
        var (document, position) = Open(Consumer, output.Sources.IsEmpty ? "" : output.Source("Consumer.InventoryScripts.g.cs"));
        var service = CompletionService.GetService(document)!;
        var list = await service.GetCompletionsAsync(document, position);
        var items = new Dictionary<string, string>();
        foreach (var item in list.ItemsList)
        {
            items[item.DisplayText] = (await service.GetDescriptionAsync(document, item))!.Text;
        }

        return items;
    }

    private static (Document Document, int Position) Open(string marked, string emitted)
    {
        var position = marked.IndexOf("$$", StringComparison.Ordinal);
        var compilation = GeneratorHost.Compilation();
        var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), "Consumer", "Consumer", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees[0].Options, metadataReferences: compilation.References));
        var document = project.AddDocument("Consumer.InventoryScripts.g.cs", SourceText.From(emitted))
            .Project.AddDocument("Shop.cs", SourceText.From(marked.Remove(position, 2)));
        return (document, position);
    }

    private static string Line(string text, string start) => text.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith(start, StringComparison.Ordinal));
}
