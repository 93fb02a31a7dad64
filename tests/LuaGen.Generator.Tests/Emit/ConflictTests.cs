using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests.Emit;

/// <summary>A type of the project with the name of a generated one is one error of LuaGen, and no error of the compiler follows from it.</summary>
public sealed class ConflictTests
{
    private const string Close = """
        -- RETURNS long
        return 1

        """;

    [Theory]
    [InlineData("class BankScripts;", "Consumer.BankScripts")]
    [InlineData("static class BankScripts;", "Consumer.BankScripts")]
    [InlineData("partial struct BankScripts;", "Consumer.BankScripts")]
    [InlineData("partial record BankScripts;", "Consumer.BankScripts")]
    [InlineData("enum BankScripts { A }", "Consumer.BankScripts")]
    [InlineData("delegate void BankScripts();", "Consumer.BankScripts")]
    [InlineData("interface IBankScripts;", "Consumer.IBankScripts")]
    [InlineData("partial interface IBankScripts;", "Consumer.IBankScripts")]
    [InlineData("partial class BankScripts; partial interface IBankScripts;", "Consumer.IBankScripts")]
    [InlineData("namespace BankScripts { class Other; }", "Consumer.BankScripts")]
    public void Is_one_error_that_names_both(string declaration, string type)
    {
        var output = Run($"namespace Consumer {{ {declaration} }}");

        Assert.Equal(
            $"Scripts/Bank/Close.lua(1,1): error LUA2030: The type '{type}' is generated from Scripts/Bank/Close.lua, but Consumer.cs declares that name: "
                + "rename that type, or add `-- @class Other` to the header of each script of the class",
            Assert.Single(output.Diagnostics.Select(GeneratorHost.Print)));
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        Assert.Equal("Consumer.ShopScripts.g.cs", Assert.Single(output.Sources).HintName);
        Assert.DoesNotContain("BankScripts", output.Index, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace Consumer { partial class BankScripts { internal int Own => 1; } }")]
    [InlineData("namespace Consumer { class BankScripts<T>; }")]
    [InlineData("namespace Consumer { file class BankScripts; }")]
    [InlineData("namespace Consumer { class Outer { class BankScripts; } }")]
    [InlineData("namespace Consumer.Redis { class BankScripts; }")]
    [InlineData("class BankScripts;")]
    public void Is_none_where_the_names_differ_or_the_class_is_extended(string csharp)
    {
        var output = Run(csharp);

        Assert.Empty(output.Diagnostics.Select(GeneratorHost.Print));
        Assert.Equal(["Consumer.BankScripts.g.cs", "Consumer.ShopScripts.g.cs"], output.Sources.Select(source => source.HintName));
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    [Fact]
    public void The_index_is_named_too()
    {
        var output = Run("namespace Consumer { class ConsumerLuaGenScripts; }");

        Assert.Equal(
            "Scripts/Bank/Close.lua(1,1): error LUA2030: The type 'Consumer.ConsumerLuaGenScripts' is generated for all scripts of the project, but Consumer.cs declares that name: rename that type",
            Assert.Single(output.Diagnostics.Select(GeneratorHost.Print)));
        Assert.Null(output.Index);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    [Fact]
    public void A_class_with_the_name_of_another_ones_interface_is_one_error()
    {
        var output = GeneratorHost.Run(new TestScript("Scripts/Bank/Close.lua", Close), new TestScript("Scripts/Other/Take.lua", "-- @class IBankScripts\n" + Close));

        Assert.Contains("The type 'Consumer.IBankScripts' is generated", Assert.Single(output.Diagnostics.Select(GeneratorHost.Print)), StringComparison.Ordinal);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    private static GeneratorOutput Run(string csharp)
    {
        var compilation = GeneratorHost.Compilation(csharp);
        return GeneratorHost.Run(
            GeneratorHost.Driver(compilation, [new TestScript("Scripts/Bank/Close.lua", Close), new TestScript("Scripts/Shop/Open.lua", Close)]), compilation);
    }
}
