namespace LuaGen.Generator.Findings;

/// <summary>A rule that a comment switches off, in lines counted from 0.</summary>
internal sealed record Suppression(RuleId Rule, int FirstLine, int LastLine)
{
    public bool Covers(RuleId rule, int line) => rule == Rule && line >= FirstLine && line <= LastLine;
}
