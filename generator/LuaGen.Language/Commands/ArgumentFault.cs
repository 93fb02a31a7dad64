namespace LuaGen.Language.Commands;

/// <summary>How far the arguments of a call match the grammar, and what was expected at that position.</summary>
internal sealed class ArgumentFault
{
    private readonly List<ArgumentNode> _expected = [];

    /// <summary>The first argument that does not match; after the last one if something is missing.</summary>
    public int Position { get; private set; } = -1;

    /// <summary>The tokens and values that are valid at the position.</summary>
    public IReadOnlyList<ArgumentNode> Expected => _expected;

    /// <summary>The required tokens that are missing at the end; empty if any of the expected items would do.</summary>
    public IReadOnlyList<ArgumentNode> Lacking { get; private set; } = [];

    /// <summary>Two mutually exclusive options, when the second one is at the position.</summary>
    public (string First, string Second)? Exclusion { get; private set; }

    /// <summary>What newer servers accept at the position.</summary>
    public ArgumentNode? Newer { get; private set; }

    public void Expect(int position, ArgumentNode node)
    {
        if (Reach(position) && !_expected.Contains(node))
        {
            _expected.Add(node);
        }
    }

    public void Lack(IEnumerable<TokenNode> tokens, bool isAtEnd)
    {
        if (isAtEnd)
        {
            Lacking = [.. tokens];
        }
    }

    public void ExpectEnd(int position) => Reach(position);

    public void Exclude(int position, TokenNode first, TokenNode second)
    {
        if (Reach(position))
        {
            Exclusion = (first.Text, second.Text);
        }
    }

    public void Block(int position, ArgumentNode node, bool stands)
    {
        if (Reach(position) && stands)
        {
            Newer = node;
        }
    }

    private bool Reach(int position)
    {
        if (position > Position)
        {
            _expected.Clear();
            (Position, Exclusion, Newer) = (position, null, null);
        }

        return position == Position;
    }
}
