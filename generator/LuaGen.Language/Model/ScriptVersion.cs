namespace LuaGen.Language.Model;

/// <summary>A version of a script: <c>Transfer.v2.lua</c>, <c>Transfer.v1.0.3.lua</c>.</summary>
/// <param name="Name">The name that all versions share.</param>
/// <param name="Parts">The numbers; versions are ordered number by number, so that 10 comes after 2.</param>
internal readonly record struct ScriptVersion(string Name, EquatableArray<int> Parts) : IComparable<ScriptVersion>
{
    /// <summary>A number that is missing counts as 0; of two versions that differ only in that, the longer one is newer.</summary>
    public int CompareTo(ScriptVersion other)
    {
        for (var i = 0; i < Math.Max(Parts.Count, other.Parts.Count); i++)
        {
            var order = (i < Parts.Count ? Parts[i] : 0).CompareTo(i < other.Parts.Count ? other.Parts[i] : 0);
            if (order != 0)
            {
                return order;
            }
        }

        return Parts.Count.CompareTo(other.Parts.Count);
    }
}
