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

    /// <summary>A small program often has one class, without a namespace, with the name of the project.</summary>
    [Theory]
    [InlineData("class Consumer;", "Consumer", "Consumer")]
    [InlineData("namespace Acme { static class Shop; }", "Acme.Shop", "Acme.Shop")]
    [InlineData("class Acme;", "Acme.Shop", "Acme")]
    public void A_type_with_the_name_of_the_namespace_is_one_error(string csharp, string rootNamespace, string part)
    {
        var output = Run(csharp, rootNamespace);

        Assert.Equal(
            $"Scripts/Bank/Close.lua(1,1): error LUA2030: The type '{rootNamespace}.BankScripts' is generated from Scripts/Bank/Close.lua, but Consumer.cs declares a type with the name of its namespace, '{part}': "
                + $"rename that type, or generate another namespace than '{part}': set `<RootNamespace>` in the project",
            Assert.Single(output.Diagnostics.Select(GeneratorHost.Print)));
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        Assert.Empty(output.Sources);
        Assert.Null(output.Index);
    }

    /// <summary>Without the error, the compiler would take the generated class for the project's own.</summary>
    [Theory]
    [InlineData("using Consumer.Redis; namespace Consumer { class Use { string M() => BankScripts.Own; } }")]
    [InlineData("using Consumer.Redis; namespace Consumer.Web { class Use { void M(BankScripts? scripts) { } } }")]
    [InlineData("using BankScripts = Consumer.Redis.BankScripts; namespace Consumer { class Use { object M() => new BankScripts(); } }")]
    public void A_type_that_the_generated_one_would_hide_is_one_error(string use)
    {
        var output = Run(use + " namespace Consumer.Redis { class BankScripts { public static string Own => \"\"; } }");

        Assert.Equal(
            "Scripts/Bank/Close.lua(1,1): error LUA2030: The type 'Consumer.BankScripts' is generated from Scripts/Bank/Close.lua, but Consumer.cs uses 'Consumer.Redis.BankScripts' by that name: "
                + "rename that type, or add `-- @class Other` to the header of each script of the class",
            Assert.Single(output.Diagnostics.Select(GeneratorHost.Print)));
        Assert.Empty(output.CompilerDiagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(GeneratorHost.Print));
    }

    [Theory]
    [InlineData("namespace Consumer { class Use { string M() => Redis.BankScripts.Own; } }")]
    [InlineData("using Consumer.Redis; class Use { string M() => BankScripts.Own; }")]
    [InlineData("namespace Consumer.Redis { class Use { string M() => BankScripts.Own; } }")]
    [InlineData("namespace Consumer.Web { using Consumer.Redis; class Use { string M() => BankScripts.Own; } }")]
    public void Is_none_where_the_own_type_is_still_found(string use)
    {
        var output = Run(use + " namespace Consumer.Redis { class BankScripts { public static string Own => \"\"; } }");

        Assert.Empty(output.Diagnostics.Select(GeneratorHost.Print));
        Assert.Empty(output.CompilerDiagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(GeneratorHost.Print));
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

    private static GeneratorOutput Run(string csharp, string rootNamespace = "Consumer")
    {
        var compilation = GeneratorHost.Compilation(csharp);
        var options = new TestOptions { Properties = { ["RootNamespace"] = rootNamespace } };
        return GeneratorHost.Run(
            GeneratorHost.Driver(compilation, [new TestScript("Scripts/Bank/Close.lua", Close), new TestScript("Scripts/Shop/Open.lua", Close)], options), compilation);
    }
}
