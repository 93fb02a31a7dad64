using LuaGen.Language.HeaderTypes;

namespace LuaGen.CodeFixes.Moving;

/// <summary>The reply type that reads what a cast of the client's reply reads.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsNullable">Whether it is the nullable form.</param>
internal sealed record TypedReply(HeaderType Type, bool IsNullable)
{
    /// <summary>What follows the call where the cast turned nil into a number.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The type as a header spells it.</summary>
    public string Returns => IsNullable ? Type.Name + "?" : Type.Name;

    /// <summary>Whether the C# type is a class, of which <c>!</c> says that it is not null.</summary>
    public bool IsClass => Type == HeaderType.String || Type == HeaderType.Bytes;
}
