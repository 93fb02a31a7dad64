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
    [InlineData("Scripts/Take.lua", "ConsumerScripts", "Take")]
    [InlineData("Take.lua", "ConsumerScripts", "Take")]
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

    /// <summary>A class of the project's own name, so that it is not that of a neighbour or of a user.</summary>
    [Theory]
    [InlineData("Shop", "ShopScripts", "ShopLuaGenScripts")]
    [InlineData("Acme.Orders", "OrdersScripts", "OrdersLuaGenScripts")]
    [InlineData("Acme.Lua", "LuaScripts", "LuaLuaGenScripts")]
    [InlineData("Acme.OrderScripts", "OrderScripts", "OrderLuaGenScripts")]
    [InlineData("Acme.Scripts", "AcmeScripts", "AcmeLuaGenScripts")]
    [InlineData("Acme._1st", "_1stScripts", "_1stLuaGenScripts")]
    [InlineData("Scripts", "LuaScripts", "LuaGenScripts")]
    [InlineData("", "LuaScripts", "LuaGenScripts")]
    public void The_project_names_the_class_of_its_root_and_the_index(string rootNamespace, string @class, string index)
    {
        Assert.Equal(@class, ProjectNames.RootClass(rootNamespace));
        Assert.Equal(index, ProjectNames.Index(rootNamespace));
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
