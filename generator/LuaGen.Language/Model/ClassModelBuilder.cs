using System.Collections.Immutable;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Model;

/// <summary>Two scripts that would give one class the same member, or two files that would give a project the same class.</summary>
/// <param name="FilePath">The script that is left out.</param>
/// <param name="OtherFilePath">The other one; empty when the member is the class's own.</param>
/// <param name="Member">The member, or the class.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record ScriptCollision(string FilePath, string OtherFilePath, string Member, string Remedy)
{
    /// <summary>The functions, if the member comes from two functions of one library.</summary>
    public (string Function, string Other)? Functions { get; init; }

    /// <summary>The place of the function; the start of the file for a script.</summary>
    public SourceSpan Span { get; init; }

    public Finding ToFinding() => Functions is var (function, other)
        ? new(Rule.ScriptNameCollision, Span, [Member, $"function '{function}'", $"function '{other}'", Remedy])
        : new(Rule.ScriptNameCollision, Span, [Member, FilePath, OtherFilePath.Length == 0 ? "the class itself" : OtherFilePath, Remedy]);
}

/// <summary>All classes of a project.</summary>
/// <param name="Classes">The classes.</param>
/// <param name="Collisions">What is left out of them.</param>
/// <param name="Conflicts">What a server refuses to load.</param>
internal sealed record ClassModels(EquatableArray<ClassModel> Classes, EquatableArray<ScriptCollision> Collisions, EquatableArray<LibraryConflict> Conflicts)
{
    /// <summary>The errors in a file.</summary>
    public IEnumerable<Finding> FindingsIn(string filePath) =>
        Collisions.Where(collision => collision.FilePath == filePath).Select(collision => collision.ToFinding())
            .Concat(Conflicts.Where(conflict => conflict.FilePath == filePath).Select(conflict => conflict.ToFinding()));
}

/// <summary>Puts scripts together into classes.</summary>
internal static class ClassModelBuilder
{
    public static ClassModels Build(ImmutableArray<ScriptModel> scripts, string visibility, bool hasServices)
    {
        var classes = new List<ClassModel>();
        var collisions = new List<ScriptCollision>();
        var hintNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in scripts.GroupBy(script => script.Class).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
        {
            var kept = WithoutCollisions(group.Key, ClassOwner.Select(group, collisions), collisions);
            if (kept.Count > 0)
            {
                classes.Add(new ClassModel(group.Key, HintName(group.Key, hintNames), visibility, kept.ToEquatableArray(), hasServices));
            }
        }

        return new ClassModels(classes.ToEquatableArray(), collisions.ToEquatableArray(), LibraryConflicts.Find(scripts).ToEquatableArray());
    }

    private static List<ScriptModel> WithoutCollisions(ClassName @class, IReadOnlyList<ScriptModel> scripts, List<ScriptCollision> collisions)
    {
        var members = new Dictionary<string, ScriptModel?>(StringComparer.Ordinal)
        {
            // The class's own: none of these is a script's to use.
            [@class.Name] = null,
            ["Definitions"] = null,
            ["All"] = null,
            ["On"] = null,
            ["Equals"] = null,
            ["Finalize"] = null,
            ["GetHashCode"] = null,
            ["GetType"] = null,
            ["MemberwiseClone"] = null,
            ["ReferenceEquals"] = null,
            ["ToString"] = null,
            ["_target"] = null,

            // No member, but the emitted code says it.
            ["nameof"] = null,
        };
        if (scripts[0].Function is not null)
        {
            members.Add("Library", null);
        }

        var kept = new List<ScriptModel>();
        var versions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var script in scripts.OrderBy(script => script.Name, StringComparer.Ordinal).ThenBy(script => script.FilePath, StringComparer.Ordinal))
        {
            string[] names = [script.Name, script.Name + "Async", .. script.TypeNames()];
            if (script.Version is { } version && !versions.Contains(version.Name))
            {
                // The first version claims the name without a number for all of them.
                names = [.. names, version.Name, version.Name + "Async"];
            }

            // The types of the name without a number are those of the newest version, so each version may have them.
            if (script.Unversioned is { } plain)
            {
                names = [.. names, .. plain.TypeNames().Where(type => !members.TryGetValue(type, out var owner) || owner?.Version?.Name != plain.Name)];
            }

            if (FirstTaken(names, members) is { } taken)
            {
                collisions.Add(Collision(script, members.TryGetValue(taken, out var owner) ? owner : script, taken));
                continue;
            }

            foreach (var name in names)
            {
                members.Add(name, script);
            }

            if (script.Version is { } kind)
            {
                versions.Add(kind.Name);
            }

            kept.Add(script);
        }

        return kept;
    }

    /// <param name="other">What has the member already; <see langword="null"/> for the class itself.</param>
    private static ScriptCollision Collision(ScriptModel script, ScriptModel? other, string member) => script.Function is { } function
        ? new(script.FilePath, other?.FilePath ?? "", member, "rename a function, or add `-- @name Other` to its header")
        {
            Functions = other is null ? null : (function.Name, other.Function!.Name),
            Span = function.Span,
        }
        : new(script.FilePath, other?.FilePath ?? "", member, Remedy(script, other));

    /// <summary>A file without a version beside versions of it becomes a version too.</summary>
    private static string Remedy(ScriptModel script, ScriptModel? other)
    {
        var (plain, version) = script.Version is null ? (script, other?.Version) : (other, script.Version);
        return plain is { Version: null } && version is { } known && known.Name == plain.Name
            ? $"rename {plain.FilePath} to {FileName(plain.FilePath)}.v1.lua, or delete it"
            : "rename a file, or add `-- @name Other` to its header";
    }

    /// <summary>The file's name without folders and without <c>.lua</c>.</summary>
    private static string FileName(string path)
    {
        var file = path.Substring(path.LastIndexOf('/') + 1);
        return file.EndsWith(".lua", StringComparison.OrdinalIgnoreCase) ? file.Substring(0, file.Length - ".lua".Length) : file;
    }

    private static string? FirstTaken(string[] names, Dictionary<string, ScriptModel?> members) =>
        names.Where((name, i) => members.ContainsKey(name) || Array.IndexOf(names, name) < i).FirstOrDefault();

    /// <summary>Hint names are compared without case, and a second one of a name costs all of a generator's output.</summary>
    private static string HintName(ClassName name, HashSet<string> taken)
    {
        var hint = name.ToString();
        for (var i = 2; !taken.Add(hint); i++)
        {
            hint = $"{name}_{i}";
        }

        return hint + ".g.cs";
    }
}
