namespace LuaGen.Language.Model;

/// <summary>A version of a script: <c>Transfer.v2.lua</c>, <c>Transfer.v1.0.0.lua</c>.</summary>
/// <param name="Name">The name that all versions share.</param>
/// <param name="Numbers">The parts of the version. They are compared as numbers, one after another, so that 10 comes after 2.</param>
internal readonly record struct ScriptVersion(string Name, EquatableArray<int> Numbers) : IComparable<ScriptVersion>
{
    /// <summary>The name of this version in C#: <c>TransferV2</c>, <c>TransferV1_0_0</c>.</summary>
    public string QualifiedName => $"{Name}V{string.Join("_", Numbers)}";

    public int CompareTo(ScriptVersion other)
    {
        for (var i = 0; i < Math.Min(Numbers.Count, other.Numbers.Count); i++)
        {
            if (Numbers[i] != other.Numbers[i])
            {
                return Numbers[i].CompareTo(other.Numbers[i]);
            }
        }

        return Numbers.Count.CompareTo(other.Numbers.Count);
    }
}
