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

    [Theory]
    [InlineData("Transfer.v2.lua", "TransferV2", "2")]
    [InlineData("Transfer.V10.lua", "TransferV10", "10")]
    [InlineData("Transfer.v1.0.lua", "TransferV1_0", "1.0")]
    [InlineData("transfer-money.v1.0.12.lua", "TransferMoneyV1_0_12", "1.0.12")]
    [InlineData("Transfer.v1.2.3.4.lua", "TransferV1234", null)]
    [InlineData("Transfer.v1..2.lua", "TransferV12", null)]
    [InlineData("Transfer.v9999999999.lua", "TransferV9999999999", null)]
    public void A_version_has_one_to_three_numbers(string file, string method, string? version)
    {
        var model = TestCompiler.Compile(Script, "Scripts/Bank/" + file).Model!;

        Assert.Equal(method, model.Name);
        Assert.Equal(version, model.Version is { } known ? string.Join('.', known.Parts) : null);
    }

    [Fact]
    public void Versions_are_ordered_number_by_number()
    {
        string[] files = ["v1.0.0", "v1.0", "v10.0", "v9.9.9", "v2", "v1.0.1", "v1"];

        var ordered = files.Select(file => TestCompiler.Compile(Script, $"Scripts/Bank/Move.{file}.lua").Model!).OrderBy(model => model.Version!.Value).Select(model => model.Name);

        Assert.Equal(["MoveV1", "MoveV1_0", "MoveV1_0_0", "MoveV1_0_1", "MoveV2", "MoveV9_9_9", "MoveV10_0"], ordered);
    }
}
