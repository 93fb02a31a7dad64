namespace LuaGen.Language.Checking.Sandbox;

/// <summary>A field that a script reads from the JSON of an argument. Whether the C# type has it, only a host can tell.</summary>
/// <param name="TypeName">The C# type as the header names it.</param>
/// <param name="Path">The way to the field: the names of the outer fields, <see cref="Element"/> for an element of a list, and the field's own name.</param>
/// <param name="Span">The name, or the index, in the script.</param>
internal sealed record JsonFieldRead(string TypeName, EquatableArray<string> Path, SourceSpan Span)
{
    /// <summary>The step from a list to one of its elements.</summary>
    public const string Element = "[]";

    /// <summary>The name that the script reads.</summary>
    public string Name => Path[Path.Count - 1];
}
