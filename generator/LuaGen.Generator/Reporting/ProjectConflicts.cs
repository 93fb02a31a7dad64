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
    public IEnumerable<ClassModel> Without(IEnumerable<ClassModel> classes) =>
        Types.Count == 0 && JsonTypes.Count == 0
            ? classes
            : classes
                .Where(model => Types.All(conflict => conflict.Class != model.Name))
                .Select(model => model with { Scripts = model.Scripts.Where(script => JsonTypes.All(conflict => conflict.FilePath != script.FilePath)).ToEquatableArray() })
                .Where(model => model.Scripts.Count > 0);

    /// <summary>Whether the index can be generated.</summary>
    public bool Allows(ClassName index) => Types.All(conflict => conflict.Class != index);

    /// <summary>The conflicts to report in a script's file.</summary>
    public IEnumerable<Finding> FindingsIn(string filePath, EquatableArray<JsonType> jsonTypes) =>
        Types.Where(conflict => conflict.FilePath == filePath && !conflict.IsRepeated)
            .Select(conflict => conflict.ToFinding())
            .Concat(JsonTypes
                .Where(conflict => conflict.FilePath == filePath)
                .GroupBy(conflict => conflict.Hidden)
                .Select(conflicts => conflicts.First())
                .SelectMany(conflict => jsonTypes.Where(type => type.TypeName == conflict.Type).Take(1).Select(type => conflict.ToFinding(type.Span))));
}

/// <summary>A generated type whose name the project has given away.</summary>
/// <param name="Class">The class that is not generated because of it, or the index.</param>
/// <param name="Type">The type, with its namespace.</param>
/// <param name="FilePath">The first script of the class.</param>
/// <param name="Taken">What has the name.</param>
/// <param name="IsIndex">Whether the name comes from the project and not from scripts.</param>
internal sealed record TypeConflict(ClassName Class, string Type, string FilePath, TakenName Taken, bool IsIndex)
{
    /// <summary>Whether another class has the same conflict, which is reported there.</summary>
    public bool IsRepeated { get; init; }

    public Finding ToFinding() => new(
        Rule.TypeNameTaken,
        default,
        [Type, IsIndex ? "for all scripts of the project" : $"from {FilePath}", Taken.Description, Remedy]);

    private string Remedy => (IsIndex, Taken.Namespace) switch
    {
        (_, { } name) => $"rename that type, or generate another namespace than '{name}': set `<RootNamespace>` in the project",
        (true, _) => "rename that type",
        _ => "rename that type, or add `-- @class Other` to the header of each script of the class",
    };
}

/// <summary>What has the name of a generated type.</summary>
/// <param name="Description">Where it is declared, as a part of a sentence.</param>
/// <param name="Namespace">The namespace of the generated type, or the part of it, that is the name of a type; otherwise null.</param>
internal sealed record TakenName(string Description, string? Namespace = null);

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
