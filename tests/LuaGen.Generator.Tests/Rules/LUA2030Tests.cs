using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>The kinds of declarations are in <see cref="Emit.ConflictTests"/>.</summary>
public sealed class LUA2030Tests
{
    private const string Script = """
        -- RETURNS long
        return 1
        """;

    [Fact]
    public void Is_reported_once_for_a_class_of_several_scripts()
    {
        var compilation = GeneratorHost.Compilation("namespace Consumer { class LocksScripts; interface ILocksScripts; }");
        TestScript[] scripts = [new("Scripts/Locks/Take.lua", Script), new("Scripts/Locks/Release.lua", Script)];

        var output = GeneratorHost.Run(GeneratorHost.Driver(compilation, scripts), compilation);

        var finding = Assert.Single(output.Diagnostics.Select(GeneratorHost.Print));
        Assert.StartsWith("Scripts/Locks/Release.lua(1,1): error LUA2030: The type 'Consumer.LocksScripts' is generated from Scripts/Locks/Release.lua, but Consumer.cs declares", finding, StringComparison.Ordinal);
        Assert.Null(output.Index);
    }

    [Fact]
    public void The_remedy_of_the_message_is_one()
    {
        var compilation = GeneratorHost.Compilation("namespace Consumer { class LocksScripts; }");

        var output = GeneratorHost.Run(GeneratorHost.Driver(compilation, [new TestScript("Scripts/Locks/Take.lua", "-- @class Other\n" + Script)]), compilation);

        Assert.Empty(output.Diagnostics);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
    }
}
