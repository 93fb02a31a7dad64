using LuaGen.Language.HeaderTypes;

namespace LuaGen.CodeFixes.Moving;

/// <summary>The reply type that reads the same value as a cast of the client's reply.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsNullable">Whether it is the nullable form.</param>
internal sealed record TypedReply(HeaderType Type, bool IsNullable)
{
    /// <summary>The text after the call that keeps the value of a cast from nil to a number.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The type as written in a header.</summary>
    public string Returns => IsNullable ? Type.Name + "?" : Type.Name;

    /// <summary>Whether the C# type is a class, so that <c>!</c> is needed where null is not expected.</summary>
    public bool IsClass => Type == HeaderType.String || Type == HeaderType.Bytes;
}
