using System.Collections.Immutable;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.Reporting;

/// <summary>
/// Compares the names of generated types with the project's own declarations. Looks names up and never walks the
/// compilation, because it runs again after each edit of C#.
/// </summary>
internal sealed class ConflictFinder(ClassModels models, ProjectOptions project, Compilation compilation)
{
    /// <summary>The public types of the runtime that users name.</summary>
    private static readonly string[] RuntimeTypes =
        ["ReplyReader", "ScriptCall", "ScriptDefinition", "ScriptException", "ScriptLoadResult", "ScriptOutcome", "ScriptPreloading", "ScriptReply", "ScriptReplyException", "ScriptTarget", "ScriptText"];

    private const SymbolFilter Kinds = SymbolFilter.Namespace | SymbolFilter.Type;

    private readonly Dictionary<string, string> _generated = new(StringComparer.Ordinal);

    public ProjectConflicts Find(CancellationToken cancellationToken)
    {
        if (models.Classes.Count == 0)
        {
            return ProjectConflicts.None;
        }

        var types = new List<TypeConflict>();
        foreach (var model in models.Classes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddFirst(types, model.Name, NamesOf(model), model.Scripts[0].FilePath, isIndex: false);
        }

        var index = new ClassName(project.RootNamespace, ProjectNames.Index(project.RootNamespace));
        AddFirst(types, index, [(index, false), .. Registration(index, models.Classes[0])], models.Classes[0].Scripts[0].FilePath, isIndex: true);
        return new ProjectConflicts(types.ToEquatableArray(), JsonConflicts().ToEquatableArray(), TakenNames(index).ToEquatableArray(), project.HasImplicitUsings && RuntimeTypes.Any(name => IsDeclaredElsewhere(name, [])));
    }

    /// <summary>The types of a class. Only the class itself is partial, so that users can add members to it.</summary>
    private static (ClassName Name, bool IsPartial)[] NamesOf(ClassModel model) =>
        [(model.Name, true), (Interface(model.Name), false), .. Registration(model.Name, model)];

    private static (ClassName Name, bool IsPartial)[] Registration(ClassName name, ClassModel model) =>
        model.HasServices ? [(name with { Name = name.Name + "Registration" }, false)] : [];

    private static ClassName Interface(ClassName name) => name with { Name = "I" + name.Name };

    private void AddFirst(List<TypeConflict> conflicts, ClassName @class, (ClassName Name, bool IsPartial)[] names, string filePath, bool isIndex)
    {
        foreach (var (name, isPartial) in names)
        {
            var full = name.ToString();
            if ((_generated.TryGetValue(full, out var other) ? other : DeclarationOf(name, isPartial)) is { } place)
            {
                conflicts.Add(new TypeConflict(@class, full, filePath, place, isIndex));
                return;
            }
        }

        foreach (var (name, _) in names)
        {
            _generated[name.ToString()] = filePath;
        }
    }

    /// <summary>The file that declares a type or a namespace of this name; null if the project does not, or if it extends a partial class.</summary>
    private string? DeclarationOf(ClassName name, bool isPartial)
    {
        if (compilation.Assembly.GetTypeByMetadataName(name.ToString()) is { } type)
        {
            var declarations = type.DeclaringSyntaxReferences;
            return isPartial && declarations.All(declaration => declaration.GetSyntax() is ClassDeclarationSyntax part && part.Modifiers.Any(modifier => modifier.ValueText == "partial"))
                ? null
                : PlaceOf(declarations);
        }

        return NamespaceOf(name) is { } declared ? PlaceOf(declared.DeclaringSyntaxReferences) : null;
    }

    private INamespaceSymbol? NamespaceOf(ClassName name)
    {
        var current = compilation.SourceModule.GlobalNamespace;
        foreach (var part in name.ToString().Split('.'))
        {
            current = current?.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
        }

        return current;
    }

    private string PlaceOf(ImmutableArray<SyntaxReference> declarations) =>
        declarations.Select(declaration => ScriptPath.InProject(declaration.SyntaxTree.FilePath, link: null, project.ProjectDirectory)).FirstOrDefault(path => path.Length > 0)
        ?? "the project";

    private IEnumerable<string> TakenNames(ClassName index)
    {
        if (!project.HasImplicitUsings)
        {
            return [];
        }

        var own = new HashSet<string>(_generated.Keys, StringComparer.Ordinal);
        return models.Classes
            .SelectMany(model => new[] { model.Name.Name, Interface(model.Name).Name })
            .Append(index.Name)
            .Distinct()
            .Where(name => IsDeclaredElsewhere(name, own));
    }

    private bool IsDeclaredElsewhere(string name, HashSet<string> own) =>
        compilation.ContainsSymbolsWithName(name, Kinds)
        && compilation.GetSymbolsWithName(name, Kinds).Any(symbol => symbol.ContainingType is null && !own.Contains(symbol.ToDisplayString()));

    private IEnumerable<JsonConflict> JsonConflicts()
    {
        var uses = models.Classes
            .SelectMany(model => model.Scripts.SelectMany(script => script.JsonDeclarations.Select(declaration => (script.Class, script.FilePath, declaration.Type))))
            .Distinct()
            .ToList();
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
