using LuaGen.Language.Includes;

namespace LuaGen.Language.Model;

/// <summary>A script file as the host provides it: the text, and what the project specifies for it.</summary>
/// <param name="FilePath">The path in the project, with <c>/</c>.</param>
/// <param name="Text">The decoded text, without a byte order mark.</param>
/// <param name="IsUtf8">Whether the bytes are UTF-8. The text does not show it, because decoding replaces invalid bytes.</param>
/// <param name="RootNamespace">The project's root namespace.</param>
/// <param name="ClassName">The class that the project item specifies, if any.</param>
internal sealed record ScriptSource(string FilePath, string Text, bool IsUtf8, string RootNamespace, string? ClassName)
{
    /// <summary>The files that the script can include.</summary>
    public IScriptFiles Files { get; init; } = NoScriptFiles.Instance;

    /// <summary>Whether another file of the project includes this one.</summary>
    public bool IsIncluded { get; init; }

    /// <summary>Whether the file is a part of scripts, unless its header declares keys, arguments or a reply of its own.</summary>
    public bool IsPart => IsIncluded || IncludeResolver.IsInFolders(FilePath, Files.IncludePath);
}
