namespace LuaGen.Language.Editing;

/// <summary>One keyword of the header.</summary>
/// <param name="Name">The keyword.</param>
/// <param name="Form">How a line with it is written.</param>
/// <param name="Summary">What it is for.</param>
internal sealed record HeaderKeyword(string Name, string Form, string Summary);
