using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2009Tests
{
    private const string Script = """
        -- RETURNS long
        return 1
        """;

    [Theory]
    [InlineData("reserve-stock", "ReserveStock")]
    [InlineData("Reserve", "ReserveAsync")]
    public void Names_both_files_and_keeps_one(string first, string second)
    {
        var output = GeneratorHost.Run(new TestScript($"Scripts/Shop/{first}.lua", Script), new TestScript($"Scripts/Shop/{second}.lua", Script));

        var finding = GeneratorHost.Print(Assert.Single(output.Diagnostics));
        Assert.Contains("error LUA2009", finding, StringComparison.Ordinal);
        Assert.Contains($"Scripts/Shop/{first}.lua", finding, StringComparison.Ordinal);
        Assert.Contains($"Scripts/Shop/{second}.lua", finding, StringComparison.Ordinal);
        Assert.Single(output.Sources);
        Assert.Empty(output.CompilerDiagnostics);
    }

    [Fact]
    public void Names_the_class_where_that_has_the_name()
    {
        var output = GeneratorHost.Run(new TestScript("Scripts/Shop/Definitions.lua", Script));

        Assert.Contains("from the class itself", Assert.Single(output.Diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_two_functions_of_one_library_and_keeps_one()
    {
        var output = GeneratorHost.Run(new TestScript("Scripts/stock.lua", LUA2055Tests.Library("stock", "count_all", "countAll", "library")));

        Assert.Equal(
            [
                "Scripts/stock.lua(7,25): error LUA2009: 'CountAll' would be generated twice, from function 'countAll' and from function 'count_all': rename a function, or add `-- @name Other` to its header",
                "Scripts/stock.lua(10,25): error LUA2009: 'Library' would be generated twice, from Scripts/stock.lua and from the class itself: rename a function, or add `-- @name Other` to its header",
            ],
            output.Diagnostics.Select(GeneratorHost.Print));
        Assert.Contains("CountAllAsync(", Assert.Single(output.Sources).SourceText.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.CompilerDiagnostics);
    }

    [Theory]
    [InlineData("Scripts/stock.lua", "@class Consumer.StockFunctions", "-- @class StockFunctions\n-- RETURNS long\nreturn 1")]
    [InlineData("Scripts/stock.lua", "", "-- @class StockFunctions\n-- RETURNS long\nreturn 1")]
    public void Names_a_library_and_a_script_of_one_class(string library, string option, string script)
    {
        var text = LUA2055Tests.Library("stock", "count");
        var output = GeneratorHost.Run(new TestScript(library, option.Length == 0 ? text : text.Replace("\n", $"\n-- {option}\n\n", StringComparison.Ordinal)), new TestScript("Scripts/Zoo.lua", script));

        var finding = GeneratorHost.Print(Assert.Single(output.Diagnostics));
        Assert.StartsWith("Scripts/stock.lua(1,1): error LUA2009: 'StockFunctions' would be generated twice, from Scripts/stock.lua and from Scripts/Zoo.lua", finding, StringComparison.Ordinal);
        Assert.Contains("ZooAsync(", Assert.Single(output.Sources).SourceText.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.CompilerDiagnostics);
    }

    [Fact]
    public void Names_two_libraries_of_one_class()
    {
        var output = GeneratorHost.Run(new TestScript("Scripts/a.lua", LUA2055Tests.Library("my_stock", "count")), new TestScript("Scripts/b.lua", LUA2055Tests.Library("MyStock", "take")));

        Assert.StartsWith("Scripts/b.lua(1,1): error LUA2009: 'MyStockFunctions'", GeneratorHost.Print(Assert.Single(output.Diagnostics)), StringComparison.Ordinal);
        Assert.Single(output.Sources);
    }

    [Fact]
    public void Leaves_one_name_in_two_classes_alone()
    {
        var output = GeneratorHost.Run(new TestScript("Scripts/Shop/Reserve.lua", Script), new TestScript("Scripts/Bank/Reserve.lua", Script));

        Assert.Empty(output.Diagnostics);
        Assert.Equal(2, output.Sources.Length);
    }

    [Fact]
    public void Leaves_names_that_differ_in_case_alone()
    {
        var output = GeneratorHost.Run(
            new TestScript("Scripts/Shop/Reserve.lua", Script),
            new TestScript("Scripts/Shop/RESERVE.lua", Script),
            new TestScript("Scripts/SHOP/Reserve.lua", Script));

        Assert.Empty(output.Diagnostics);
        Assert.Equal(2, output.Sources.Length);
        Assert.Empty(output.CompilerDiagnostics);
    }
}
