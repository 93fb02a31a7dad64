namespace LuaGen.Language.Library;

/// <summary>One parameter of a library function.</summary>
/// <param name="Name">Its name, as documentation and messages show it.</param>
/// <param name="Kind">What it accepts.</param>
/// <param name="AcceptsNil">Whether nil is accepted where the argument is written.</param>
internal sealed record LibraryParameter(string Name, ParameterKind Kind, bool AcceptsNil);
