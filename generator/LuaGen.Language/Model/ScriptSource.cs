namespace LuaGen.Language.Model;

/// <summary>One script file as the host hands it over: its text, and what the project says of it.</summary>
/// <param name="FilePath">Its path in the project, with <c>/</c>.</param>
/// <param name="Text">Its text as decoded, without a byte order mark.</param>
/// <param name="IsUtf8">Whether its bytes are UTF-8; the text alone cannot tell, since decoding replaces what is not.</param>
/// <param name="RootNamespace">The project's root namespace.</param>
/// <param name="ClassName">The class that the project's item names, if it does.</param>
internal sealed record ScriptSource(string FilePath, string Text, bool IsUtf8, string RootNamespace, string? ClassName);
