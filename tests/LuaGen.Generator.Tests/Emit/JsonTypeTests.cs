using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests.Emit;

/// <summary>The C# types that headers name in <c>json&lt;…&gt;</c>: what compiles, and where an error is reported.</summary>
public sealed class JsonTypeTests
{
    private const string Types = """
        #pragma warning disable CS1591
        namespace Consumer
        {
            public class Order { public class Line; }
            public struct Note;
            public class Page<T> { public class Row<TCell>; }
            internal class Hidden { public class Line; }
        }
        """;

    [Theory]
    [InlineData("Order")]
    [InlineData("Note")]
    [InlineData("Order.Line")]
    [InlineData("Order[]")]
    [InlineData("List<Order>")]
    [InlineData("Dictionary<string, Order>")]
    [InlineData("Dictionary<string, List<Order.Line>>")]
    [InlineData("IReadOnlyList<Order?>")]
    [InlineData("System.Collections.Generic.List<Consumer.Order>")]
    [InlineData("System.Tuple<int, Order>")]
    [InlineData("string")]
    [InlineData("Page<Order>")]
    [InlineData("Page<Page<Order>.Row<int>[]>")]
    [InlineData("Dictionary<string, Page<List<Order>>>")]
    public void Compile_in_both_directions(string type)
    {
        var output = Run($"""
            -- ARGV[1] _order: json<{type}>
            -- ARGV[2] _other: json<{type}>?
            -- RETURNS json<{type}>
            return ARGV[1]
            """);

        Assert.Empty(output.Diagnostics.Select(GeneratorHost.Print));
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    /// <summary>The type is a parameter of four methods and a field, and each of them would be an error.</summary>
    [Theory]
    [InlineData("Oder", 25)]
    [InlineData("Consumer.Oder", 34)]
    [InlineData("List<Oder>", 30)]
    [InlineData("Dictionary<string, Oder>", 44)]
    public void An_unknown_type_is_one_error_at_its_declaration(string type, int column)
    {
        var output = Run($"""
            -- Text.
            -- ARGV[1] _order: json<{type}>
            -- RETURNS json<{type}>
            return ARGV[1]
            """);

        Assert.StartsWith($"Scripts/Carts/add.lua(2,{column}): error CS", Assert.Single(Mapped(output)), StringComparison.Ordinal);
        Assert.Empty(output.Diagnostics);
    }

    /// <summary>Other uses of a name that is missing say nothing new.</summary>
    [Fact]
    public void An_unknown_type_in_other_types_is_one_error_too()
    {
        var output = Run("""
            -- ARGV[1] _order: json<Oder>
            -- ARGV[2] _others: json<Dictionary<string, Oder[]>>
            -- RETURNS json<List<Oder?>>
            return ARGV[1]
            """);

        Assert.StartsWith("Scripts/Carts/add.lua(1,25): error CS0246", Assert.Single(Mapped(output)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_less_accessible_type_in_other_types_is_one_error_too()
    {
        var output = Run("-- ARGV[1] _order: json<Hidden>\n-- RETURNS json<List<Hidden>>\nreturn ARGV[1]");

        Assert.StartsWith("Scripts/Carts/add.lua(1,20): error LUA2031", Assert.Single(output.Diagnostics.Select(GeneratorHost.Print)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hidden", "Consumer.Hidden")]
    [InlineData("Hidden.Line", "Consumer.Hidden.Line")]
    [InlineData("List<Hidden[]>", "Consumer.Hidden")]
    public void A_type_less_accessible_than_the_class_is_one_error_at_its_declaration(string type, string hidden)
    {
        var output = Run($"""
            -- ARGV[1] _order: json<{type}>
            -- RETURNS json<{type}>
            return ARGV[1]
            """);

        Assert.Equal(
            $"Scripts/Carts/add.lua(1,20): error LUA2031: '{hidden}' is less accessible than the class CartsScripts, which is public: "
                + "make the type public, or set `<LuaGenVisibility>internal</LuaGenVisibility>` in the project",
            Assert.Single(output.Diagnostics.Select(GeneratorHost.Print)));
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        Assert.Empty(output.Sources);
    }

    [Fact]
    public void An_internal_class_takes_internal_types()
    {
        var output = Run("-- ARGV[1] _order: json<Hidden>\n-- RETURNS nothing\nreturn 1", ("LuaGenVisibility", "internal"));

        Assert.Empty(output.Diagnostics.Select(GeneratorHost.Print));
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    /// <summary>A type that the compiler finds only by the project's global usings.</summary>
    [Fact]
    public void Global_usings_are_seen()
    {
        var output = Run("-- ARGV[1] _order: json<Elsewhere>\n-- RETURNS nothing\nreturn 1", csharp: "global using Other; namespace Other { /** <summary>A type.</summary> */ public class Elsewhere; }");

        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    /// <summary>Other generators create types that this one does not see, so that only the compiler can say that a type is missing.</summary>
    [Fact]
    public void The_path_leads_from_the_generated_source_to_the_script()
    {
        var output = Run(
            "-- ARGV[1] _order: json<Order>\n-- RETURNS nothing\nreturn 1",
            options: [("IntermediateOutputPath", "obj/Debug/net10.0/"), ("ProjectDir", "/project/")]);

        Assert.Contains("#line (1, 25) - (1, 30) 19 \"../../../../../Scripts/Carts/add.lua\"\nusing Json_Order = Order;\n#line default\n", output.Source("Consumer.CartsScripts.g.cs"), StringComparison.Ordinal);
    }

    private static string[] Mapped(GeneratorOutput output) =>
        [.. output.CompilerDiagnostics.Select(diagnostic =>
        {
            var place = diagnostic.Location.GetMappedLineSpan();
            return $"{place.Path[(place.Path.IndexOf("Scripts/Carts", StringComparison.Ordinal) is > 0 and var at ? at : 0)..]}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): error {diagnostic.Id}";
        })];

    private static GeneratorOutput Run(string lua, (string, string) option) => Run(lua, options: [option]);

    private static GeneratorOutput Run(string lua, string csharp = Types, (string Name, string Value)[]? options = null)
    {
        var compilation = GeneratorHost.Compilation(csharp);
        var project = new TestOptions();
        foreach (var (name, value) in options ?? [])
        {
            project.Properties[name] = value;
        }

        return GeneratorHost.Run(GeneratorHost.Driver(compilation, [new TestScript("Scripts/Carts/add.lua", lua)], project), compilation);
    }
}
