using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>What the definitions of scripts and of functions have in common.</summary>
internal static class DefinitionParts
{
    /// <summary>The name with that of the class: <c>Inventory.ReserveStock</c>.</summary>
    public static string QualifiedName(ScriptModel script)
    {
        var suffix = script.Function is null ? "Scripts" : "Functions";
        var name = script.Class.Name;
        return $"{(name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name)}.{script.Name}";
    }

    /// <summary>The field that holds a definition.</summary>
    /// <param name="name">The property.</param>
    /// <param name="names">All properties.</param>
    public static string FieldOf(string name, HashSet<string> names)
    {
        var field = "_" + name;
        while (names.Contains(field))
        {
            field = "_" + field;
        }

        return field;
    }

    /// <summary>The number of keys that every call sends; -1 if it depends on a list.</summary>
    public static int KeyCount(ScriptModel script) => script.Keys.Any(key => key is SentList) ? -1 : script.Keys.Count;
}
