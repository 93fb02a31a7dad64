namespace LuaGen.Language.Rules;

/// <summary>A rule that a comment suppresses, for a range of zero-based lines.</summary>
internal sealed record Suppression(Rule Rule, int FirstLine, int LastLine)
{
    public bool Covers(Rule rule, int line) => rule == Rule && line >= FirstLine && line <= LastLine;
}
