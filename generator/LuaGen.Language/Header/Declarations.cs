using LuaGen.Language.HeaderTypes;

namespace LuaGen.Language.Header;

/// <summary>A name, or a member of a repeated group: <c>stock</c>, <c>item.from</c>.</summary>
internal readonly record struct PathSyntax(SourceSpan Span, string Name, string? Member);

/// <summary><c>KEYS[1] stock</c>, <c>KEYS[2...] others</c></summary>
/// <param name="Span">From <c>KEYS</c> to the end of the name.</param>
/// <param name="IndexSpan">The number between the brackets.</param>
/// <param name="Index">That number, from 1.</param>
/// <param name="IsRest">Whether <c>...</c> follows it.</param>
/// <param name="Path">The name.</param>
/// <param name="Text">The words behind the gap, continuation lines included.</param>
internal sealed record KeyDeclaration(SourceSpan Span, SourceSpan IndexSpan, int Index, bool IsRest, PathSyntax Path, string Text);

/// <summary><c>ARGV[2] hold: seconds = 900</c></summary>
internal sealed record ArgumentDeclaration(
    SourceSpan Span, SourceSpan IndexSpan, int Index, bool IsRest, PathSyntax Path, TypeSyntax Type, LiteralSyntax? Default, string Text);

/// <summary><c>RETURNS left: long</c>; a name is absent where one line gives the whole reply.</summary>
/// <param name="IsNullable">Whether it was <c>RETURNS?</c>: the whole reply may be nil.</param>
internal sealed record ReplyDeclaration(SourceSpan Span, bool IsNullable, FieldName? Name, TypeSyntax Type, string Text);

internal readonly record struct FieldName(SourceSpan Span, string Name);

/// <summary><c>RAISES NO_SUCH_PRODUCT</c></summary>
internal sealed record RaisesDeclaration(SourceSpan Span, string Code, string Text);

/// <summary><c>@readonly</c>, <c>@name Reserve</c></summary>
internal sealed record OptionDeclaration(SourceSpan Span, string Name, string? Value);

/// <summary>
/// A line that begins like a declaration and goes on in a form of its own: <c>KEYS[1] - the stock key</c>. Its words are
/// documentation; its name and type come from the code.
/// </summary>
/// <param name="Span">The line.</param>
/// <param name="IsKey">Whether it is about <c>KEYS</c>.</param>
/// <param name="Index">The number between the brackets.</param>
/// <param name="Type">The type after <c>name:</c>, if what is there is one.</param>
/// <param name="Text">What it says.</param>
internal sealed record LooseDeclaration(SourceSpan Span, bool IsKey, int Index, HeaderType? Type, string Text);

/// <summary><c>Returns: long</c>, <c>RETURNS List&lt;string&gt;</c>: read as prose, and meant as a declaration.</summary>
/// <param name="Type">The type; null where there is none by the grammar.</param>
/// <param name="Canonical">What would stand behind <c>RETURNS</c>.</param>
internal sealed record LooseReply(SourceSpan Span, TypeSyntax? Type, string Canonical);
