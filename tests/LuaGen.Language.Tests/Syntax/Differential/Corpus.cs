namespace LuaGen.Language.Tests.Syntax.Differential;

/// <summary>The repository's scripts.</summary>
internal static class Corpus
{
    public static IReadOnlyList<(string Path, string Text)> Scripts { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.lua", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)))];
}
