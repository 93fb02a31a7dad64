using LuaGen.Language.Rules;

namespace LuaGen.Language.Model;

/// <summary>The scripts of one class, or the functions of one library.</summary>
internal sealed record ClassScripts(ClassName Name, EquatableArray<ScriptModel> Scripts);

/// <summary>A class, and what is left out of it.</summary>
internal sealed record BuiltClass(ClassScripts Class, EquatableArray<ScriptCollision> Collisions);

/// <summary>All classes of a project.</summary>
/// <param name="Classes">The classes.</param>
/// <param name="Conflicts">What is left out of them, and what a server refuses to load.</param>
internal sealed record ClassModels(EquatableArray<ClassModel> Classes, ScriptConflicts Conflicts);

/// <summary>The conflicts between the scripts of a project. Equal while none comes or goes, whatever else is edited.</summary>
/// <param name="Collisions">What would give a class the same member twice.</param>
/// <param name="Libraries">What a server refuses to load.</param>
internal sealed record ScriptConflicts(EquatableArray<ScriptCollision> Collisions, EquatableArray<LibraryConflict> Libraries)
{
    /// <summary>The errors in a file.</summary>
    public IEnumerable<Finding> FindingsIn(string filePath) =>
        Collisions.Where(collision => collision.FilePath == filePath).Select(collision => collision.ToFinding())
            .Concat(Libraries.Where(conflict => conflict.FilePath == filePath).Select(conflict => conflict.ToFinding()));
}
