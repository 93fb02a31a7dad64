namespace LuaGen.Language.Model;

/// <summary>What a class shows of itself to the rest of a project. Equal while only bodies of its scripts are edited.</summary>
/// <param name="Name">The namespace and the name of the class.</param>
/// <param name="FilePath">Its first script.</param>
/// <param name="JsonTypes">The C# types that its scripts exchange as JSON.</param>
internal sealed record ClassOutline(ClassName Name, string FilePath, EquatableArray<JsonUse> JsonTypes)
{
    public static ClassOutline Of(ClassScripts scripts) => new(
        scripts.Name,
        scripts.Scripts[0].FilePath,
        scripts.Scripts.SelectMany(script => script.JsonDeclarations.Select(declaration => new JsonUse(script.FilePath, declaration.Type))).Distinct().ToEquatableArray());
}

/// <summary>A C# type that a script exchanges as JSON.</summary>
/// <param name="FilePath">The script.</param>
/// <param name="Type">The type as its header names it.</param>
internal sealed record JsonUse(string FilePath, string Type);
