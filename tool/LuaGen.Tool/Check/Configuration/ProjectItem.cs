namespace LuaGen.Tool.Check.Configuration;

/// <summary>A script as its project includes it.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Link">The path that it has in the project instead of its own.</param>
/// <param name="ClassName">The class that the project names for it.</param>
internal sealed record ProjectItem(string Path, string? Link, string? ClassName);
