using System.Collections.Immutable;

namespace LuaGen.Language.Model;

/// <summary>Two scripts that would add the same member to one class.</summary>
/// <param name="FilePath">The script that is left out.</param>
/// <param name="OtherFilePath">The other script; empty if the member belongs to the class itself.</param>
internal sealed record ScriptCollision(string FilePath, string OtherFilePath, string Member);

/// <summary>All classes of a project.</summary>
internal sealed record ClassModels(EquatableArray<ClassModel> Classes, EquatableArray<ScriptCollision> Collisions);

/// <summary>Groups scripts into classes.</summary>
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
            // The members of the class itself, which scripts cannot use.
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

            // Not a member, but the generated code uses it.
            ["nameof"] = "",
        };
        var kept = new List<ScriptModel>();
        var versions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var script in group.OrderBy(script => script.Name, StringComparer.Ordinal).ThenBy(script => script.FilePath, StringComparer.Ordinal))
        {
            string[] names = [script.Name, script.Name + "Async", .. script.TypeNames()];
            if (script.Version is { } version && !versions.Contains(version.Name))
            {
                // The first version claims the unversioned name for all versions.
                names = [.. names, version.Name, version.Name + "Async"];
            }

            if (FirstTaken(names, members) is { } taken)
            {
                collisions.Add(new ScriptCollision(script.FilePath, members.TryGetValue(taken, out var other) ? other : script.FilePath, taken));
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

    private static string? FirstTaken(string[] names, Dictionary<string, string> members) =>
        names.Where((name, i) => members.ContainsKey(name) || Array.IndexOf(names, name) < i).FirstOrDefault();

    /// <summary>Hint names are compared ignoring case, and a duplicate discards the generator's entire output.</summary>
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
