using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Header.Loose;

/// <summary>Reads a type at any place of a line.</summary>
internal static class LooseTypes
{
    /// <summary>The type at a position, with its spellings resolved; <see langword="null"/> if there is none that is known.</summary>
    /// <param name="allowsDuration">Whether <c>TimeSpan</c> counts, whose unit the body decides.</param>
    public static (TypeSyntax Type, int End)? At(HeaderLine line, int start, bool isReply, bool allowsDuration = false)
    {
        var scanner = new HeaderScanner(line) { Position = start };
        if (new TypeParser(scanner, new FindingBag(), allowCodes: isReply).ParseType() is not { } parsed)
        {
            return null;
        }

        var end = scanner.Position;
        if (end < line.Text.Length && (char.IsLetterOrDigit(line.Text[end]) || line.Text[end] is '_' or '<' or '[' or '.' && end + 1 < line.Text.Length && char.IsLetter(line.Text[end + 1])))
        {
            return null;
        }

        var type = TypeSpelling.Resolve(parsed);
        return IsUsable(type, isReply) || (allowsDuration && type is UnknownType { Name: var name } && TypeSpelling.IsDuration(name)) ? (type, end) : null;
    }

    /// <summary>The type that all of a text names.</summary>
    public static TypeSyntax? Of(HeaderLine line, int start, int end, bool isReply)
    {
        var part = line.Part(start, end);
        return At(part, 0, isReply, allowsDuration: true) is var (type, typeEnd) && typeEnd == part.Text.Length ? type : null;
    }

    /// <summary>Whether the type is a single English word, which is a type only where the line leaves no other reading.</summary>
    public static bool IsWord(TypeSyntax type) => type is NamedType { Type: var named } && TypeSpelling.IsWord(named.Name);

    private static bool IsUsable(TypeSyntax type, bool isReply) => TypeSpelling.IsKnown(type) && type switch
    {
        NamedType named => isReply ? named.Type.Reply is not null : named.Type.Argument is not null,
        NullableType { Inner: NamedType { Type: var inner } } => isReply ? inner.Reply is { CSharp: not null } : inner.Argument is not null,
        NullableType { Inner: EnumType or JsonType } or EnumType or JsonType => true,
        _ => isReply,
    };

    /// <summary>A literal that begins at a position, with the position after it.</summary>
    public static (LiteralSyntax Literal, int End)? LiteralAt(HeaderLine line, int start)
    {
        var scanner = new HeaderScanner(line) { Position = start };
        var (kind, value) = scanner.TryTakeQuoted() is { } text ? (LiteralKind.Text, text)
            : scanner.TryTakeNumber() is { } number ? (LiteralKind.Number, number)
            : scanner.TryTakeName() is "true" or "false" ? (LiteralKind.Boolean, line.Text.Substring(start, scanner.Position - start))
            : (LiteralKind.Number, null);
        return value is null ? null : (new LiteralSyntax(scanner.SpanFrom(start), kind, value), scanner.Position);
    }
}
