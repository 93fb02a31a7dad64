namespace LuaGen.Language.Commands;

/// <summary>A piece of the grammar of a command's arguments.</summary>
internal abstract class ArgumentNode
{
    /// <summary>The first server that knows it; the default for all.</summary>
    public ServerVersion Since { get; set; }
}

/// <summary>A word of the command's own, such as <c>NX</c>; servers do not look at its case.</summary>
internal sealed class TokenNode(string text) : ArgumentNode
{
    public string Text { get; } = text;
}

/// <summary>A value of the caller's, such as <c>key</c>.</summary>
internal sealed class ValueNode(string name, ValueKind kind) : ArgumentNode
{
    public string Name { get; } = name;

    public ValueKind Kind { get; } = kind;

    /// <summary>Whether it says how many of the next item follow.</summary>
    public bool CountsNext { get; init; }
}

/// <summary><c>a b</c></summary>
internal sealed class SequenceNode(ArgumentNode[] items) : ArgumentNode
{
    public ArgumentNode[] Items { get; } = items;
}

/// <summary><c>a|b</c></summary>
internal sealed class ChoiceNode(ArgumentNode[] alternatives) : ArgumentNode
{
    public ArgumentNode[] Alternatives { get; } = alternatives;
}

/// <summary><c>[a]</c></summary>
internal sealed class OptionalNode(ArgumentNode item) : ArgumentNode
{
    public ArgumentNode Item { get; } = item;
}

/// <summary><c>a+</c></summary>
internal sealed class RepeatedNode(ArgumentNode item) : ArgumentNode
{
    public ArgumentNode Item { get; } = item;
}

/// <summary><c>numkeys key+</c>, where the first says how many of the second follow.</summary>
internal sealed class CountedNode(ValueNode count, RepeatedNode items) : ArgumentNode
{
    public ValueNode Count { get; } = count;

    public RepeatedNode Items { get; } = items;
}

/// <summary>
/// Items that begin with tokens and stand next to each other, as in <c>[NX|XX] [GET] [EX seconds|KEEPTTL]</c>: servers
/// read them in a loop, so in any order and as often as they come.
/// </summary>
internal sealed class OptionsNode(ArgumentNode[] items, OptionBranch[] branches, ulong[] required) : ArgumentNode
{
    /// <summary>The items as documented.</summary>
    public ArgumentNode[] Items { get; } = items;

    /// <summary>Each thing that may come next; its place here is its bit in the masks.</summary>
    public OptionBranch[] Branches { get; } = branches;

    /// <summary>Of each of these sets of branches one must come.</summary>
    public ulong[] Required { get; } = required;
}

/// <summary>One option among others.</summary>
/// <param name="Tokens">The tokens that it can begin with.</param>
/// <param name="Node">All of it, the token included.</param>
internal sealed record OptionBranch(TokenNode[] Tokens, ArgumentNode Node)
{
    /// <summary>The branches that may not stand beside it.</summary>
    public ulong Excludes { get; set; }
}
