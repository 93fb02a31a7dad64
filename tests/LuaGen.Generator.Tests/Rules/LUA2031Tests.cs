using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>The kinds of types are in <see cref="Emit.JsonTypeTests"/>.</summary>
public sealed class LUA2031Tests
{
    [Fact]
    public void Costs_only_the_script_that_names_the_type()
    {
        var output = Run("internal class Order;");

        Assert.StartsWith("Scripts/Carts/Add.lua(1,12): error LUA2031: 'Order' is less accessible than the class CartsScripts, which is public: ", Assert.Single(output.Diagnostics.Select(GeneratorHost.Print)), StringComparison.Ordinal);
        Assert.Contains("ClearAsync", Assert.Single(output.Sources).SourceText.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    [Fact]
    public void Leaves_a_public_type_alone() => Assert.Empty(Run("/** <summary>An order.</summary> */ public class Order;").Diagnostics);

    private static GeneratorOutput Run(string csharp)
    {
        var compilation = GeneratorHost.Compilation(csharp);
        TestScript[] scripts =
        [
            new("Scripts/Carts/Add.lua", "-- RETURNS json<Order>\nreturn '{}'\n"),
            new("Scripts/Carts/Clear.lua", "-- RETURNS long\nreturn 1\n"),
        ];
        return GeneratorHost.Run(GeneratorHost.Driver(compilation, scripts), compilation);
    }
}
