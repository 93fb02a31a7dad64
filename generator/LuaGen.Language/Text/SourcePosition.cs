namespace LuaGen.Language.Text;

/// <summary>A place in a text: line and column, both from 0, the column in UTF-16 units.</summary>
internal readonly record struct SourcePosition(int Line, int Column);
