namespace LuaGen.Language.Libraries;

/// <summary>The names that the server accepts for libraries and functions.</summary>
internal static class LibraryNames
{
    public static bool IsValid(string name) =>
        name.Length > 0 && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
}
