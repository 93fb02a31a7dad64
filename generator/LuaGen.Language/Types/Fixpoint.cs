namespace LuaGen.Language.Types;

/// <summary>Decides how many rounds the analysis of a script needs to reach a fixpoint.</summary>
internal sealed class Fixpoint
{
    /// <summary>Whether new information invalidates an earlier conclusion, so that another round is needed.</summary>
    public bool MustRepeat { get; set; }
}
