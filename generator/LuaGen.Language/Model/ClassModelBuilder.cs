using System.Collections.Immutable;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Model;

/// <summary>Two scripts that would give one class the same member.</summary>
/// <param name="FilePath">The script that is left out.</param>
/// <param name="OtherFilePath">The other one; empty when the member is the class's own.</param>
/// <param name="Member">The member.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record ScriptCollision(string FilePath, string OtherFilePath, string Member, string Remedy)
{
    public Finding ToFinding() =>
        new(Rule.ScriptNameCollision, default, [Member, FilePath, OtherFilePath.Length == 0 ? "the class itself" : OtherFilePath, Remedy]);
}

/// <summary>All classes of a project.</summary>
internal sealed record ClassModels(EquatableArray<ClassModel> Classes, EquatableArray<ScriptCollision> Collisions);

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
            var kept = WithoutCollisions(group, collisions);
            if (kept.Count > 0)
            {
                classes.Add(new ClassModel(group.Key, HintName(group.Key, hintNames), visibility, kept.ToEquatableArray(), hasServices));
            }
        }

        return new ClassModels(classes.ToEquatableArray(), collisions.ToEquatableArray());
    }

    private static List<ScriptModel> WithoutCollisions(IGrouping<ClassName, ScriptModel> group, List<ScriptCollision> collisions)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // The class's own: none of these is a script's to use.
            [group.Key.Name] = "",
            ["Definitions"] = "",
            ["All"] = "",
            ["On"] = "",
            ["Equals"] = "",
            ["Finalize"] = "",
            ["GetHashCode"] = "",
            ["GetType"] = "",
            ["MemberwiseClone"] = "",
            ["ReferenceEquals"] = "",
            ["ToString"] = "",
            ["_target"] = "",

            // No member, but the emitted code says it.
            ["nameof"] = "",
        };
        var kept = new List<ScriptModel>();
        var versions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var script in group.OrderBy(script => script.Name, StringComparer.Ordinal).ThenBy(script => script.FilePath, StringComparer.Ordinal))
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
                names = [.. names, .. plain.TypeNames().Where(type => !members.TryGetValue(type, out var owner) || !IsVersionOf(owner, plain.Name, kept))];
            }

            if (FirstTaken(names, members) is { } taken)
            {
                var other = members.TryGetValue(taken, out var owner) ? owner : script.FilePath;
                collisions.Add(new ScriptCollision(script.FilePath, other, taken, Remedy(script, kept.Find(each => each.FilePath == other))));
                continue;
            }

            foreach (var name in names)
            {
                members.Add(name, script.FilePath);
            }

            if (script.Version is { } kind)
            {
                versions.Add(kind.Name);
            }

            kept.Add(script);
        }

        return kept;
    }

    private static bool IsVersionOf(string filePath, string name, List<ScriptModel> scripts) =>
        scripts.Any(script => script.FilePath == filePath && script.Version is { } version && version.Name == name);

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

    private static string? FirstTaken(string[] names, Dictionary<string, string> members) =>
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
