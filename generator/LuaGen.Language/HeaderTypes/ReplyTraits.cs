namespace LuaGen.Language.HeaderTypes;

/// <summary>The traits of a header type as the type of a reply.</summary>
/// <param name="CSharp">The C# type that a call returns; <see langword="null"/> if it returns no value.</param>
/// <param name="Reader">The method of <c>ScriptReply</c> that reads the reply.</param>
/// <param name="NullableReader">
/// The method that reads the nullable form; <see langword="null"/> if there is none, or if <paramref name="Reader"/> reads nil too.
/// </param>
/// <param name="Accepts">The values that a script may return for it.</param>
/// <param name="ReadFrom">The replies that it is read from, for documents.</param>
/// <param name="IsFalseWhenMissing">Whether an element that is missing at the end of an array becomes the default value of the C# type.</param>
internal sealed record ReplyTraits(
    string? CSharp, string Reader, string? NullableReader, AcceptedReply Accepts, string ReadFrom, bool IsFalseWhenMissing = false);
