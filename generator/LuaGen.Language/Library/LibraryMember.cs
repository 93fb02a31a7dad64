using LuaGen.Language.Commands;

namespace LuaGen.Language.Library;

/// <summary>A global, or a member of a library, that the server provides.</summary>
/// <param name="FullName">The name with its library: <c>string.rep</c>, <c>tonumber</c>. Valkey's <c>server</c> uses the names of <c>redis</c>.</param>
/// <param name="Servers">The servers that have it.</param>
/// <param name="Summary">What it does or is, in one sentence.</param>
internal abstract record LibraryMember(string FullName, Availability Servers, string Summary)
{
    /// <summary>The library; empty for a global.</summary>
    public string Library { get; } = FullName.Substring(0, Math.Max(0, FullName.IndexOf('.')));

    /// <summary>The name without the library.</summary>
    public string Name { get; } = FullName.Substring(FullName.IndexOf('.') + 1);
}

/// <summary>A member that is not a function: <c>math.pi</c>, <c>KEYS</c>.</summary>
/// <param name="Kinds">Its kinds.</param>
/// <param name="Value">The number, if it is the same on every server.</param>
internal sealed record LibraryConstant(string FullName, Availability Servers, string Summary, ResultKinds Kinds, double? Value)
    : LibraryMember(FullName, Servers, Summary);
