namespace LuaGen.Language.Model;

/// <summary>Decides which file a class belongs to: to its scripts, or to one library.</summary>
internal static class ClassOwner
{
    /// <summary>The scripts or functions of the class. Every other library is reported once.</summary>
    public static IReadOnlyList<ScriptModel> Select(ClassScripts group, List<ScriptCollision> collisions)
    {
        var owner = group.Scripts.OrderBy(script => script.Function is not null).ThenBy(script => script.FilePath, StringComparer.Ordinal).First();
        foreach (var library in group.Scripts.Where(script => !IsBeside(script, owner)).GroupBy(script => script.FilePath).Select(functions => functions.First()))
        {
            // Libraries of one name are reported as such, at both.
            if (library.Function!.Library.Name != owner.Function?.Library.Name)
            {
                collisions.Add(new ScriptCollision(library.FilePath, owner.FilePath, group.Name.Name, "rename the library, or add `-- @class Other` to the comment at the top of its file")
                {
                    Span = library.Function.Library.Span,
                });
            }
        }

        return [.. group.Scripts.Where(script => IsBeside(script, owner))];
    }

    private static bool IsBeside(ScriptModel script, ScriptModel owner) =>
        script.Function is null ? owner.Function is null : owner.Function is not null && script.FilePath == owner.FilePath;
}
