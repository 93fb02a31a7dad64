namespace LuaGen.Language.Text;

/// <summary>A position in a text: zero-based line and column, the column in UTF-16 code units.</summary>
internal readonly record struct SourcePosition(int Line, int Column);
