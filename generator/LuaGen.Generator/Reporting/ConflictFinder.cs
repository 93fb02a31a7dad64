using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

/// <summary>
/// Compares the names of generated types with the project's own declarations. Looks names up and never walks the
/// compilation, because it runs again after each edit of C#.
/// </summary>
internal sealed class ConflictFinder(IReadOnlyList<ClassOutline> classes, bool hasServices, ProjectOptions project, Compilation compilation)
{
    /// <summary>The public types of the runtime that users name.</summary>
    private static readonly string[] RuntimeTypes =
        ["CallDefinition", "FunctionDefinition", "LibraryDefinition", "LibraryDeployment", "LibraryLoadResult", "ReplyReader", "ScriptCall", "ScriptDefinition", "ScriptException", "ScriptLoadResult", "ScriptOutcome", "ScriptPreloading", "ScriptReply", "ScriptReplyException", "ScriptTarget", "ScriptText"];

    private const SymbolFilter Kinds = SymbolFilter.Namespace | SymbolFilter.Type;

    private readonly Dictionary<string, string> _generated = new(StringComparer.Ordinal);

    private readonly TakenNames _taken = new(compilation, project.ProjectDirectory);

    public ProjectConflicts Find(CancellationToken cancellationToken)
    {
        if (classes.Count == 0)
        {
            return ProjectConflicts.None;
        }

        var types = new List<TypeConflict>();
        foreach (var outline in classes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddFirst(types, outline.Name, NamesOf(outline.Name), outline.FilePath, isIndex: false);
        }

        var index = new ClassName(project.RootNamespace, ProjectNames.Index(project.RootNamespace));
        AddFirst(types, index, [(index, false), .. Registration(index)], classes[0].FilePath, isIndex: true);
        return new ProjectConflicts(types.ToEquatableArray(), JsonConflicts().Distinct().ToEquatableArray(), NamesToImportNot(index).ToEquatableArray(), project.HasImplicitUsings && RuntimeTypes.Any(name => IsDeclaredElsewhere(name, [])));
    }

    /// <summary>The types of a class. Only the class itself is partial, so that users can add members to it.</summary>
    private (ClassName Name, bool IsPartial)[] NamesOf(ClassName name) => [(name, true), (Interface(name), false), .. Registration(name)];

    private (ClassName Name, bool IsPartial)[] Registration(ClassName name) =>
        hasServices ? [(name with { Name = name.Name + "Registration" }, false)] : [];

    private static ClassName Interface(ClassName name) => name with { Name = "I" + name.Name };

    private void AddFirst(List<TypeConflict> conflicts, ClassName @class, (ClassName Name, bool IsPartial)[] names, string filePath, bool isIndex)
    {
        foreach (var (name, isPartial) in names)
        {
            var full = name.ToString();
            var taken = _generated.TryGetValue(full, out var other) ? new TakenName($"{other} declares that name") : _taken.Find(name, isPartial);
            if (taken is not null)
            {
                conflicts.Add(new TypeConflict(@class, full, filePath, taken, isIndex)
                {
                    IsRepeated = taken.Namespace is not null && conflicts.Any(conflict => conflict.Taken.Namespace == taken.Namespace),
                });
                return;
            }
        }

        foreach (var (name, _) in names)
        {
            _generated[name.ToString()] = filePath;
        }
    }

    private IEnumerable<string> NamesToImportNot(ClassName index)
    {
        if (!project.HasImplicitUsings)
        {
            return [];
        }

        var own = new HashSet<string>(_generated.Keys, StringComparer.Ordinal);
        return classes
            .SelectMany(outline => new[] { outline.Name.Name, Interface(outline.Name).Name })
            .Append(index.Name)
            .Distinct()
            .Where(name => IsDeclaredElsewhere(name, own));
    }

    private bool IsDeclaredElsewhere(string name, HashSet<string> own) =>
        compilation.ContainsSymbolsWithName(name, Kinds)
        && compilation.GetSymbolsWithName(name, Kinds).Any(symbol => symbol.ContainingType is null && !own.Contains(symbol.ToDisplayString()));

    private IEnumerable<JsonConflict> JsonConflicts()
    {
        var uses = classes.SelectMany(outline => outline.JsonTypes.Select(use => (Class: outline.Name, use.FilePath, use.Type))).ToList();
        if (uses.Count == 0)
        {
            return [];
        }

        var bound = JsonTypeBinding.Bind(compilation, [.. uses.Select(use => (use.Class.Namespace, use.Type))]);
        var isPublic = project.Visibility == "public";
        return uses
            .Select((use, i) => (Use: use, Hidden: JsonTypeBinding.LessAccessible(bound[i], isPublic)))
            .Where(pair => pair.Hidden is not null)
            .Select(pair => new JsonConflict(pair.Use.FilePath, pair.Use.Type, pair.Hidden!.ToDisplayString(), pair.Use.Class.Name, project.Visibility));
    }
}
