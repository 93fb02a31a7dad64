namespace LuaGen.Language.Text;

/// <summary>The names of the members that every C# record has.</summary>
internal static class RecordMembers
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Deconstruct", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString",
    };

    public static bool IsTaken(string name) => Names.Contains(name);
}
