namespace LuaGen.Language.Model;

/// <summary>
/// The names of what is generated once for a project. They come from the last part of its root namespace, so that two
/// projects of a solution, or a project with a class of its own, do not declare the same name.
/// </summary>
internal static class ProjectNames
{
    private const string Suffix = "Scripts";

    /// <summary>The class of the scripts in the project's root: <c>Acme.Shop</c> → <c>ShopScripts</c>.</summary>
    public static string RootClass(string rootNamespace) => Stem(rootNamespace) is { Length: > 0 } stem ? stem + Suffix : "Lua" + Suffix;

    /// <summary>The class that lists all scripts: <c>Acme.Shop</c> → <c>ShopLuaGenScripts</c>.</summary>
    public static string Index(string rootNamespace) => $"{Stem(rootNamespace)}LuaGen{Suffix}";

    /// <summary>The last part of the namespace without <c>Scripts</c>, or the part before it when nothing is left.</summary>
    private static string Stem(string rootNamespace) =>
        Enumerable.Reverse(rootNamespace.Split('.')).Select(part => Identifiers.Pascal(WithoutSuffix(part))).FirstOrDefault(part => part.Length > 0) ?? "";

    private static string WithoutSuffix(string part) =>
        part.EndsWith(Suffix, StringComparison.Ordinal) ? part.Substring(0, part.Length - Suffix.Length) : part;
}
