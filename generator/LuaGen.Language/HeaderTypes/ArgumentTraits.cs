namespace LuaGen.Language.HeaderTypes;

/// <summary>A header type as the type of an argument.</summary>
/// <param name="CSharp">The C# type of the parameter.</param>
/// <param name="Writer">The method of <c>ScriptCall</c> that writes it.</param>
/// <param name="Default">Turns a default of the header into C#; <see langword="null"/> when the literal is not a value of the type.</param>
/// <param name="Sent">What is sent, for documents.</param>
/// <param name="IsConstant">Whether C# takes the default as a constant; else the parameter's default is <see langword="null"/>.</param>
/// <param name="Describe">How the documentation shows a default that the signature does not; <see langword="null"/> where C# shows it.</param>
/// <param name="IsStruct">Whether the nullable form of the C# type is a <see cref="Nullable{T}"/>.</param>
internal sealed record ArgumentTraits(
    string CSharp, string Writer, Func<LiteralSyntax, string?> Default, string Sent, bool IsConstant = false, Func<string, string>? Describe = null, bool IsStruct = true);
