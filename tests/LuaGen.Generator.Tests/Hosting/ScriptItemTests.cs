namespace LuaGen.Generator.Tests.Hosting;

/// <summary>Tests the effect of the metadata of a script's item.</summary>
public sealed class ScriptItemTests
{
    private const string Script = """
        -- RETURNS long
        return 1
        """;

    [Fact]
    public void A_linked_file_goes_by_its_link()
    {
        var output = Run(Script, ("Link", "Scripts\\Linked\\Other.lua"));

        Assert.Equal("Consumer.LinkedScripts.g.cs", Assert.Single(output.Sources).HintName);
        Assert.Contains("\"Scripts/Linked/Other.lua\"", output.Sources[0].SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_script_is_one_when_its_item_names_a_class()
    {
        var output = Run("return 1", ("LuaClass", "Constants"));

        Assert.Equal("Consumer.Constants.g.cs", Assert.Single(output.Sources).HintName);
    }

    private static GeneratorOutput Run(string lua, (string Name, string Value) metadata)
    {
        var script = new TestScript("elsewhere/Take.lua", lua);
        var options = new TestOptions { Metadata = { [(script.Path, metadata.Name)] = metadata.Value } };
        var compilation = GeneratorHost.Compilation();
        return GeneratorHost.Run(GeneratorHost.Driver(compilation, [script], options), compilation);
    }
}
