namespace LuaGen.Language.Types;

/// <summary>What decides how often a script is gone through.</summary>
internal sealed class Progress
{
    /// <summary>Whether something came to light that an earlier conclusion did not know of.</summary>
    public bool MustRepeat { get; set; }
}
