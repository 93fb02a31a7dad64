namespace LuaGen.Language.HeaderTypes;

/// <summary>A header type as the type of a reply.</summary>
/// <param name="CSharp">The C# type that a call returns; <see langword="null"/> when it returns no value.</param>
/// <param name="Reader">The method of <c>ScriptReply</c> that reads it.</param>
/// <param name="NullableReader">
/// The method that reads its nullable form; <see langword="null"/> when there is none, or when <paramref name="Reader"/> reads nil too.
/// </param>
/// <param name="Accepts">What a script may return for it.</param>
/// <param name="ReadFrom">The replies that it is read from, for documents.</param>
/// <param name="IsFalseWhenMissing">Whether an element that is missing at the end of an array is C#'s default of the type.</param>
internal sealed record ReplyTraits(
    string? CSharp, string Reader, string? NullableReader, AcceptedReply Accepts, string ReadFrom, bool IsFalseWhenMissing = false);
