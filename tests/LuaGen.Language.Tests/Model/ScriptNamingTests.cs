using LuaGen.Language.Model;

namespace LuaGen.Language.Tests.Model;

/// <summary>How a file's path, its project item and its header determine class and method.</summary>
public sealed class ScriptNamingTests
{
    private const string Script = """
        -- RETURNS long
        return 1
        """;

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
        var model = TestCompiler.Compile(Script, path).Model!;

        Assert.Equal(new ClassName("Consumer", @class), model.Class);
        Assert.Equal(method, model.Name);
    }

    [Fact]
    public void The_items_class_wins_over_the_path() =>
        Assert.Equal(new ClassName("Shop.Data", "StockScripts"), TestCompiler.Compile(Script, className: "Shop.Data.StockScripts").Model!.Class);

    [Fact]
    public void The_header_wins_over_the_item()
    {
        var model = TestCompiler.Compile(
            """
            -- @class Special
            -- @name take_it
            -- RETURNS long
            return 1
            """,
            className: "Shop.Data.StockScripts").Model!;

        Assert.Equal(new ClassName("Consumer", "Special"), model.Class);
        Assert.Equal("take_it", model.Name);
    }
}
