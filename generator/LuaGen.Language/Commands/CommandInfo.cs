namespace LuaGen.Language.Commands;

/// <summary>A command or a subcommand.</summary>
/// <param name="Name">In upper case; for a subcommand, preceded by the name of its command.</param>
/// <param name="Arity">The number of RESP arguments, including the name; if negative, the minimum number.</param>
/// <param name="Servers">The servers that have it. A module's command is in Redis from 8.0 on, and before that with the module.</param>
/// <param name="Module">The module of the command, or <see langword="null"/>.</param>
/// <param name="ValkeyHasModule">Whether a module of Valkey's has it.</param>
/// <param name="Deprecation">Where it is deprecated, or <see langword="null"/>.</param>
/// <param name="Scripts">The servers whose scripts may call it.</param>
/// <param name="KeySpecs">Where its keys are; empty if it has none, <see langword="null"/> if the specifications do not cover all keys.</param>
/// <param name="Replies">The coarse shapes of its replies: <c>integer</c>, <c>status:OK</c>, …</param>
/// <param name="Arguments">The grammar of its arguments; <see langword="null"/> if unknown.</param>
/// <param name="Subcommands">The subcommands by their second word, in upper case.</param>
internal sealed record CommandInfo(
    string Name,
    int Arity,
    Availability Servers,
    string? Module,
    bool ValkeyHasModule,
    Deprecation? Deprecation,
    Availability Scripts,
    CommandTraits Flags,
    IReadOnlyList<KeySpec>? KeySpecs,
    IReadOnlyList<string> Replies,
    ArgumentNode? Arguments,
    IReadOnlyDictionary<string, CommandInfo> Subcommands)
{
    /// <summary>The number of words in the name.</summary>
    public int Words { get; } = Name.IndexOf(' ') < 0 ? 1 : 2;

    public int MinArguments => Math.Abs(Arity) - Words;

    public int MaxArguments => Arity < 0 ? int.MaxValue : Arity - Words;

    /// <summary>Whether all servers have it and let scripts call it.</summary>
    public bool IsCallableOn(ServerList servers) => servers.AllHave(Servers) && servers.AllHave(Scripts);

    public bool Is(CommandTraits flag) => (Flags & flag) != 0;
}
