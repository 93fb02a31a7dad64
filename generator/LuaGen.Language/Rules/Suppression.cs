namespace LuaGen.Language.Rules;

/// <summary>A rule that a comment switches off, in lines counted from 0.</summary>
internal sealed record Suppression(Rule Rule, int FirstLine, int LastLine)
{
    public bool Covers(Rule rule, int line) => rule == Rule && line >= FirstLine && line <= LastLine;
}
