namespace LuaGen.Language.Library;

/// <summary>One parameter of a library function.</summary>
/// <param name="Name">The name that documentation and messages show.</param>
/// <param name="Kind">The values that it accepts.</param>
/// <param name="AcceptsNil">Whether it accepts an explicit nil.</param>
internal sealed record LibraryParameter(string Name, ParameterKind Kind, bool AcceptsNil);
