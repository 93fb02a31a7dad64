namespace LuaGen.Language.Includes;

/// <summary>The files of a project, as a host has them.</summary>
internal interface IScriptFiles
{
    /// <summary>The folders that a path is looked up in after the folder of the including file; paths in the project.</summary>
    public IReadOnlyList<string> IncludePath { get; }

    /// <summary>The files of a path in the project, with <c>/</c>. Names that differ from it in case alone count too, since other machines may not tell them apart.</summary>
    public IReadOnlyList<SourceFile> Find(string path);
}
