namespace LuaGen.Language.Model;

/// <summary>The scripts of one class: what one emitted source holds.</summary>
/// <param name="Name">Where the class stands.</param>
/// <param name="HintName">The name of the emitted source; no other class has it, whatever the case.</param>
/// <param name="Visibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="HasServices">Whether the project knows dependency injection, so that the class can be registered.</param>
/// <param name="Scripts">Its scripts, by name.</param>
internal sealed record ClassModel(ClassName Name, string HintName, string Visibility, EquatableArray<ScriptModel> Scripts, bool HasServices)
{
    /// <summary>The C# types that its scripts exchange as JSON.</summary>
    public IEnumerable<string> JsonTypes => Scripts.SelectMany(script => script.JsonTypes()).Distinct();

    /// <summary>What its private methods are called.</summary>
    public HelperNames Helpers => HelperNames.Of(Scripts);

    /// <summary>The newest of each script that has versions, which also goes by the name without a number.</summary>
    public IEnumerable<ScriptModel> Newest => Scripts
        .Where(script => script.Version is not null)
        .GroupBy(script => script.Version!.Value.Name)
        .Select(versions => versions.OrderBy(script => script.Version!.Value.Number).Last());
}
