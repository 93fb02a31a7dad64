using LuaGen.Language.Header;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Reporting;

/// <summary>What generated code would conflict with in the project's own C#. Equal while C# is edited without a new conflict.</summary>
/// <param name="Types">The generated types that the project declares itself.</param>
/// <param name="JsonTypes">The JSON types that are less accessible than the class that uses them.</param>
/// <param name="TakenNames">The names of generated types, without their namespaces, that the project declares elsewhere.</param>
/// <param name="HidesRuntime">Whether the project declares a type with the name of one of the runtime's.</param>
internal sealed record ProjectConflicts(
    EquatableArray<TypeConflict> Types, EquatableArray<JsonConflict> JsonTypes, EquatableArray<string> TakenNames, bool HidesRuntime)
{
    public static ProjectConflicts None { get; } = new([], [], [], HidesRuntime: false);

    /// <summary>The classes without those and without the scripts that have a conflict, so that no compile error follows from it.</summary>
    public ClassModels Without(ClassModels models)
    {
        if (Types.Count == 0 && JsonTypes.Count == 0)
        {
            return models;
        }

        var kept = models.Classes
            .Where(model => Types.All(conflict => conflict.Class != model.Name))
            .Select(model => model with { Scripts = model.Scripts.Where(script => JsonTypes.All(conflict => conflict.FilePath != script.FilePath)).ToEquatableArray() })
            .Where(model => model.Scripts.Count > 0);
        return models with { Classes = kept.ToEquatableArray() };
    }

    /// <summary>Whether the index can be generated.</summary>
    public bool Allows(ClassName index) => Types.All(conflict => conflict.Class != index);

    /// <summary>The conflicts to report in a script's file.</summary>
    public IEnumerable<Finding> FindingsIn(string filePath, EquatableArray<JsonType> jsonTypes) =>
        Types.Where(conflict => conflict.FilePath == filePath)
            .Select(conflict => conflict.ToFinding())
            .Concat(JsonTypes
                .Where(conflict => conflict.FilePath == filePath)
                .SelectMany(conflict => jsonTypes.Where(type => type.TypeName == conflict.Type).Take(1).Select(type => conflict.ToFinding(type.Span))));
}

/// <summary>A generated type that the project declares itself.</summary>
/// <param name="Class">The class that is not generated because of it, or the index.</param>
/// <param name="Type">The type, with its namespace.</param>
/// <param name="FilePath">The first script of the class.</param>
/// <param name="DeclaredIn">The file that declares the type.</param>
/// <param name="IsIndex">Whether the name comes from the project and not from scripts.</param>
internal sealed record TypeConflict(ClassName Class, string Type, string FilePath, string DeclaredIn, bool IsIndex)
{
    public Finding ToFinding() => new(
        Rule.TypeNameTaken,
        default,
        [Type, IsIndex ? "for all scripts of the project" : $"from {FilePath}", DeclaredIn, IsIndex ? "rename that type" : "rename that type, or add `-- @class Other` to the header of each script of the class"]);
}

/// <summary>A JSON type that is less accessible than the class that uses it.</summary>
/// <param name="FilePath">The script that names the type.</param>
/// <param name="Type">The type as the header names it.</param>
/// <param name="Hidden">The type, or the type argument, that is not accessible enough.</param>
/// <param name="Class">The class.</param>
/// <param name="Visibility">The accessibility of the class.</param>
internal sealed record JsonConflict(string FilePath, string Type, string Hidden, string Class, string Visibility)
{
    public Finding ToFinding(SourceSpan span) => new(
        Rule.JsonTypeLessAccessible,
        span,
        [Hidden, Class, Visibility, Visibility == "public" ? "make the type public, or set `<LuaGenVisibility>internal</LuaGenVisibility>` in the project" : "make the type internal"]);
}
