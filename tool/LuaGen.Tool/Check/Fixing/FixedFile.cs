namespace LuaGen.Tool.Check.Fixing;

/// <summary>A script and what its fixes make of it.</summary>
/// <param name="Path">Its path as it is shown.</param>
/// <param name="Before">Its text.</param>
/// <param name="After">Its text with all fixes.</param>
internal sealed record FixedFile(string Path, string Before, string After);
