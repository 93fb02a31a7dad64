using LuaGen.Tool.Check.Configuration;

namespace LuaGen.Tool.Check.Files;

/// <summary>A script that takes part in a check.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Project">The project that it belongs to.</param>
internal sealed record ScriptInput(string Path, ScriptProject Project)
{
    /// <summary>Whether its own findings are wanted. Others take part since names and versions are compared with theirs.</summary>
    public bool IsReported { get; init; } = true;

    /// <summary>Its bytes, where they do not come from the file.</summary>
    public byte[]? Bytes { get; init; }
}
