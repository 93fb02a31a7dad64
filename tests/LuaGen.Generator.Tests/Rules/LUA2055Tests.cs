using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2055Tests
{
    [Fact]
    public void Names_a_function_of_two_files_in_both()
    {
        var output = GeneratorHost.Run(
            new TestScript("Scripts/stock.lua", Library("stock", "count", "take")), new TestScript("Scripts/orders.lua", Library("orders", "count")), new TestScript("Scripts/Shop/Open.lua", "-- RETURNS long\nreturn 1"));

        Assert.Equal(
            [
                "Scripts/orders.lua(4,25): error LUA2055: A server has one function of a name, and Scripts/stock.lua has a function 'count' too: rename one of the two",
                "Scripts/stock.lua(4,25): error LUA2055: A server has one function of a name, and Scripts/orders.lua has a function 'count' too: rename one of the two",
            ],
            output.Diagnostics.Select(GeneratorHost.Print).Order(StringComparer.Ordinal));
        Assert.Equal(["Consumer.OrdersFunctions.g.cs", "Consumer.ShopScripts.g.cs", "Consumer.StockFunctions.g.cs"], output.Sources.Select(source => source.HintName).Order(StringComparer.Ordinal));
        Assert.Empty(output.CompilerDiagnostics);
    }

    [Fact]
    public void Names_a_library_of_two_files_in_both_and_not_its_functions()
    {
        var output = GeneratorHost.Run(new TestScript("Scripts/a.lua", Library("stock", "count")), new TestScript("Scripts/b.lua", Library("stock", "count", "take")));

        Assert.Equal(
            [
                "Scripts/a.lua(1,1): error LUA2055: A server has one library of a name, and Scripts/b.lua has a library 'stock' too: rename one of the two",
                "Scripts/b.lua(1,1): error LUA2055: A server has one library of a name, and Scripts/a.lua has a library 'stock' too: rename one of the two",
            ],
            output.Diagnostics.Select(GeneratorHost.Print).Order(StringComparer.Ordinal));
        Assert.Empty(output.CompilerDiagnostics);
    }

    [Fact]
    public void A_function_may_have_the_name_of_a_library()
    {
        var output = GeneratorHost.Run(new TestScript("Scripts/a.lua", Library("stock", "orders")), new TestScript("Scripts/b.lua", Library("orders", "Orders", "take")));

        Assert.Empty(output.Diagnostics.Select(GeneratorHost.Print));
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        Assert.Equal(2, output.Sources.Length);
    }

    internal static string Library(string name, params string[] functions) => $"#!lua name={name}\n" + string.Concat(functions.Select(function => $$"""
        -- KEYS[1] key
        -- RETURNS string?
        redis.register_function('{{function}}', function(keys) return redis.call('GET', keys[1]) end)

        """));
}
