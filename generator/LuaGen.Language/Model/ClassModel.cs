namespace LuaGen.Language.Model;

/// <summary>The scripts of one class, or the functions of one library, which are one generated source.</summary>
/// <param name="Name">The namespace and the name of the class.</param>
/// <param name="HintName">The name of the generated source; unique, ignoring case.</param>
/// <param name="Visibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="HasServices">Whether the project references dependency injection, so that a registration method is generated.</param>
/// <param name="Scripts">The scripts or functions, by name.</param>
internal sealed record ClassModel(ClassName Name, string HintName, string Visibility, EquatableArray<ScriptModel> Scripts, bool HasServices)
{
    /// <summary>The library that the functions belong to; <see langword="null"/> for a class of scripts.</summary>
    public LibraryModel? Library => Scripts[0].Function?.Library;

    /// <summary>The C# types that the scripts exchange as JSON.</summary>
    public IEnumerable<string> JsonTypes => Scripts.SelectMany(script => script.JsonTypes()).Distinct();

    /// <summary>The first declaration of each of these types, with the script's file.</summary>
    public IEnumerable<(JsonDeclaration Declaration, string FilePath)> JsonDeclarations => Scripts
        .SelectMany(script => script.JsonDeclarations.Select(declaration => (Declaration: declaration, script.FilePath)))
        .GroupBy(place => place.Declaration.Type)
        .Select(places => places.First());

    /// <summary>The names of the private methods.</summary>
    public HelperNames Helpers => HelperNames.Of(Scripts.Concat(Unversioned));

    /// <summary>The newest versions under the names without a number, as far as these have types of their own.</summary>
    public IEnumerable<ScriptModel> Unversioned => Newest.Select(script => script.Unversioned).OfType<ScriptModel>();

    /// <summary>The newest version of each versioned script, which is also callable without the version number.</summary>
    public IEnumerable<ScriptModel> Newest => Scripts
        .Where(script => script.Version is not null)
        .GroupBy(script => script.Version!.Value.Name)
        .Select(versions => versions.OrderBy(script => script.Version!.Value).Last());
}
