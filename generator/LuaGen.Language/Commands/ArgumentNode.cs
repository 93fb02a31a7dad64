namespace LuaGen.Language.Commands;

/// <summary>A node of the grammar of a command's arguments.</summary>
internal abstract class ArgumentNode
{
    /// <summary>The servers that accept it; <see langword="null"/> for all that have the command.</summary>
    public Availability? Servers { get; set; }

    /// <summary>Whether all servers accept it, if they have the command.</summary>
    public bool IsOn(ServerList servers) => Servers is not { } having || servers.AllHave(having);
}

/// <summary>A literal token, such as <c>NX</c>; servers ignore its case.</summary>
internal sealed class TokenNode(string text) : ArgumentNode
{
    public string Text { get; } = text;
}

/// <summary>A value, such as <c>key</c>.</summary>
internal sealed class ValueNode(string name, ValueKind kind) : ArgumentNode
{
    public string Name { get; } = name;

    public ValueKind Kind { get; } = kind;

    /// <summary>Whether the value is the count of the item that follows.</summary>
    public bool CountsNext { get; init; }

    /// <summary>Whether the value is a key.</summary>
    public bool IsKey { get; init; }
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

/// <summary><c>numkeys key+</c>, where the first is the count of the second.</summary>
internal sealed class CountedNode(ValueNode count, RepeatedNode items) : ArgumentNode
{
    public ValueNode Count { get; } = count;

    public RepeatedNode Items { get; } = items;
}

/// <summary>
/// Adjacent items that begin with tokens, as in <c>[NX|XX] [GET] [EX seconds|KEEPTTL]</c>. Servers parse them in a loop,
/// so they are accepted in any order and may be repeated.
/// </summary>
internal sealed class OptionsNode(ArgumentNode[] items, OptionBranch[] branches, ulong[] required) : ArgumentNode
{
    /// <summary>The items as documented.</summary>
    public ArgumentNode[] Items { get; } = items;

    /// <summary>The options; the index of an option is its bit in the masks.</summary>
    public OptionBranch[] Branches { get; } = branches;

    /// <summary>Sets of branches; one branch of each set is required.</summary>
    public ulong[] Required { get; } = required;
}

/// <summary>One option of an <see cref="OptionsNode"/>.</summary>
/// <param name="Tokens">The tokens that it can begin with.</param>
/// <param name="Node">The complete option, including the token.</param>
internal sealed record OptionBranch(TokenNode[] Tokens, ArgumentNode Node)
{
    /// <summary>The branches that it excludes.</summary>
    public ulong Excludes { get; set; }
}
