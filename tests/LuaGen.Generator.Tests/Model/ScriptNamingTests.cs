using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Model;

/// <summary>From a file's path, its item and its header to class and method.</summary>
public sealed class ScriptNamingTests
{
    [Theory]
    [InlineData("Scripts/Inventory/ReserveStock.lua", "InventoryScripts", "ReserveStock")]
    [InlineData("Scripts/Orders/Locks/Take.lua", "OrdersLocksScripts", "Take")]
    [InlineData("Features/Inventory/Scripts/Take.lua", "InventoryScripts", "Take")]
    [InlineData("Features/Scripts/Old/Lua/New/Take.lua", "NewScripts", "Take")]
    [InlineData("src/lua/queue/take-next.lua", "QueueScripts", "TakeNext")]
    [InlineData("Data/Redis/Take.lua", "DataRedisScripts", "Take")]
    [InlineData("Scripts/Take.lua", "LuaScripts", "Take")]
    [InlineData("Take.lua", "LuaScripts", "Take")]
    [InlineData("Scripts/a b/reserve_stock.LUA", "ABScripts", "ReserveStock")]
    [InlineData("Scripts/2fa/2fa.lua", "_2faScripts", "_2fa")]
    [InlineData("Scripts/Odd/..lua", "OddScripts", "Script")]
    [InlineData("Scripts\\Windows\\Take.lua", "WindowsScripts", "Take")]
    public void The_path_names_both(string path, string @class, string method)
    {
        var output = GeneratorHost.Run(new TestScript(path, """
            -- RETURNS long
            return 1

            """));

        Assert.Equal($"Consumer.{@class}.g.cs", Assert.Single(output.Sources).HintName);
        Assert.Contains($" {method}Async(", output.Sources[0].SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_items_class_wins_over_the_path()
    {
        var output = Run("""
            -- RETURNS long
            return 1

            """, ("LuaClass", "Shop.Data.StockScripts"));

        Assert.Equal("Shop.Data.StockScripts.g.cs", Assert.Single(output.Sources).HintName);
    }

    [Fact]
    public void The_header_wins_over_the_item()
    {
        var output = Run("""
            -- @class Special
            -- @name take_it
            -- RETURNS long
            return 1

            """, ("LuaClass", "Shop.Data.StockScripts"));

        Assert.Equal("Consumer.Special.g.cs", Assert.Single(output.Sources).HintName);
        Assert.Contains(" take_itAsync(", output.Sources[0].SourceText.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    [Fact]
    public void A_linked_file_goes_by_its_link()
    {
        var output = Run("""
            -- RETURNS long
            return 1

            """, ("Link", "Scripts\\Linked\\Other.lua"));

        Assert.Equal("Consumer.LinkedScripts.g.cs", Assert.Single(output.Sources).HintName);
        Assert.Contains("\"Scripts/Linked/Other.lua\"", output.Sources[0].SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_script_is_one_when_its_item_names_a_class()
    {
        var output = Run("return 1", ("LuaClass", "Constants"));

        Assert.Equal("Consumer.Constants.g.cs", Assert.Single(output.Sources).HintName);
    }

    private static GeneratorOutput Run(string lua, (string Name, string Value) metadata)
    {
        var script = new TestScript("elsewhere/Take.lua", lua);
        var options = new TestOptions { Metadata = { [(script.Path, metadata.Name)] = metadata.Value } };
        var compilation = GeneratorHost.Compilation();
        return GeneratorHost.Run(GeneratorHost.Driver(compilation, [script], options), compilation);
    }
}
