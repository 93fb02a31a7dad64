namespace LuaGen.Tests.Corpus;

/// <summary>A script of the corpus and its calls.</summary>
internal sealed record CorpusScript(string Name, byte[] Text, IReadOnlyList<CorpusCall> Calls)
{
    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "Corpus");

    /// <summary>The names of all scripts, as <c>Area/Name</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.lua", SearchOption.AllDirectories)
            .Select(path => Path.ChangeExtension(Path.GetRelativePath(Root, path), null).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static CorpusScript Load(string name)
    {
        var path = Path.Combine(Root, name);
        return new(name, File.ReadAllBytes(path + ".lua"), CorpusCall.ParseAll(File.ReadAllText(path + ".calls")));
    }
}
