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
/// <param name="Text">The description after the gap, including continuation lines.</param>
internal sealed record KeyDeclaration(SourceSpan Span, SourceSpan IndexSpan, int Index, bool IsRest, PathSyntax Path, string Text);

/// <summary><c>ARGV[2] hold: seconds = 900</c></summary>
internal sealed record ArgumentDeclaration(
    SourceSpan Span, SourceSpan IndexSpan, int Index, bool IsRest, PathSyntax Path, TypeSyntax Type, LiteralSyntax? Default, string Text);

/// <summary><c>RETURNS left: long</c>; there is no name when one line declares the whole reply.</summary>
/// <param name="IsNullable">Whether the line is <c>RETURNS?</c>: the whole reply may be nil.</param>
internal sealed record ReplyDeclaration(SourceSpan Span, bool IsNullable, FieldName? Name, TypeSyntax Type, string Text);

internal readonly record struct FieldName(SourceSpan Span, string Name);

/// <summary><c>RAISES NO_SUCH_PRODUCT</c></summary>
internal sealed record RaisesDeclaration(SourceSpan Span, string Code, string Text);

/// <summary><c>@readonly</c>, <c>@name Reserve</c></summary>
internal sealed record OptionDeclaration(SourceSpan Span, string Name, string? Value);

/// <summary>
/// A key or argument that is declared in another form: <c>KEYS[1] - the stock key</c>. What its line leaves open is completed
/// from the code.
/// </summary>
/// <param name="Line">The part of the line that declares it.</param>
/// <param name="IsKey">Whether it describes an element of <c>KEYS</c>.</param>
/// <param name="Index">The number between the brackets.</param>
/// <param name="IsRest">Whether the line covers all elements from the index onward.</param>
/// <param name="Name">The name that the line shows; <see langword="null"/> if it shows none.</param>
/// <param name="Type">The type; null if the line has none, or if the code must decide.</param>
/// <param name="Default">The default.</param>
/// <param name="Text">The description without the name.</param>
internal sealed record LooseDeclaration(
    HeaderLine Line, bool IsKey, int Index, bool IsRest, string? Name, TypeSyntax? Type, LiteralSyntax? Default, string Text)
{
    public SourceSpan Span => Line.Span;

    /// <summary>Whether the name is the parameter's, whatever local the body assigns it to; then no line declares it.</summary>
    public bool IsExact { get; init; }

    /// <summary>Whether the line names its table as a whole, by one name: <c>KEYS: counters</c>. Then it is the list if the code reads one.</summary>
    public bool IsWholeTable { get; init; }

    /// <summary>What is between the name and the text where both are the description.</summary>
    public string Separator { get; init; } = ": ";

    /// <summary>Whether the name is a part of the description, which is complete without it.</summary>
    public bool IsNamedByText { get; init; }
}

/// <summary><c>@param stock the stock key</c>: the key or argument that the body assigns to the local of that name.</summary>
internal sealed record NamedDescription(HeaderLine Line, string Name, TypeSyntax? Type, string Text)
{
    /// <summary>The number of a line that counts through the parameters of the call: <c>$1 lock</c>; otherwise 0.</summary>
    public int Position { get; init; }
}

/// <summary>A line about the reply in another form than <c>RETURNS</c> and a type.</summary>
/// <param name="Line">The line.</param>
/// <param name="Declaration">What it declares; <see langword="null"/> if the line only documents the reply.</param>
/// <param name="Text">The documentation, if it declares nothing.</param>
internal sealed record LooseReply(HeaderLine Line, ReplyDeclaration? Declaration, string Text);
