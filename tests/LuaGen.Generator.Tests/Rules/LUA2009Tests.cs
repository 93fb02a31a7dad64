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
