namespace LuaGen.Language.Model;

/// <summary>The names that every C# record has already.</summary>
internal static class RecordMembers
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Deconstruct", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString",
    };

    public static bool IsTaken(string name) => Names.Contains(name);
}
