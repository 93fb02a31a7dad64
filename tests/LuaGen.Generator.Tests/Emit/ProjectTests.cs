using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Emit;

/// <summary>Tests what is emitted besides the classes: the list of all scripts, and registrations.</summary>
public sealed class ProjectTests
{
    private static readonly TestScript[] Scripts =
    [
        new("Scripts/Bank/Close.lua", """
            -- RETURNS long
            return 1

            """),
        new("Scripts/Shop/Open.lua", """
            -- RETURNS long
            return 1

            """),
    ];

    [Fact]
    public void One_class_names_all_scripts()
    {
        var output = GeneratorHost.Run(Scripts);

        Assert.Contains(".. global::Consumer.BankScripts.Definitions.All,", output.Index, StringComparison.Ordinal);
        Assert.Contains(".. global::Consumer.ShopScripts.Definitions.All,", output.Index, StringComparison.Ordinal);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    /// <summary>Users cannot fix warnings in an emitted file, and these would fail a build with warnings as errors.</summary>
    [Theory]
    [InlineData("""
        -- ARGV[1] _n: uint
        -- ARGV[2...] _all: ulong
        -- RETURNS left: uint
        -- RETURNS all: ulong[]
        return { 1, {} }
        """, "[assembly: System.CLSCompliant(true)]")]
    [InlineData("""
        -- ARGV[1] _n: json<Note>
        -- RETURNS json<Note>
        return '{}'
        """, """/** <summary>A note.</summary> */ [System.Obsolete("gone")] public sealed class Note;""")]
    [InlineData("""
        -- ARGV[1] _n: json<Note>
        -- RETURNS json<Note>
        return '{}'
        """, "/** <summary>A note.</summary> */ [System.Obsolete] public sealed class Note;")]
    public void What_the_compiler_would_complain_of_in_emitted_code_is_silent(string lua, string csharp)
    {
        var compilation = GeneratorHost.Compilation(csharp);

        var output = GeneratorHost.Run(GeneratorHost.Driver(compilation, [new TestScript("Scripts/Test/Script.lua", lua)]), compilation);

        Assert.NotNull(output.Index);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    /// <summary>Two projects share a root namespace and one references the other: the warning is at the use, where users can fix it.</summary>
    [Fact]
    public void A_class_that_a_referenced_project_has_too_is_reported_where_it_is_used()
    {
        var library = GeneratorHost.Compilation().WithAssemblyName("Library");
        var first = GeneratorHost.Run(GeneratorHost.Driver(library, Scripts), library).Compilation;
        var compilation = GeneratorHost.Compilation("static class Use { public static string Bank() => nameof(Consumer.BankScripts); }")
            .AddReferences(first.ToMetadataReference());

        var output = GeneratorHost.Run(GeneratorHost.Driver(compilation, Scripts), compilation);

        var complaint = Assert.Single(output.CompilerDiagnostics);
        Assert.Equal("CS0436", complaint.Id);
        Assert.Equal(compilation.SyntaxTrees[0], complaint.Location.SourceTree);
    }

    [Fact]
    public void A_project_without_scripts_gets_nothing() => Assert.Null(GeneratorHost.Run(new TestScript("a.lua", "return {}")).Index);

    [Fact]
    public void A_project_with_dependency_injection_gets_registrations()
    {
        var compilation = GeneratorHost.WithServices(GeneratorHost.Compilation(
            "class Startup { static void Configure(Microsoft.Extensions.DependencyInjection.IServiceCollection services) => Consumer.BankScriptsRegistration.AddBankScripts(services); }"));

        var output = GeneratorHost.Run(GeneratorHost.Driver(compilation, Scripts), compilation);

        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        Assert.Contains("IServiceCollection AddShopScripts(", output.Source("Consumer.ShopScripts.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_dependency_injection_gets_none() =>
        Assert.DoesNotContain("IServiceCollection", GeneratorHost.Run(Scripts).Source("Consumer.ShopScripts.g.cs"), StringComparison.Ordinal);

    [Theory]
    [InlineData("internal", "internal")]
    [InlineData("Public", "public")]
    public void Visibility_is_the_projects_choice(string property, string expected)
    {
        var compilation = GeneratorHost.Compilation();
        var options = new TestOptions { Properties = { ["LuaGenVisibility"] = property } };

        var output = GeneratorHost.Run(GeneratorHost.Driver(compilation, Scripts, options), compilation);

        Assert.Contains($"\n{expected} sealed partial class BankScripts", output.Source("Consumer.BankScripts.g.cs"), StringComparison.Ordinal);
        Assert.Contains($"\n{expected} static class ConsumerLuaGenScripts", output.Index, StringComparison.Ordinal);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    [Theory]
    [InlineData("my-app.1st", "namespace my_app._1st;")]
    [InlineData("Shop.class", "namespace Shop.@class;")]
    [InlineData("", "")]
    public void Any_root_namespace_is_spelled_so_that_it_compiles(string rootNamespace, string expected)
    {
        var compilation = GeneratorHost.Compilation();
        var options = new TestOptions { Properties = { ["RootNamespace"] = rootNamespace } };

        var output = GeneratorHost.Run(GeneratorHost.Driver(compilation, Scripts, options), compilation);

        Assert.Contains(expected, output.Index, StringComparison.Ordinal);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }
}
