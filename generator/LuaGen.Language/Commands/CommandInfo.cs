namespace LuaGen.Language.Commands;

/// <summary>What is known of a command, or of a subcommand.</summary>
/// <param name="Name">In capitals; of a subcommand with the name of its command before it.</param>
/// <param name="Arity">How many words it takes, its name among them; where below 0, at least so many.</param>
/// <param name="Since">The first server that has it.</param>
/// <param name="DeprecatedSince">From where on something else is to be written; <see langword="null"/> for most.</param>
/// <param name="ReplacedBy">What that is, in words.</param>
/// <param name="NoscriptBefore">Scripts may call it from here on.</param>
/// <param name="KeySpecs">Where its keys are; empty where it has none, <see langword="null"/> where that cannot be said of all.</param>
/// <param name="Replies">Coarse shapes of its replies: <c>integer</c>, <c>status:OK</c>, …</param>
/// <param name="Arguments">The grammar of what follows the name; <see langword="null"/> where it is not known.</param>
/// <param name="Subcommands">By the second word, in capitals.</param>
internal sealed record CommandInfo(
    string Name,
    int Arity,
    ServerVersion Since,
    ServerVersion? DeprecatedSince,
    string? ReplacedBy,
    ServerVersion? NoscriptBefore,
    CommandFlags Flags,
    IReadOnlyList<KeySpec>? KeySpecs,
    IReadOnlyList<string> Replies,
    ArgumentNode? Arguments,
    IReadOnlyDictionary<string, CommandInfo> Subcommands)
{
    /// <summary>How many words its name is.</summary>
    public int Words { get; } = Name.IndexOf(' ') < 0 ? 1 : 2;

    public int MinArguments => Math.Abs(Arity) - Words;

    public int MaxArguments => Arity < 0 ? int.MaxValue : Arity - Words;

    public bool Is(CommandFlags flag) => (Flags & flag) != 0;
}
