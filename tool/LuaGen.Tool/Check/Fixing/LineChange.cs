namespace LuaGen.Tool.Check.Fixing;

/// <summary>A line of a comparison: kept, removed or added.</summary>
/// <param name="Sign"><c>' '</c>, <c>'-'</c> or <c>'+'</c>, as a unified diff writes it.</param>
/// <param name="Text">The line with its line end.</param>
internal readonly record struct LineChange(char Sign, string Text);
