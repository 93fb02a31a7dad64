namespace LuaGen.Language.Model;

/// <summary>What is generated once for a project: the index of all scripts and the registration of all classes.</summary>
/// <param name="Name">The namespace and the name of the index.</param>
/// <param name="Visibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Classes">The generated classes.</param>
internal sealed record ProjectModel(ClassName Name, string Visibility, EquatableArray<IndexedClass> Classes)
{
    public static ProjectModel Of(IEnumerable<IndexedClass> classes, string rootNamespace, string visibility) =>
        new(new ClassName(rootNamespace, ProjectNames.Index(rootNamespace)), visibility, classes.ToEquatableArray());

    /// <summary>The classes that call scripts.</summary>
    public IEnumerable<IndexedClass> Scripts => Classes.Where(indexed => !indexed.IsLibrary);

    /// <summary>The classes that call functions.</summary>
    public IEnumerable<IndexedClass> Libraries => Classes.Where(indexed => indexed.IsLibrary);

    /// <summary>Whether any class needs the metadata for JSON serialization.</summary>
    public bool HasJson => Classes.Any(indexed => indexed.HasJson);
}

/// <summary>A class of the index.</summary>
/// <param name="Name">The namespace and the name of the class.</param>
/// <param name="HasJson">Whether its constructor takes the metadata for JSON serialization.</param>
/// <param name="IsLibrary">Whether its methods call the functions of a library.</param>
internal sealed record IndexedClass(ClassName Name, bool HasJson, bool IsLibrary)
{
    public static IndexedClass Of(ClassModel model) => new(model.Name, model.JsonTypes.Any(), model.Library is not null);
}
