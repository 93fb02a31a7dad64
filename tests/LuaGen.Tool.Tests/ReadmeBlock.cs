namespace LuaGen.Tool.Tests;

/// <summary>The code blocks that the tool's README marks by a name, so that what it shows is what is tested.</summary>
internal static class ReadmeBlock
{
    public static string Of(string name)
    {
        var text = File.ReadAllText(Repository.PathOf("tool", "README.md"));
        var part = text[text.IndexOf($"<!-- {name} -->", StringComparison.Ordinal)..text.IndexOf($"<!-- end of {name} -->", StringComparison.Ordinal)];
        var start = part.IndexOf("```", StringComparison.Ordinal);
        start = part.IndexOf('\n', start) + 1;
        return part[start..part.LastIndexOf("```", StringComparison.Ordinal)];
    }
}
