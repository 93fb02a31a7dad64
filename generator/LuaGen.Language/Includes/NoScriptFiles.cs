namespace LuaGen.Language.Includes;

/// <summary>A host that has no file but the script.</summary>
internal sealed class NoScriptFiles : IScriptFiles
{
    public static NoScriptFiles Instance { get; } = new();

    public IReadOnlyList<string> IncludePath => [];

    public IReadOnlyList<SourceFile> Find(string path) => [];
}
