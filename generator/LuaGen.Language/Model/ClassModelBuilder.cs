using System.Collections.Immutable;

namespace LuaGen.Language.Model;

/// <summary>Puts scripts together into classes. Each class is built by itself, so that the edit of a script builds one class again.</summary>
internal static class ClassModelBuilder
{
    /// <summary>All steps in one.</summary>
    public static ClassModels Build(ImmutableArray<ScriptModel> scripts, string visibility, bool hasServices) =>
        Assemble(ByClass(scripts).Select(Build), LibraryConflicts.Find(scripts).ToEquatableArray(), visibility, hasServices);

    /// <summary>The scripts of each class, by the class's name.</summary>
    public static IEnumerable<ClassScripts> ByClass(IEnumerable<ScriptModel> scripts) =>
        scripts.GroupBy(script => script.Class).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal).Select(group => new ClassScripts(group.Key, group.ToEquatableArray()));

    /// <summary>Leaves out what would give the class a member twice.</summary>
    public static BuiltClass Build(ClassScripts group)
    {
        var collisions = new List<ScriptCollision>();
        var kept = WithoutCollisions(group.Name, ClassOwner.Select(group, collisions), collisions);
        return new BuiltClass(group with { Scripts = kept.ToEquatableArray() }, collisions.ToEquatableArray());
    }

    public static ClassModels Assemble(IEnumerable<BuiltClass> built, EquatableArray<LibraryConflict> conflicts, string visibility, bool hasServices)
    {
        var classes = new List<ClassModel>();
        var collisions = new List<ScriptCollision>();
        var hintNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (group, left) in built)
        {
            collisions.AddRange(left);
            if (group.Scripts.Count > 0)
            {
                classes.Add(new ClassModel(group.Name, HintName(group.Name, hintNames), visibility, group.Scripts, hasServices));
            }
        }

        return new ClassModels(classes.ToEquatableArray(), new ScriptConflicts(collisions.ToEquatableArray(), conflicts));
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
            Functions = other is null ? null : new CollidingFunctions(function.Name, other.Function!.Name),
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
