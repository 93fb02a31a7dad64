namespace LuaGen.Language.HeaderTypes;

/// <summary>The traits of a header type as the type of an argument.</summary>
/// <param name="CSharp">The C# type of the parameter.</param>
/// <param name="Writer">The method of <c>ScriptCall</c> that writes the argument.</param>
/// <param name="Default">Converts a default in the header to C#; <see langword="null"/> if the literal is not a value of the type.</param>
/// <param name="Sent">The form in which it is sent, for documents.</param>
/// <param name="IsConstant">Whether the default can be a C# constant; otherwise the parameter's default is <see langword="null"/>.</param>
/// <param name="Describe">Formats a default that the signature does not show, for the documentation; <see langword="null"/> if C# shows it.</param>
/// <param name="IsStruct">Whether the nullable form of the C# type is a <see cref="Nullable{T}"/>.</param>
internal sealed record ArgumentTraits(
    string CSharp, string Writer, Func<LiteralSyntax, string?> Default, string Sent, bool IsConstant = false, Func<string, string>? Describe = null, bool IsStruct = true);
