using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>What a project imports implicitly.</summary>
/// <param name="ImportsRuntime">Whether the namespace of the runtime is imported; otherwise only its extension methods.</param>
/// <param name="Types">The types that are imported by their names.</param>
/// <param name="Extensions">The classes whose extension methods are imported.</param>
internal sealed record ImportedNames(bool ImportsRuntime, EquatableArray<ClassName> Types, EquatableArray<ClassName> Extensions)
{
    /// <param name="generated">The generated classes.</param>
    /// <param name="index">The index of all scripts, if there is one.</param>
    /// <param name="taken">The names that the project declares elsewhere; an import would take precedence over its own types.</param>
    /// <param name="importsRuntime">Whether no type of the project has the name of one of the runtime's.</param>
    /// <param name="hasRegistrations">Whether registrations are generated.</param>
    public static ImportedNames Of(IEnumerable<IndexedClass> generated, ProjectModel? index, EquatableArray<string> taken, bool importsRuntime, bool hasRegistrations)
    {
        var classes = generated.Select(indexed => indexed.Name).ToList();
        var namespaces = new HashSet<string>(classes.Select(name => name.Namespace.Split('.')[0]), StringComparer.Ordinal);
        var own = index is null ? [] : new[] { index.Name };
        return new ImportedNames(
            importsRuntime,
            classes.SelectMany(name => new[] { name, name with { Name = "I" + name.Name } })
                .Concat(own)
                .Where(name => name.Namespace.Length > 0 && !taken.Contains(name.Name) && !namespaces.Contains(name.Name))
                .GroupBy(name => name.Name)
                .Where(same => same.Count() == 1)
                .Select(same => same.Single())
                .ToEquatableArray(),
            (hasRegistrations ? classes.Concat(own).Select(name => name with { Name = name.Name + "Registration" }) : []).ToEquatableArray());
    }
}
